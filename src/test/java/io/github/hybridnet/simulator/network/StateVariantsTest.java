package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the variants that concern the state of gateways, connections and circuits look. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StateVariantsTest {
  private final Bench bench = Bench.today();
  private HybridSite site;
  private JsonNode built;

  @BeforeAll
  void build() {
    site = HybridSite.build(bench);
    built = bench.snapshot();
  }

  @BeforeEach
  void playTheUsual() {
    bench.play("");
    bench.restore(built);
  }

  private JsonNode get(String resource, String member) {
    return bench.get(resource).body().at("/properties/" + member);
  }

  /** In lists a status is absent, and of a tunnel it is what it is, whatever is played. */
  @ParameterizedTest
  @CsvSource({
    "as-simulated, '\"Connected\"', '\"NotConnected\"'",
    "absent, '', ''",
    "null, null, null",
    "unknown, '\"Unknown\"', '\"Unknown\"'",
    "connected, '\"Connected\"', '\"Connected\"'"
  })
  void expressRouteConnectionHasAnotherStatus(String value, String whole, String cut) {
    bench.play("er-connection-status=" + value);
    assertThat(get("connections/line", "connectionStatus")).hasToString(whole);
    assertThat(bench.get("connections").body().findValues("connectionStatus")).isEmpty();
    assertThat(site.status("tunnel")).isEqualTo("Connected");

    site.peering("Disabled");
    site.pass(300);
    assertThat(get("connections/line", "connectionStatus")).hasToString(cut);
  }

  @Test
  void sharedKeyOfAnExpressRouteConnectionMayBeAnArray() {
    assertThat(bench.get("connections/line/sharedkey").status()).isEqualTo(404);
    bench.play("er-shared-key=array");
    assertThat(bench.get("connections/line/sharedkey").body().at("/value").isArray()).isTrue();
    assertThat(bench.get("connections/tunnel/sharedkey").body().at("/value").isTextual()).isTrue();
  }

  @Test
  void statusThatIsLateIsUnknownForFiveMinutes() {
    site.peering("Disabled");
    site.pass(600);
    bench.play("er-connection-status=late");
    assertThat(site.status("line")).isEqualTo("NotConnected");
    site.peering("Enabled");
    assertThat(site.status("line")).isEqualTo("NotConnected");
    site.pass(120);
    bench.play("");
    assertThat(site.status("line")).isEqualTo("Connected");
    bench.play("er-connection-status=late");
    assertThat(site.status("line")).isEqualTo("Unknown");
    site.pass(300);
    assertThat(site.status("line")).isEqualTo("Connected");
  }

  @Test
  void statusThatTheOwnerChoseComesBeforeTheVariant() {
    bench.play("er-connection-status=absent");
    bench.admin("PUT", "connections/line/status", "{'status': 'Connecting'}");
    assertThat(site.status("line")).isEqualTo("Connecting");
    bench.play("er-connection-status=connected");
    bench.admin("PUT", "connections/line/status", "{'status': 'absent'}");
    assertThat(site.status("line")).isEqualTo("absent");
  }

  @ParameterizedTest
  @CsvSource({
    "as-simulated, Generation1, None",
    "none, None, None",
    "generation1, Generation1, Generation1",
    "generation2, Generation2, Generation2"
  })
  void gatewaysReportAnotherGeneration(String value, String vpn, String expressRoute) {
    bench.play("gateway-generation=" + value);
    assertThat(get("virtualNetworkGateways/vpn", "vpnGatewayGeneration").asText()).isEqualTo(vpn);
    assertThat(get("virtualNetworkGateways/er", "vpnGatewayGeneration").asText())
        .isEqualTo(expressRoute);
    assertThat(bench.get("virtualNetworkGateways").body().findValuesAsText("vpnGatewayGeneration"))
        .containsExactly(vpn, expressRoute);
  }

  @Test
  void countersStayAtZero() {
    site.pass(600);
    String link = "expressRouteCircuits/c/stats";
    long carried = site.bytes("line", "egress");
    assertThat(carried).isPositive();
    assertThat(bench.get(link).body().path("primaryBytesIn").asLong()).isPositive();
    bench.play("byte-counters=zero");
    assertThat(site.bytes("line", "egress")).isZero();
    assertThat(bench.get("connections").body().findValuesAsText("egressBytesTransferred"))
        .containsOnly("0");
    assertThat(bench.get(link).body()).allSatisfy(counter -> assertThat(counter.asLong()).isZero());
    bench.play("");
    assertThat(site.bytes("line", "egress")).isGreaterThanOrEqualTo(carried);
  }

  @Test
  void neighboursComeInAnotherOrderAndInStatesOfBgp() {
    String question = "virtualNetworkGateways/er/getBgpPeerStatus";
    JsonNode usual = bench.outcome(bench.post(question, "")).body().path("value");
    assertThat(usual.findValuesAsText("state")).containsExactly("Connected", "Connected");
    bench.play("bgp-peers=reordered");
    JsonNode reordered = bench.outcome(bench.post(question, "")).body().path("value");
    assertThat(reordered.findValuesAsText("neighbor"))
        .containsExactly(usual.at("/1/neighbor").asText(), usual.at("/0/neighbor").asText());
    bench.play("bgp-peers=unknown-states");
    assertThat(site.peers("er")).isEqualTo(List.of("Established 1", "Established 1"));
    site.peering("Disabled");
    site.pass(300);
    assertThat(site.peers("er")).isEqualTo(List.of("Active 0", "Active 0"));
    bench.play("bgp-peers=empty");
    assertThat(site.peers("er")).isEmpty();
  }

  @Test
  void enabledPeeringHasAnotherWordWhichIsTakenBack() {
    String peering = HybridSite.PEERING;
    bench.play("peering-state=active");
    assertThat(get(peering, "state")).hasToString("\"Active\"");
    assertThat(get("expressRouteCircuits/c", "peerings/0/properties/state"))
        .hasToString("\"Active\"");
    for (String word : List.of("Active", "active", "Enabled")) {
      bench.make(
          peering, bench.get(peering).body().toString().replace("\"Active\"", "'" + word + "'"));
      assertThat(get(peering, "state")).hasToString("\"Active\"");
    }
    site.peering("Disabled");
    assertThat(get(peering, "state")).hasToString("\"Disabled\"");
    bench.play("");
    site.peering("Enabled");
    assertThat(get(peering, "state")).hasToString("\"Enabled\"");
  }

  @ParameterizedTest
  @CsvSource({
    "empty, 200, ''",
    "not-found, 404, NotFound",
    "error, 400, VirtualNetworkGatewayBgpIsNotEnabled"
  })
  void learnedRoutesWithoutBgpAreEmptyOrRefused(String value, int status, String code) {
    bench.play("vpn-routes-without-bgp=" + value);
    Bench.Reply asked = bench.post("virtualNetworkGateways/vpn/getLearnedRoutes", "");
    assertThat(asked.status()).isEqualTo(202);
    Bench.Reply answer = bench.outcome(asked);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.body().path("value")).isEmpty();
    assertThat(site.learned("er")).as("a gateway with BGP").hasSize(2);
  }

  @Test
  void addressOfAnExpressRouteGatewayIsVisible() {
    String member = "ipConfigurations/0/properties/publicIPAddress/id";
    String er = "virtualNetworkGateways/er";
    assertThat(get(er, member).isMissingNode()).isTrue();
    JsonNode before = get("virtualNetworkGateways/vpn", member);
    bench.play("express-route-gateway-address=visible");
    assertThat(get(er, member).asText())
        .matches(
            "/subscriptions/[0-9a-f-]{36}/resourceGroups/armrg-[0-9a-f-]{36}"
                + "/providers/Microsoft.Network/publicIPAddresses/gatewayAddress")
        .doesNotStartWith(Bench.GROUP);
    assertThat(get(er, member)).isEqualTo(get(er, member));
    assertThat(get("virtualNetworkGateways/vpn", member)).isEqualTo(before);
  }

  @Test
  void addressesOfGatewaysAreBasic() {
    bench.make("publicIPAddresses/free", Sites.address());
    bench.play("old-gateway-addresses=basic");
    JsonNode used = bench.get("publicIPAddresses/p").body();
    assertThat(used.at("/sku/name").asText()).isEqualTo("Basic");
    assertThat(used.has("zones")).isFalse();
    JsonNode free = bench.get("publicIPAddresses/free").body();
    assertThat(free.at("/sku/name").asText()).isEqualTo("Standard");
    assertThat(free.path("zones")).hasSize(3);
  }

  /** A PUT without a key leaves the peering without one. */
  @Test
  void keyOfAPeeringIsReturned() {
    String peering = HybridSite.PEERING;
    JsonNode body = bench.get(peering).body();
    JsonNode keyed = body.deepCopy();
    ((ObjectNode) keyed.path("properties")).put("sharedKey", "md5-of-the-peering");
    bench.make(peering, keyed.toString());
    for (String place : List.of(peering, "expressRouteCircuits/c", "expressRouteCircuits")) {
      assertThat(bench.get(place).body().toString())
          .doesNotContain("md5-of-the-peering", "simulator");
    }
    bench.play("peering-keys=returned");
    for (String place : List.of(peering, "expressRouteCircuits/c", "expressRouteCircuits")) {
      assertThat(bench.get(place).body().findValuesAsText("sharedKey"))
          .containsExactly("md5-of-the-peering");
    }
    bench.make(peering, body.toString());
    assertThat(get(peering, "sharedKey").isMissingNode()).isTrue();
  }
}
