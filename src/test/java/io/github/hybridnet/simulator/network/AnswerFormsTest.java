package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the variants that concern the form of answers look: members, letters, order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerFormsTest {
  private static final String GATEWAY = "virtualNetworkGateways/vpn";
  private static final String SUBNET = "/properties/ipConfigurations/0/properties/subnet/id";

  private final Bench bench = Bench.today();
  private JsonNode built;

  @BeforeAll
  void build() {
    HybridSite.build(bench);
    bench.make(
        "localNetworkGateways/l",
        Sites.localGateway().replace("'properties'", "'tags': {'own': '1'}, 'properties'"));
    built = bench.snapshot();
  }

  @BeforeEach
  void playTheUsual() {
    bench.play("");
    bench.restore(built);
  }

  private JsonNode get(String path) {
    return bench.get(path).body();
  }

  private static List<String> names(JsonNode resources) {
    return StreamSupport.stream(resources.spliterator(), false)
        .map(each -> each.path("name").asText())
        .toList();
  }

  private JsonNode routes() {
    return bench
        .outcome(bench.post("virtualNetworkGateways/er/getLearnedRoutes", ""))
        .body()
        .path("value");
  }

  @Test
  void listsLeaveOutWhatOneResourceHas() {
    JsonNode whole = get("virtualNetworkGateways").at("/value/0/properties");
    assertThat(whole.has("bgpSettings")).isTrue();
    bench.play("list-members=reduced");
    JsonNode listed = get("virtualNetworkGateways").at("/value/0");
    assertThat(listed.at("/properties/gatewayType").asText()).isEqualTo("Vpn");
    assertThat(listed.at("/properties/ipConfigurations/0/name").asText()).isEqualTo("default");
    for (String member : List.of("provisioningState", "bgpSettings", "natRules")) {
      assertThat(listed.path("properties").has(member)).as(member).isFalse();
    }
    assertThat(listed.at(SUBNET).isMissingNode()).isTrue();
    assertThat(get("expressRouteCircuits").findValues("peerings")).isEmpty();
    assertThat(get("virtualNetworks").findValues("subnets")).isEmpty();
    assertThat(get("virtualNetworks/v/subnets").path("value")).hasSize(2);
    assertThat(get("virtualNetworks/v").at("/properties/subnets")).hasSize(2);
    assertThat(get(GATEWAY).at(SUBNET).isTextual()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lower", "upper"})
  void idsAndEnumerationsHaveOtherLetters(String letters) {
    JsonNode usual = get(GATEWAY);
    JsonNode network = get("virtualNetworks/v");
    bench.play("letter-case=" + letters);
    boolean lower = letters.equals("lower");
    JsonNode shown = get(GATEWAY);
    assertThat(shown.path("name")).isEqualTo(usual.path("name"));
    assertThat(shown.path("etag")).isEqualTo(usual.path("etag"));
    for (String member : List.of("/id", SUBNET, "/type", "/properties/vpnType", "/location")) {
      String text = shown.at(member).asText();
      assertThat(text).isEqualToIgnoringCase(usual.at(member).asText());
      assertThat(text).as(member).matches(lower ? "[^A-Z]+" : ".*[A-Z].*");
    }
    assertThat(shown.at(SUBNET).asText())
        .isEqualTo(
            lower
                ? usual.at(SUBNET).asText().toLowerCase(Locale.ROOT)
                : Bench.GROUP.replace("/rg", "/RG")
                    + "/providers/Microsoft.Network/virtualNetworks/V/subnets/GATEWAYSUBNET");
    assertThat(get("virtualNetworkGateways").at("/value/0/id")).isEqualTo(shown.path("id"));
    assertThat(get("virtualNetworkGateways").at("/value/0" + SUBNET)).isEqualTo(shown.at(SUBNET));
    assertThat(bench.get("virtualNetworks/v").body().at("/properties/addressSpace"))
        .isEqualTo(network.at("/properties/addressSpace"));
    assertThat(get("connections/tunnel").at("/properties/sharedKey").asText()).isEqualTo("abc123");
    assertThat(routes().findValuesAsText("origin"))
        .allMatch(lower ? "network|ebgp"::contains : "NETWORK|EBGP"::contains);
  }

  @Test
  void regionsAreWords() {
    bench.play("letter-case=regions-as-words");
    assertThat(get(GATEWAY).path("location").asText()).isEqualTo("West US 2");
    assertThat(get("virtualNetworks").findValuesAsText("location")).containsExactly("West US 2");
    assertThat(get(GATEWAY).path("id").asText()).endsWith("/virtualNetworkGateways/vpn");
  }

  @Test
  void listsComeInAnotherOrder() {
    List<String> gateways = names(get("virtualNetworkGateways").path("value"));
    List<String> prefixes = routes().findValuesAsText("network");
    bench.play("list-order=reversed");
    assertThat(names(get("virtualNetworkGateways").path("value")))
        .containsExactly(gateways.get(1), gateways.get(0));
    assertThat(names(get("virtualNetworks/v").at("/properties/subnets")))
        .containsExactly("GatewaySubnet", "web");
    assertThat(get("publicIPAddresses/p").path("zones")).hasToString("[\"3\",\"2\",\"1\"]");
    List<String> reversed = routes().findValuesAsText("network");
    assertThat(reversed).isNotEqualTo(prefixes).containsExactlyInAnyOrderElementsOf(prefixes);
  }

  /** Within some moments every order of three zones is seen. */
  @Test
  void listsAreShuffledAtEachMoment() {
    bench.play("list-order=shuffled");
    assertThat(
            IntStream.range(0, 60)
                .mapToObj(
                    i -> {
                      bench.pass(Duration.ofSeconds(1));
                      return get("publicIPAddresses/p").path("zones").toString();
                    })
                .distinct())
        .hasSize(6);
  }

  @Test
  void membersThatAreAbsentAreNull() {
    bench.play("empty-members=null");
    assertThat(get(GATEWAY).at("/properties/customRoutes").isNull()).isTrue();
    assertThat(get(GATEWAY).path("tags").isNull()).isTrue();
    assertThat(get("virtualNetworkGateways/er").at("/properties/bgpSettings").isNull()).isTrue();
    assertThat(get("virtualNetworkGateways").at("/value/1/properties/bgpSettings").isNull())
        .isTrue();
    JsonNode subnet = get("virtualNetworks/v").at("/properties/subnets/0/properties");
    assertThat(subnet.path("networkSecurityGroup").isNull()).isTrue();
    assertThat(get("connections/tunnel").at("/properties/sharedKey").asText()).isEqualTo("abc123");
    assertThat(get("connections").at("/value/0/properties/connectionStatus").isNull()).isTrue();
  }

  @Test
  void membersThatAreEmptyAreAbsent() {
    assertThat(get("connections/tunnel").at("/properties/ipsecPolicies").isArray()).isTrue();
    bench.play("empty-members=absent");
    JsonNode tunnel = get("connections/tunnel").path("properties");
    assertThat(tunnel.has("ipsecPolicies")).isFalse();
    assertThat(tunnel.path("enableBgp").isBoolean()).isTrue();
    assertThat(get("virtualNetworks/v").path("properties").has("virtualNetworkPeerings")).isFalse();
    assertThat(get("localNetworkGateways").path("value")).hasSize(1);
    assertThat(get("networkSecurityGroups")).hasToString("{\"value\":[]}");
  }

  @Test
  void answersHaveMembersThatNoModelKnows() {
    bench.play("unknown-members=added");
    JsonNode gateway = get(GATEWAY);
    assertThat(gateway.path("addedLaterText").isTextual()).isTrue();
    assertThat(gateway.at("/properties/sku/addedLaterObject").isObject()).isTrue();
    assertThat(gateway.at(SUBNET.replace("/id", "/addedLaterText")).isTextual()).isTrue();
    assertThat(get("virtualNetworkGateways").has("addedLaterText")).isTrue();
    assertThat(routes()).allMatch(route -> route.has("addedLaterObject"));
    assertThat(get("localNetworkGateways/l").path("tags")).hasToString("{\"own\":\"1\"}");
    bench.make(GATEWAY, gateway.toString());
    assertThat(get(GATEWAY).has("addedLaterText")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "connections/line, connectionStatus, Degraded",
    "connections/tunnel, connectionStatus, Connected",
    "virtualNetworkGateways/vpn, sku/tier, NextGeneration",
    "virtualNetworkGateways/vpn, packetCaptureDiagnosticState, Suspended",
    "virtualNetworkGateways/vpn, provisioningState, Succeeded"
  })
  void enumerationsHaveValuesThatNoModelKnows(String resource, String member, String value) {
    bench.play("unknown-values=added");
    assertThat(get(resource).at("/properties/" + member).asText()).isEqualTo(value);
  }

  /** What Azure changes in its answers it takes back. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "letter-case=lower",
        "letter-case=upper",
        "letter-case=regions-as-words",
        "list-order=reversed",
        "empty-members=null",
        "empty-members=absent"
      })
  void resourceCanBeWrittenAsItWasRead(String variant) {
    bench.play(variant);
    for (String resource :
        List.of("virtualNetworks/v", GATEWAY, "connections/tunnel", "publicIPAddresses/p")) {
      bench.make(resource, get(resource).toString());
      assertThat(get(resource).at("/properties/provisioningState").asText())
          .as(resource)
          .isEqualToIgnoringCase("Succeeded");
    }
  }
}
