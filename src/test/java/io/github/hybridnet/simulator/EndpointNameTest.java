package io.github.hybridnet.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointNameTest {
  @TempDir private Path directory;

  /** Whatever the machine's file of hosts says of {@code localhost}. */
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, https://127.0.0.1:",
    "127.0.0.2, https://127.0.0.2:",
    "::1, https://[::1]:",
    "0.0.0.0, https://127.0.0.1:",
    "localhost, https://localhost:"
  })
  void isTheAddressThatItListensOn(String address, String begin) throws IOException {
    assumeTrue(isHere(address), "this machine has no " + address);
    SimulatorOptions options =
        SimulatorOptions.in(SimulatorFixture.prepared(directory)).withAddress(address);
    try (AzureSimulator simulator = AzureSimulator.start(options)) {
      assertThat(simulator.endpoint().toString()).startsWith(begin);
      assertThat(AzureSimulator.running(directory)).contains(simulator.access());
      String path = "/metadata/endpoints?api-version=2022-09-01";
      assertThat(ArmClient.of(simulator.access()).get(path).status()).isEqualTo(200);
    }
  }

  private static boolean isHere(String address) {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
