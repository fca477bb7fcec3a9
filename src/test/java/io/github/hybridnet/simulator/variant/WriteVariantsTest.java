package io.github.hybridnet.simulator.variant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.junit.Simulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How writes and what follows them look to a client with each variant. */
@Simulator(manualClock = true)
class WriteVariantsTest {
  private static final String ADDRESS = "publicIPAddresses/p";
  private static final String NETWORK = "virtualNetworks/v";
  private static final String SUBNET = NETWORK + "/subnets/a";

  @Test
  void resourceIsUpdatingForSomeTimeAfterItsOperation(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of("state-after-operation", "updating"));
    ArmClient.Answer write = rig.put(NETWORK, VariantRig.NETWORK);
    String operation = write.header("Azure-AsyncOperation").orElseThrow();
    for (int i = 0; status(rig, operation).equals("InProgress"); i++) {
      assertThat(i).isLessThan(1000);
      rig.pass(1);
    }
    assertThat(status(rig, operation)).isEqualTo("Succeeded");
    assertThat(rig.state(NETWORK)).isEqualTo("Updating");
    assertThat(rig.state(SUBNET)).isEqualTo("Updating");
    assertThat(rig.get("virtualNetworks").json().at("/value/0/properties/provisioningState"))
        .hasToString("\"Updating\"");
    rig.pass(31);
    assertThat(rig.state(NETWORK)).isEqualTo("Succeeded");
    assertThat(rig.state(SUBNET)).isEqualTo("Succeeded");
  }

  @Test
  void networkIsUpdatingAfterItsSubnetWasWritten(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of());
    rig.made(NETWORK, VariantRig.NETWORK);
    rig.made(ADDRESS, VariantRig.ADDRESS);
    rig.play(Map.of("state-after-operation", "updating"));
    String operation =
        rig.put(SUBNET, "{'properties': {'addressPrefix': '10.0.2.0/24'}}")
            .header("Azure-AsyncOperation")
            .orElseThrow();
    while (status(rig, operation).equals("InProgress")) {
      rig.pass(1);
    }
    assertThat(rig.state(NETWORK)).isEqualTo("Updating");
    assertThat(rig.state(ADDRESS)).isEqualTo("Succeeded");
  }

  private static String status(VariantRig rig, String operation) {
    return rig.get(operation).json().path("status").asText();
  }

  @Test
  void whatOnlyTheServiceSetsMustNotBeSentBack(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of());
    JsonNode network = rig.made(NETWORK, VariantRig.NETWORK);
    rig.play(Map.of("read-only-members", "refused"));
    ArmClient.Answer refused = rig.put(NETWORK, network.toString());
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("InvalidRequestFormat");
    assertThat(refused.json().at("/error/details").findValuesAsText("message"))
        .contains(
            "The member 'etag' is read-only. Path 'etag'.",
            "The member 'resourceGuid' is read-only. Path 'properties.resourceGuid'.",
            "The member 'provisioningState' is read-only. Path"
                + " 'properties.subnets[0].properties.provisioningState'.");
    assertThat(rig.put(NETWORK, VariantRig.NETWORK).status()).isEqualTo(200);
    assertThat(rig.put(NETWORK, "{").code()).isEqualTo("InvalidRequestContent");
    rig.play(Map.of());
    assertThat(rig.put(NETWORK, network.toString()).status()).isEqualTo(200);
  }

  @Test
  void newOrderOfTheSameDnsServersIsIgnoredOrShownTheOtherWayRound(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of("dns-server-order", "fixed"));
    rig.made(NETWORK, withServers("'10.0.0.4', '10.0.0.5'"));
    rig.made(NETWORK, withServers("'10.0.0.5', '10.0.0.4'"));
    assertThat(servers(rig)).hasToString("[\"10.0.0.4\",\"10.0.0.5\"]");
    rig.made(NETWORK, withServers("'10.0.0.5', '10.0.0.6'"));
    assertThat(servers(rig)).hasToString("[\"10.0.0.5\",\"10.0.0.6\"]");
    rig.play(Map.of("dns-server-order", "reversed"));
    assertThat(servers(rig)).hasToString("[\"10.0.0.6\",\"10.0.0.5\"]");
    rig.play(Map.of());
    rig.made(NETWORK, withServers("'10.0.0.6', '10.0.0.5'"));
    assertThat(servers(rig)).hasToString("[\"10.0.0.6\",\"10.0.0.5\"]");
  }

  private static String withServers(String servers) {
    return VariantRig.NETWORK.replace(
        "'subnets'", "'dhcpOptions': {'dnsServers': [" + servers + "]}, 'subnets'");
  }

  private static JsonNode servers(VariantRig rig) {
    return rig.get(NETWORK).json().at("/properties/dhcpOptions/dnsServers");
  }

  @Test
  void peeringsOfANetworkAreLeftOut(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of());
    rig.made(NETWORK, VariantRig.NETWORK);
    rig.made("virtualNetworks/w", VariantRig.NETWORK.replace("10.0.", "10.1."));
    String peering = NETWORK + "/virtualNetworkPeerings/p";
    rig.made(
        peering,
        "{'properties': {'remoteVirtualNetwork': {'id': '"
            + rig.group()
            + "/providers/Microsoft.Network/virtualNetworks/w'}}}");
    rig.play(Map.of("network-peerings", "omitted"));
    assertThat(rig.get(NETWORK).json().path("properties").has("virtualNetworkPeerings")).isFalse();
    assertThat(rig.get(peering).status()).isEqualTo(200);
    rig.made(NETWORK, VariantRig.NETWORK);
    rig.play(Map.of());
    assertThat(rig.get(NETWORK).json().at("/properties/virtualNetworkPeerings")).hasSize(1);
  }

  @Test
  void keyOfAnAuthorizationIsHidden(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of());
    String circuit = "expressRouteCircuits/c";
    rig.made(
        circuit,
        "{'location': 'westus2', 'sku': {'name': 'Standard_MeteredData', 'tier': 'Standard',"
            + " 'family': 'MeteredData'}, 'properties': {'serviceProviderProperties':"
            + " {'serviceProviderName': 'Equinix', 'peeringLocation': 'Silicon Valley',"
            + " 'bandwidthInMbps': 50}}}");
    rig.made(circuit + "/authorizations/a", "{'properties': {}}");
    for (String place : List.of(circuit, circuit + "/authorizations/a")) {
      assertThat(rig.get(place).json().findValues("authorizationKey")).hasSize(1);
      rig.play(Map.of("authorization-keys", "hidden"));
      assertThat(rig.get(place).json().findValues("authorizationKey")).isEmpty();
      assertThat(rig.get(place).json().findValues("authorizationUseStatus")).hasSize(1);
      rig.play(Map.of());
    }
  }

  @Test
  void policyAddsItsTagsToResourcesAndGroups(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of("tag-policy", "adds-tags"));
    ArmClient.Answer made =
        rig.put(
            ADDRESS,
            VariantRig.ADDRESS.replace(
                "'location'", "'tags': {'mine': '1', 'Policy-Owner': 'me'}, 'location'"));
    JsonNode tags = made.json().path("tags");
    assertThat(tags.size()).isEqualTo(3);
    assertThat(tags.path("mine").asText()).isEqualTo("1");
    assertThat(tags.path("Policy-Owner").asText()).isEqualTo("me");
    assertThat(tags.path("policy-cost-center").asText()).isEqualTo("4711");
    assertThat(rig.get(ADDRESS).json().path("tags")).isEqualTo(tags);
    assertThat(rig.get("").json().has("tags")).isFalse();
    rig.send("PATCH", "", "{'tags': {'mine': '1'}}");
    assertThat(rig.get("").json().path("tags").size()).isEqualTo(3);
    rig.send("PUT", "", "{'location': 'westus2'}");
    assertThat(rig.get("").json().path("tags").size()).isEqualTo(2);
  }

  @Test
  void policyHasNothingToDoWithSubnets(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of());
    rig.made(NETWORK, VariantRig.NETWORK);
    rig.play(Map.of("tag-policy", "adds-tags"));
    rig.put(SUBNET, "{'properties': {'addressPrefix': '10.0.1.0/24'}}");
    assertThat(rig.get(SUBNET).json().has("tags")).isFalse();
  }
}
