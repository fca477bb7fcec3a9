package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service refuses, and what it lets one operation do to another. */
class SemanticsTest {
  private static final String SUBNET = "{'properties': {'addressPrefix': '10.0.9.0/24'}}";

  private final Bench bench = Bench.today();

  @Test
  void aSecondPutOfANetworkTakesThePlaceOfTheFirst() {
    Bench.Reply first = bench.put("virtualNetworks/v", Sites.network("10.0.255.224/27"));
    bench.pass(Duration.ofSeconds(5));
    Bench.Reply second = bench.put("virtualNetworks/v", Sites.network("10.0.255.192/27"));

    assertThat(second.status()).isEqualTo(200);
    JsonNode end = bench.end(first);
    assertThat(end.path("status").asText()).isEqualTo("Canceled");
    assertThat(end.at("/error/code").asText()).isEqualTo("Canceled");
    assertThat(end.at("/error/details/0/code").asText())
        .isEqualTo("CanceledAndSupersededDueToAnotherOperation");
    assertThat(end.at("/error/details/0/message").asText())
        .matches(
            "Operation PutVirtualNetworkOperation \\(.*\\) was canceled and superseded by operation"
                + " PutVirtualNetworkOperation \\(.*\\)\\.");
    assertThat(bench.end(second).path("status").asText()).isEqualTo("Succeeded");
    assertThat(bench.get("virtualNetworks/v").body().at("/properties/provisioningState").asText())
        .isEqualTo("Succeeded");
  }

  @Test
  void aPutOfTheNetworkTakesThePlaceOfThatOfASubnet() {
    bench.make("virtualNetworks/v", Sites.network("10.0.255.224/27"));
    Bench.Reply subnet = bench.put("virtualNetworks/v/subnets/x", SUBNET);
    Bench.Reply sibling =
        bench.put("virtualNetworks/v/subnets/y", SUBNET.replace("10.0.9", "10.0.8"));
    assertThat(sibling.status()).isEqualTo(409);
    assertThat(sibling.code()).isEqualTo("AnotherOperationInProgress");

    Bench.Reply network = bench.put("virtualNetworks/v", Sites.network("10.0.255.192/27"));
    assertThat(network.status()).isEqualTo(200);
    assertThat(bench.end(subnet).at("/error/details/0/message").asText())
        .startsWith("Operation PutSubnetOperation")
        .contains("superseded by operation PutVirtualNetworkOperation");
    assertThat(bench.end(network).path("status").asText()).isEqualTo("Succeeded");
  }

  @Test
  void aDeletionInsideANetworkIsWaitedFor() {
    bench.make("virtualNetworks/v", Sites.network("10.0.255.224/27"));
    bench.delete("virtualNetworks/v/subnets/web");
    assertThat(bench.put("virtualNetworks/v", Sites.network("10.0.255.224/27")).status())
        .isEqualTo(429);
  }

  @Test
  void nothingIsPutInsideAFailedCircuitUntilItIsPutAgain() {
    String standard = Sites.circuit().replaceAll("(?i)premium", "Standard");
    bench.make("expressRouteCircuits/c", standard);
    String microsoft = peering().replace("'vlanId'", "'microsoftPeeringConfig': {}, 'vlanId'");
    Bench.Reply failing = bench.put("expressRouteCircuits/c/peerings/MicrosoftPeering", microsoft);
    assertThat(bench.end(failing).path("status").asText()).isEqualTo("Failed");
    String operation =
        failing.header("Azure-AsyncOperation").replaceAll(".*/operations/([0-9a-f-]+).*", "$1");

    Bench.Reply refused = bench.put(HybridSite.PEERING, peering());
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("ParentResourceIsInFailedState");
    assertThat(refused.message())
        .isEqualTo(
            "PUT operation on child resource ~/"
                + HybridSite.PEERING
                + " is blocked because last operation ("
                + operation
                + ") on parent resource failed leaving it in failed state. Run PUT operation on the"
                + " parent, then retry operation on the child.");
    assertThat(bench.put("expressRouteCircuits/c/authorizations/a", "{}").code())
        .isEqualTo("ParentResourceIsInFailedState");

    bench.make("expressRouteCircuits/c", standard);
    bench.make(HybridSite.PEERING, peering());
  }

  private static String peering() {
    return """
    {'properties': {'peerASN': 65020, 'primaryPeerAddressPrefix': '192.168.15.16/30',
      'secondaryPeerAddressPrefix': '192.168.15.20/30', 'vlanId': 100}}
    """;
  }

