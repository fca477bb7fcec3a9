package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.Patience;
import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.ManualClock;
import io.github.hybridnet.simulator.SimulatorFixture;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A service behind the network, over a whole failover and a restart, without any poll. */
@Timeout(120)
class FailoverOverTimeTest {
  private static final String VERSION = "?api-version=2025-03-01";

  @TempDir Path directory;

  private final ManualClock wall = new ManualClock(Instant.parse("2026-01-05T09:00:00Z"));
  private AzureSimulator simulator;
  private ArmClient client;

  @BeforeEach
  void start() {
    if (!directory.resolve("ca.pem").toFile().exists()) {
      SimulatorFixture.prepared(directory);
    }
    simulator =
        AzureSimulator.start(
            SimulatorOptions.in(directory).withSpeed(1).withWallClock(wall).withSeed(1));
    client = ArmClient.of(simulator.access());
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  private void put(String resource, String body, int seconds) {
    String path = Bench.GROUP + "/providers/Microsoft.Network/" + resource + VERSION;
    assertThat(client.put(path, Bench.json(body).toString()).status()).isBetween(200, 201);
    wall.pass(Duration.ofSeconds(seconds));
  }

  private JsonNode admin(String method, String path, String body) {
    String json = body.isEmpty() ? "" : Bench.json(body).toString();
    return client.admin().send(method, "/_simulator/" + path, json).json();
  }

  private void build() {
    client.put(Bench.GROUP + VERSION, "{\"location\":\"westus2\"}");
    put("expressRouteCircuits/c", Sites.circuit(), 600);
    put("virtualNetworks/v", Sites.network("10.0.255.224/27"), 10);
    put("publicIPAddresses/p", Sites.address(), 10);
    put("localNetworkGateways/l", Sites.localGateway(), 11);
    put("virtualNetworkGateways/vpn", Sites.vpn("VpnGw1AZ"), 0);
    put("virtualNetworkGateways/er", Sites.expressRoute("ErGw1AZ"), 1100);
    put("connections/tunnel", Sites.ipsec(), 0);
    put("connections/line", Sites.toCircuit(), 300);
  }

  /** Asks once; any failure is told apart from an answer. */
  private static String probe(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(5000);
      socket.getOutputStream().write('\n');
      String line =
          new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
              .readLine();
      return line == null ? "cut off" : line.split(" ", 2)[0];
    } catch (IOException e) {
      return "unreachable";
    }
  }

  private static void awaitProbe(int port, String expected) {
    Patience.until(expected, () -> probe(port).equals(expected));
  }

  @Test
  void theServiceFollowsThePath() {
    build();
    int port = admin("PUT", "networks/v/service", "{'whenDown': 'refuse'}").path("port").asInt();
    awaitProbe(port, "path=expressRoute");
    admin("PUT", "circuits/c/links", "{'primary': 'Down', 'secondary': 'Down', 'bfd': false}");
    awaitProbe(port, "unreachable");
    wall.pass(Duration.ofSeconds(180));
    awaitProbe(port, "path=vpn");
    admin("PUT", "circuits/c/links", "{'primary': 'Up', 'secondary': 'Up'}");
    wall.pass(Duration.ofSeconds(29));
    assertThat(probe(port)).isEqualTo("path=vpn");
    wall.pass(Duration.ofSeconds(1));
    awaitProbe(port, "path=expressRoute");
  }

  /** Events that nobody asked for by any other request. */
  @Test
  void eventsTellOfThePath() throws Exception {
    build();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(simulator.access().endpoint() + "/_simulator/events?heartbeat=PT1M"))
            .header("Authorization", "Bearer " + simulator.access().credentials().adminToken())
            .build();
    try (Stream<String> lines = listener().send(request, BodyHandlers.ofLines()).body()) {
      admin("PUT", "circuits/c/links", "{'primary': 'Down', 'secondary': 'Down'}");
      Iterator<String> events =
          lines
              .filter(line -> line.contains("pathChanged") && line.contains("/virtualNetworks/v"))
              .iterator();
      JsonNode lost = Bench.json(events.next());
      assertThat(lost.path("before").asText()).isEqualTo("expressRoute");
      assertThat(lost.path("after").asText()).isEqualTo("expressRoute");
      assertThat(lost.path("reachable").asBoolean(true)).isFalse();
      assertThat(lost.path("type").asText()).isEqualTo("Microsoft.Network/virtualNetworks");
      wall.pass(Duration.ofSeconds(1));
      JsonNode over = Bench.json(events.next());
      assertThat(over.path("after").asText()).isEqualTo("vpn");
      assertThat(over.path("connection").asText()).isEqualTo("tunnel");
      assertThat(over.path("reachable").asBoolean()).isTrue();
    }
  }

  private HttpClient listener() throws GeneralSecurityException, IOException {
    return HttpClient.newBuilder().sslContext(simulator.access().sslContext()).build();
  }

  @Test
  void aRestartOpensTheServiceAgainAndGoesOnWithConvergence() {
    build();
    int port = admin("PUT", "networks/v/service", "{'whenDown': 'refuse'}").path("port").asInt();
    admin("PUT", "circuits/c/links", "{'primary': 'Down', 'secondary': 'Down'}");
    stop();
    assertThat(probe(port)).isEqualTo("unreachable");
    wall.pass(Duration.ofSeconds(1));
    start();
    awaitProbe(port, "path=vpn");
    assertThat(admin("GET", "networks/v/service", "").path("port").asInt()).isEqualTo(port);
    JsonNode network = admin("GET", "paths", "").at("/networks/0");
    assertThat(network.path("path").asText()).isEqualTo("vpn");
    assertThat(network.path("reachable").asBoolean()).isTrue();
  }
}
