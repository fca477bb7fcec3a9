package io.github.hybridnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quickstart runs on the published parameter files and not on something like them. */
class PublishedFilesTest {
  private static final Path QUICKSTART = Path.of("src/it/quickstart/src/main/hybridnet");
  private static final Path PUBLISHED =
      Path.of(System.getProperty("hybridnet.shared", "../shared"), "parameters", "reference");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "virtualNetwork",
        "virtualNetworkGateway-vpn",
        "virtualNetworkGateway-expressRoute",
        "expressRouteCircuit"
      })
  void areTheirsByteForByte(String name) throws IOException {
    String file = name + ".parameters.json";
    boolean required = Boolean.getBoolean("hybridnet.shared.required");
    if (!required && !Files.isDirectory(PUBLISHED)) {
      System.out.println("SKIPPED: " + PUBLISHED + " is missing; " + file + " is not compared");
    }
    assumeTrue(required || Files.isDirectory(PUBLISHED));
    assertThat(QUICKSTART.resolve(file)).hasSameBinaryContentAs(PUBLISHED.resolve(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"virtualNetwork", "virtualNetworkGateway-vpn"})
  void beginWithAByteOrderMark(String name) throws IOException {
    assertThat(Files.readAllBytes(QUICKSTART.resolve(name + ".parameters.json")))
        .startsWith(0xEF, 0xBB, 0xBF);
  }
}