  @ParameterizedTest
  @CsvSource({
    "Premium, MeteredData, Standard, UnlimitedData, ok",
    "Premium, UnlimitedData, Premium, MeteredData, refused",
    "Standard, UnlimitedData, Premium, UnlimitedData, ok",
    "Standard, UnlimitedData, Local, UnlimitedData, refused",
    "Local, UnlimitedData, Premium, UnlimitedData, ok"
  })
  void theSkuOfACircuitChangesInSomeDirections(
      String tier, String family, String newTier, String newFamily, String outcome) {
    bench.make("expressRouteCircuits/c", circuit(tier, family));
    Bench.Reply change = bench.put("expressRouteCircuits/c", circuit(newTier, newFamily));
    assertThat(change.code())
        .isEqualTo(outcome.equals("ok") ? "" : "ExpressRouteCircuitSkuChangeNotAllowed");
  }

  private static String circuit(String tier, String family) {
    return """
    {'location': 'westus2', 'sku': {'name': '%1$s_%2$s', 'tier': '%1$s', 'family': '%2$s'},
     'properties': {'serviceProviderProperties': {'serviceProviderName': 'Equinix',
       'peeringLocation': 'Silicon Valley', 'bandwidthInMbps': 50}}}
    """
        .formatted(tier, family);
  }

  @ParameterizedTest
  @CsvSource({
    "Standard, HighPerformance, ok",
    "HighPerformance, Standard, ok",
    "Standard, ErGw1AZ, refused",
    "ErGw1AZ, ErGw3AZ, ok",
    "ErGw1AZ, Standard, refused",
    "ErGwScale, ErGw3AZ, refused"
  })
  void anExpressRouteGatewayChangesInItsFamily(String from, String to, String outcome) {
    bench.make("virtualNetworks/v", Sites.network("10.0.255.224/27"));
    bench.make("virtualNetworkGateways/er", Sites.expressRoute(from));
    Bench.Reply change = bench.put("virtualNetworkGateways/er", Sites.expressRoute(to));
    assertThat(change.code())
        .isEqualTo(outcome.equals("ok") ? "" : "VirtualNetworkGatewaySkuChangeNotAllowed");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 32_001})
  void aRoutingWeightHasARange(int weight) {
    HybridSite.build(bench);
    Bench.Reply refused =
        bench.put("connections/line", Sites.toCircuit().replace(": 3,", ": " + weight + ","));
    assertThat(refused.code()).isEqualTo("VirtualNetworkGatewayConnectionRoutingWeightOutOfRange");
    bench.make("connections/line", Sites.toCircuit().replace(": 3,", ": 32000,"));
  }

  @Test
  void aProviderThatActsByItselfEndsWhatItBegan() {
    Bench alone = Bench.automatic();
    alone.make("expressRouteCircuits/c", Sites.circuit());
    alone.pass(Duration.ofMinutes(5));
    assertThat(providerState(alone)).isEqualTo("Provisioned");
    alone.admin("POST", "circuits/c/provider", "{'state': 'Deprovisioning'}");
    assertThat(alone.end(alone.delete("expressRouteCircuits/c")).at("/error/code").asText())
        .isEqualTo("ConflictError");
    alone.pass(Duration.ofMinutes(5));
    assertThat(providerState(alone)).isEqualTo("NotProvisioned");
    alone.remove("expressRouteCircuits/c");
  }

  private static String providerState(Bench bench) {
    return bench
        .get("expressRouteCircuits/c")
        .body()
        .at("/properties/serviceProviderProvisioningState")
        .asText();
  }

  @Test
  void anAuthorizationIsRedeemedByOneConnection() {
    HybridSite.build(bench);
    String key =
        bench
            .make("expressRouteCircuits/c/authorizations/a", "{}")
            .at("/properties/authorizationKey")
            .asText();
    String body =
        Sites.toCircuit()
            .replace("'routingWeight'", "'authorizationKey':'" + key + "','routingWeight'");
    bench.remove("connections/line");
    bench.make("connections/first", body);
    assertThat(bench.end(bench.put("connections/second", body)).at("/error/code").asText())
        .isEqualTo("ExpressRouteCircuitAuthorizationNotFound");
    bench.remove("connections/second");
    bench.remove("connections/first");
    bench.make("connections/third", body);
  }
}
