package io.github.hybridnet.simulator.network.relation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.network.Bench;
import io.github.hybridnet.simulator.network.Sites;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GlobalReachTest {
  private static final String PEERING =
      """
      {'properties': {'peerASN': 10001, 'primaryPeerAddressPrefix': '102.0.0.0/30',
        'secondaryPeerAddressPrefix': '103.0.0.0/30', 'vlanId': 101}}
      """;
  private static final String PRIVATE = "/peerings/AzurePrivatePeering";
  private static final String CONNECTION = "expressRouteCircuits/a" + PRIVATE + "/connections/x";

  private final Bench bench = Bench.today();

  @BeforeEach
  void circuits() {
    for (String name : new String[] {"a", "b"}) {
      bench.make("expressRouteCircuits/" + name, Sites.circuit());
      bench.make("expressRouteCircuits/" + name + PRIVATE, PEERING);
    }
  }

  private static String to(String circuit, String prefix) {
    return """
    {'properties': {'addressPrefix': '%s', 'peerExpressRouteCircuitPeering':
      {'id': '~/expressRouteCircuits/%s/peerings/AzurePrivatePeering'}}}
    """
        .formatted(prefix, circuit);
  }

  @Test
  void showsOnBothCircuitsAndFollowsThem() {
    bench.admin("POST", "circuits/a/provider", "{'state': 'Provisioned'}");

    JsonNode made = bench.make(CONNECTION, to("b", "10.9.0.0/29"));

    assertThat(made.at("/properties/circuitConnectionStatus").asText()).isEqualTo("Disconnected");
    bench.admin("POST", "circuits/b/provider", "{'state': 'Provisioned'}");
    assertThat(bench.get(CONNECTION).body().at("/properties/circuitConnectionStatus").asText())
        .isEqualTo("Connected");
    JsonNode peered =
        bench.get("expressRouteCircuits/b" + PRIVATE + "/peerConnections").body().at("/value/0");
    assertThat(peered.at("/properties/connectionName").asText()).isEqualTo("x");
    assertThat(peered.at("/properties/circuitConnectionStatus").asText()).isEqualTo("Connected");

    bench.remove(CONNECTION);

    assertThat(
            bench.get("expressRouteCircuits/b" + PRIVATE + "/peerConnections").body().path("value"))
        .isEmpty();
  }

  @Test
  void failsAtACircuitThatIsNotProvisioned() {
    Bench.Reply accepted = bench.put(CONNECTION, to("b", "10.9.0.0/29"));

    assertThat(accepted.status()).isEqualTo(201);
    JsonNode end = bench.end(accepted);
    assertThat(end.path("status").asText()).isEqualTo("Failed");
    assertThat(end.at("/error/code").asText()).isEqualTo("InitiatingCircuitNotProvisioned");
    JsonNode failed = bench.get(CONNECTION).body().path("properties");
    assertThat(failed.path("provisioningState").asText()).isEqualTo("Failed");
    assertThat(failed.path("circuitConnectionStatus").asText()).isEqualTo("Connected");
    assertThat(bench.put(CONNECTION, to("b", "10.9.0.0/29")).code())
        .isEqualTo("ParentResourceIsInFailedState");
    assertThat(bench.put("expressRouteCircuits/a" + PRIVATE, PEERING).code())
        .isEqualTo("ParentResourceIsInFailedState");
    bench.remove(CONNECTION);
    assertThat(bench.get(CONNECTION).status()).isEqualTo(404);
  }

  @Test
  void refusesWhatDoesNotJoinTwoPrivatePeerings() {
    assertThat(bench.put(CONNECTION, to("a", "10.9.0.0/29")).code())
        .isEqualTo("ExpressRouteCircuitConnectionNeedsTwoPrivatePeerings");
    assertThat(bench.put(CONNECTION, to("none", "10.9.0.0/29")).code())
        .isEqualTo("InvalidResourceReference");
    assertThat(bench.put(CONNECTION, to("b", "10.9.0.0/28")).code())
        .isEqualTo("ExpressRouteCircuitConnectionAddressPrefixInvalid");
  }
}
