package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircuitTest {
  private static final String PEERING =
      """
      {'properties': {'peerASN': 10001, 'primaryPeerAddressPrefix': '102.0.0.0/30',
        'secondaryPeerAddressPrefix': '103.0.0.0/30', 'vlanId': 101}}
      """;

  private final Bench bench = Bench.today();

  @Test
  void hasItsServiceKeyWhenTheOperationEnds() {
    Bench.Reply created = bench.put("expressRouteCircuits/c", Sites.circuit());

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.shown())
        .isEqualTo(
            Bench.expected(
                body("Updating", "Disabled", "", "00000000-0000-0000-0000-000000000000", "")));
    bench.end(created);
    JsonNode circuit = bench.get("expressRouteCircuits/c").body();
    int tag = circuit.at("/properties/stag").asInt();
    assertThat(tag).isPositive();
    assertThat(Bench.shown(circuit))
        .isEqualTo(
            Bench.expected(
                body(
                    "Succeeded", "Enabled", "'gatewayManagerEtag': '',", "G", ", 'stag': " + tag)));
  }

  private static String body(
      String state, String circuitState, String etag, String key, String tag) {
    return """
    {'name': 'c', 'id': '~/expressRouteCircuits/c', 'etag': 'E',
     'type': 'Microsoft.Network/expressRouteCircuits', 'location': 'westus2',
     'properties': {'provisioningState': '%s', 'resourceGuid': 'G', 'peerings': [],
       'authorizations': [],
       'serviceProviderProperties': {'serviceProviderName': 'Equinix',
         'peeringLocation': 'Silicon Valley', 'bandwidthInMbps': 50},
       'circuitProvisioningState': '%s', 'allowClassicOperations': false, %s
       'serviceKey': '%s', 'serviceProviderProvisioningState': 'NotProvisioned',
       'allowGlobalReach': false, 'globalReachEnabled': false%s},
     'sku': {'name': 'Premium_UnlimitedData', 'tier': 'Premium', 'family': 'UnlimitedData'}}
    """
        .formatted(state, circuitState, etag, key, tag);
  }

  @Test
  void keepsKeyAndProviderStateWhateverAClientSends() {
    JsonNode before = bench.make("expressRouteCircuits/c", Sites.circuit());
    String meddling =
        Sites.circuit()
            .replace(
                "'serviceProviderProperties'",
                "'serviceProviderProvisioningState': 'Provisioned', 'serviceKey': 'x',"
                    + " 'serviceProviderProperties'");

    Bench.Reply put = bench.put("expressRouteCircuits/c", meddling);

    assertThat(put.status()).isEqualTo(200);
    assertThat(put.body().at("/properties/circuitProvisioningState").asText())
        .isEqualTo("Disabled");
    bench.end(put);
    JsonNode after = bench.get("expressRouteCircuits/c").body();
    assertThat(after.at("/properties/serviceKey")).isEqualTo(before.at("/properties/serviceKey"));
    assertThat(after.at("/properties/serviceProviderProvisioningState").asText())
        .isEqualTo("NotProvisioned");
    assertThat(after.at("/properties/circuitProvisioningState").asText()).isEqualTo("Enabled");
  }

  @Test
  void aPeeringIsConfiguredByTheService() {
    bench.make("expressRouteCircuits/c", Sites.circuit());

    Bench.Reply created = bench.put("expressRouteCircuits/c/peerings/azureprivatepeering", PEERING);

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.shown()).isEqualTo(Bench.expected(peering("Updating", 0, "", "", "")));
    assertThat(created.header("Azure-AsyncNotification")).isEmpty();
    bench.end(created);
    assertThat(bench.get("expressRouteCircuits/c/peerings/AzurePrivatePeering").shown())
        .isEqualTo(
            Bench.expected(
                peering(
                    "Succeeded",
                    12076,
                    "'primaryAzurePort': 'EQUI-SILI-06GMR-CIS-1-PRI-A',"
                        + " 'secondaryAzurePort': 'EQUI-SILI-06GMR-CIS-2-SEC-A',",
                    "'gatewayManagerEtag': '',",
                    "Customer")));
    JsonNode circuit = bench.get("expressRouteCircuits/c").body();
    assertThat(circuit.at("/properties/peerings")).hasSize(1);
    assertThat(circuit.at("/properties/gatewayManagerEtag").asText()).isEqualTo("1");
    bench.remove("expressRouteCircuits/c/peerings/AzurePrivatePeering");
    assertThat(bench.get("expressRouteCircuits/c/peerings").body().path("value")).isEmpty();
  }

  private static String peering(String state, int asn, String ports, String etag, String by) {
    return """
    {'name': 'AzurePrivatePeering',
     'id': '~/expressRouteCircuits/c/peerings/AzurePrivatePeering', 'etag': 'E',
     'properties': {'provisioningState': '%s', 'peeringType': 'AzurePrivatePeering',
       'azureASN': %d, 'peerASN': 10001, 'primaryPeerAddressPrefix': '102.0.0.0/30',
       'secondaryPeerAddressPrefix': '103.0.0.0/30', %s 'state': 'Enabled', 'vlanId': 101,
       %s 'lastModifiedBy': '%s', 'connections': [], 'peeredConnections': []},
     'type': 'Microsoft.Network/expressRouteCircuits/peerings'}
    """
        .formatted(state, asn, ports, etag, by);
  }

  @Test
  void microsoftPeeringNeedsAPremiumCircuit() {
    String standard = Sites.circuit().replace("premium", "standard");
    bench.make("expressRouteCircuits/c", standard);

    Bench.Reply accepted =
        bench.put(
            "expressRouteCircuits/c/peerings/MicrosoftPeering",
            PEERING.replace(
                "'vlanId'",
                "'microsoftPeeringConfig': {'advertisedPublicPrefixes': ['104.0.0.0/30']},"
                    + " 'vlanId'"));

    assertThat(accepted.status()).isEqualTo(201);
    JsonNode end = bench.end(accepted);
    assertThat(end.path("status").asText()).isEqualTo("Failed");
    assertThat(end.at("/error/code").asText()).isEqualTo(" InvalidSkuTypeForMicrosoftPeering");
    assertThat(end.at("/error/message").asText())
        .isEqualTo(" Invalid SkuType Standard for creating Microsoft Peering.");
    assertThat(
            bench.get("expressRouteCircuits/c").body().at("/properties/provisioningState").asText())
        .isEqualTo("Failed");
    bench.make("expressRouteCircuits/d", Sites.circuit());
    Bench.Reply bare = bench.put("expressRouteCircuits/d/peerings/MicrosoftPeering", PEERING);
    assertThat(bare.status()).isEqualTo(400);
    assertThat(bare.message())
        .startsWith("Microsoft Peering Config is not specified for Express Route Bgp Peering");
    JsonNode made =
        bench.make(
            "expressRouteCircuits/d/peerings/MicrosoftPeering",
            PEERING.replace(
                "'vlanId'",
                "'microsoftPeeringConfig': {'advertisedPublicPrefixes': ['104.0.0.0/30']},"
                    + " 'vlanId'"));
    assertThat(made.at("/properties/microsoftPeeringConfig").toString())
        .isEqualTo(
            "{\"advertisedPublicPrefixes\":[\"104.0.0.0/30\"],"
                + "\"advertisedPublicPrefixesState\":\"ValidationNeeded\",\"customerASN\":0,"
                + "\"legacyMode\":0,\"routingRegistryName\":\"NONE\"}");
  }

  @Test
  void peeringsOfIpv6HaveAStateOfTheirOwn() {
    bench.make("expressRouteCircuits/c", Sites.circuit());

    JsonNode peering =
        bench.make(
            "expressRouteCircuits/c/peerings/AzurePrivatePeering",
            """
            {'properties': {'peerASN': 10001, 'vlanId': 7, 'ipv6PeeringConfig': {
              'primaryPeerAddressPrefix': '2001:db8::/126',
              'secondaryPeerAddressPrefix': '2001:db8:1::/126'}}}
            """);

    assertThat(peering.at("/properties/state").asText()).isEqualTo("Disabled");
    assertThat(peering.at("/properties/ipv6PeeringConfig/state").asText()).isEqualTo("Enabled");
  }

  @Test
  void anAuthorizationIsUsedUpByOneConnectionAndGivenBack() {
    connectable();
    String key =
        bench
            .make("expressRouteCircuits/c/authorizations/a", "{}")
            .at("/properties/authorizationKey")
            .asText();
    String withKey =
        Sites.toCircuit()
            .replace("'routingWeight'", "'authorizationKey': '" + key + "', 'routingWeight'");

    bench.make("connections/x", withKey);

    JsonNode used = bench.get("expressRouteCircuits/c/authorizations/a").body().path("properties");
    assertThat(key).matches("[0-9a-f-]{36}");
    assertThat(used.path("authorizationKey").asText()).isEqualTo(key);
    assertThat(used.path("authorizationUseStatus").asText()).isEqualTo("InUse");
    assertThat(bench.get("connections/x").body().path("properties").has("authorizationKey"))
        .isFalse();
    JsonNode second = bench.end(bench.put("connections/y", withKey));
    assertThat(second.at("/error/code").asText())
        .isEqualTo("ExpressRouteCircuitAuthorizationNotFound");
    bench.remove("connections/x");
    assertThat(
            bench
                .get("expressRouteCircuits/c/authorizations/a")
                .body()
                .at("/properties/authorizationUseStatus")
                .asText())
        .isEqualTo("Available");
  }

  private void connectable() {
    bench.make("virtualNetworks/v", Sites.network("10.0.255.224/27"));
    bench.make("virtualNetworkGateways/er", Sites.expressRoute("ErGw1AZ"));
    bench.make("expressRouteCircuits/c", Sites.circuit());
    bench.admin("POST", "circuits/c/provider", "{'state': 'Provisioned'}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Equinix | FakeProvider | ExpressRouteCircuitServiceProviderDoesNotExist | The Service"
            + " Provider FakeProvider specified for Express Route Circuit ~/expressRouteCircuits/c"
            + " does not exist.",
        "Silicon Valley | westus2 | ExpressRouteCircuitPeeringLocationDoesNotExist | The Peering"
            + " Location westus2 specified for Express Route Circuit ~/expressRouteCircuits/c is"
            + " not offered by Service Provider Equinix.",
        "50} | 55} | ExpressRouteCircuitBandwidthNotOffered | The Bandwidth 55 Mbps specified for"
            + " Express Route Circuit ~/expressRouteCircuits/c is not offered by Service Provider"
            + " Equinix."
      })
  void refusesWhatTheProviderDoesNotSell(String right, String wrong, String code, String message) {
    Bench.Reply refused =
        bench.put("expressRouteCircuits/c", Sites.circuit().replace(right, wrong));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.message()).isEqualTo(message);
  }

  @Test
  void refusesLessBandwidthAndUnknownSizes() {
    bench.make("expressRouteCircuits/c", Sites.circuit().replace("50}", "100}"));

    assertThat(bench.put("expressRouteCircuits/c", Sites.circuit()).code())
        .isEqualTo("ExpressRouteCircuitBandwidthCannotBeDecreased");
    assertThat(
            bench
                .put("expressRouteCircuits/d", Sites.circuit().replace("'premium'", "'gold'"))
                .detail())
        .contains("\"gold\"")
        .contains("Path 'sku.tier'");
    assertThat(bench.put("expressRouteCircuits/d", "{'location': 'westus2'}").detail())
        .contains("Required property 'sku'");
  }

  @Test
  void countersStandStillAndTablesAreEmptyBeforeTheProviderActs() {
    bench.make("expressRouteCircuits/c", Sites.circuit());
    bench.make("expressRouteCircuits/c/peerings/AzurePrivatePeering", PEERING);
    String peering = "expressRouteCircuits/c/peerings/AzurePrivatePeering/";

    assertThat(bench.get("expressRouteCircuits/c/stats").body().toString())
        .isEqualTo(
            "{\"primaryBytesIn\":0,\"primaryBytesOut\":0,\"secondaryBytesIn\":0,"
                + "\"secondaryBytesOut\":0}");
    Bench.Reply question = bench.post(peering + "arpTables/primary", "");
    assertThat(question.status()).isEqualTo(202);
    assertThat(question.header("Azure-AsyncOperation")).isEmpty();
    assertThat(bench.outcome(question).body().toString()).isEqualTo("{\"value\":[]}");
    bench.admin("POST", "circuits/c/provider", "{'state': 'Provisioned'}");
    assertThat(
            bench
                .outcome(bench.post(peering + "arpTables/primary", ""))
                .body()
                .at("/value/0/ipAddress")
                .asText())
        .isEqualTo("102.0.0.1");
    assertThat(
            bench
                .outcome(bench.post(peering + "routeTablesSummary/primary", ""))
                .body()
                .at("/value/0/as")
                .asInt())
        .isEqualTo(10001);
  }

  @Test
  void aProviderOfLayerTwoLeavesPeeringToTheCustomer() {
    bench.make("expressRouteCircuits/c", Sites.circuit());
    bench.admin("POST", "circuits/c/provider", "{'state': 'Provisioned', 'peering': false}");

    JsonNode circuit = bench.get("expressRouteCircuits/c").body();

    assertThat(circuit.at("/properties/serviceProviderProvisioningState").asText())
        .isEqualTo("Provisioned");
    assertThat(circuit.at("/properties/peerings")).isEmpty();
  }

  @Test
  void aCircuitThatIsProvidedCannotBeDeleted() {
    bench.make("expressRouteCircuits/c", Sites.circuit());
    bench.admin("POST", "circuits/c/provider", "{'state': 'Provisioned'}");

    Bench.Reply accepted = bench.delete("expressRouteCircuits/c");

    assertThat(accepted.status()).isEqualTo(202);
    JsonNode end = bench.end(accepted);
    assertThat(end.path("status").asText()).isEqualTo("Failed");
    assertThat(end.at("/error/code").asText()).isEqualTo("ConflictError");
    assertThat(end.at("/error/message").asText())
        .isEqualTo(
            "The specified dedicated circuit is not in Deprovisioned state. Please initiate the"
                + " deprovisioning process with your service provider.");
    bench.admin("POST", "circuits/c/provider", "{'state': 'Deprovisioning'}");
    bench.admin("POST", "circuits/c/provider", "{'state': 'NotProvisioned'}");
    bench.remove("expressRouteCircuits/c");
    assertThat(bench.get("expressRouteCircuits/c").status()).isEqualTo(404);
  }

  @Test
  void aStateThatNoProviderHasIsRefusedWithThoseThereAre() {
    bench.make("expressRouteCircuits/c", Sites.circuit());
    assertThat(bench.admin("POST", "circuits/c/provider", "{'state': 'Done'}").body().toString())
        .contains(
            "'state' must be one of NotProvisioned, Provisioning, Provisioned, Deprovisioning,"
                + " not 'Done'.");
  }

  @Test
  void theProviderActsByItselfIfItMay() {
    Bench automatic = Bench.automatic();
    automatic.make("expressRouteCircuits/c", Sites.circuit());

    automatic.pass(Duration.ofSeconds(140));
    assertThat(providerState(automatic)).isEqualTo("NotProvisioned");
    automatic.pass(Duration.ofSeconds(20));
    assertThat(providerState(automatic)).isEqualTo("Provisioning");
    automatic.pass(Duration.ofSeconds(150));
    assertThat(providerState(automatic)).isEqualTo("Provisioned");
    JsonNode circuit = automatic.get("expressRouteCircuits/c").body().path("properties");
    JsonNode peering = circuit.at("/peerings/0/properties");
    assertThat(circuit.at("/peerings/0/name").asText()).isEqualTo("AzurePrivatePeering");
    assertThat(peering.path("provisioningState").asText()).isEqualTo("Succeeded");
    assertThat(peering.path("state").asText()).isEqualTo("Enabled");
    assertThat(peering.path("primaryPeerAddressPrefix").asText()).isEqualTo("192.168.15.16/30");
    assertThat(peering.path("secondaryPeerAddressPrefix").asText()).isEqualTo("192.168.15.20/30");
    assertThat(peering.path("azureASN").asInt()).isEqualTo(12076);
    assertThat(peering.path("vlanId").asInt()).isEqualTo(100 + circuit.path("stag").asInt());
    assertThat(circuit.has("simulator")).isFalse();
  }

  @Test
  void theProviderForgetsACircuitThatIsDeletedBeforeItBegins() {
    Bench automatic = Bench.automatic();
    automatic.make("expressRouteCircuits/c", Sites.circuit());
    automatic.pass(Duration.ofSeconds(100));
    automatic.remove("expressRouteCircuits/c");
    automatic.make("expressRouteCircuits/c", Sites.circuit());

    automatic.pass(Duration.ofSeconds(100));

    assertThat(providerState(automatic)).isEqualTo("NotProvisioned");
  }

  @Test
  void theProviderKeepsAPeeringThatTheCustomerDeclared() {
    Bench automatic = Bench.automatic();
    automatic.make("expressRouteCircuits/c", Sites.circuit());
    automatic.make(
        "expressRouteCircuits/c/peerings/AzurePrivatePeering",
        PEERING.replace("'peerASN'", "'state': 'Disabled', 'peerASN'"));

    automatic.pass(Duration.ofMinutes(5));

    JsonNode peerings = automatic.get("expressRouteCircuits/c").body().at("/properties/peerings");
    assertThat(peerings).hasSize(1);
    assertThat(peerings.at("/0/properties/peerASN").asInt()).isEqualTo(10001);
    assertThat(peerings.at("/0/properties/state").asText()).isEqualTo("Enabled");
  }

  @Test
  void theProviderOnlyKnowsItsOwnStates() {
    bench.make("expressRouteCircuits/c", Sites.circuit());

    assertThat(bench.admin("POST", "circuits/c/provider", "{'state': 'Ready'}").status())
        .isEqualTo(400);
    assertThat(bench.admin("POST", "circuits/c/provider", "{}").code())
        .isEqualTo("InvalidRequestContent");
    assertThat(providerState(bench)).isEqualTo("NotProvisioned");
  }

  private static String providerState(Bench bench) {
    return bench
        .get("expressRouteCircuits/c")
        .body()
        .at("/properties/serviceProviderProvisioningState")
        .asText();
  }
}
