package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatewayTest {
  private final Bench bench = Bench.today();

  private void site(String gatewaySubnet) {
    bench.make("virtualNetworks/v", Sites.network(gatewaySubnet));
    bench.make("publicIPAddresses/p", Sites.address());
  }

  @Test
  void aVpnGatewayIsFilledInWhenAskedForAndWhenItRuns() {
    site("10.0.255.224/27");

    Bench.Reply created = bench.put("virtualNetworkGateways/vpn", Sites.vpn("vpngw1az"));

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.shown())
        .isEqualTo(
            Bench.expected(
                vpn(
                    "Updating",
                    "",
                    CLIENT,
                    "{'asn': 0, 'peerWeight': 0, 'bgpPeeringAddresses': [{'ipconfigurationId':"
                        + " '~/virtualNetworkGateways/vpn/ipConfigurations/default',"
                        + " 'defaultBgpIpAddresses': [], 'customBgpIpAddresses': []}]}")));
    assertThat(created.header("Retry-After")).isEqualTo("10");
    JsonNode running = bench.get("virtualNetworkGateways/vpn").body();
    assertThat(running.path("properties").has("vpnClientConfiguration")).isFalse();
    bench.pass(Duration.ofSeconds(1044));
    assertThat(bench.get("virtualNetworkGateways/vpn").body().at("/properties/provisioningState"))
        .isEqualTo(running.at("/properties/provisioningState"));
    bench.pass(Duration.ofSeconds(1));
    assertThat(bench.get("virtualNetworkGateways/vpn").shown())
        .isEqualTo(
            Bench.expected(
                vpn(
                    "Succeeded",
                    MIGRATION,
                    "",
                    "{'asn': 65515, 'bgpPeeringAddress': '10.0.255.254', 'peerWeight': 0,"
                        + " 'bgpPeeringAddresses': [{'ipconfigurationId':"
                        + " '~/virtualNetworkGateways/vpn/ipConfigurations/default',"
                        + " 'defaultBgpIpAddresses': ['10.0.255.254'], 'customBgpIpAddresses': [],"
                        + " 'tunnelIpAddresses': ['203.0.113.1']}]}")));
  }

  private static final String MIGRATION =
      "'virtualNetworkGatewayMigrationStatus': {'state': 'None', 'phase': 'None',"
          + " 'errorMessage': ''},";

  private static final String CLIENT =
      """
      'vpnClientConfiguration': {'vpnClientProtocols': ['OpenVPN', 'IkeV2'],
        'vpnAuthenticationTypes': [], 'vpnClientRootCertificates': [],
        'vpnClientRevokedCertificates': [], 'vngClientConnectionConfigurations': [],
        'radiusServers': [], 'vpnClientIpsecPolicies': []},
      """;

  private static String vpn(String state, String migration, String client, String bgp) {
    return """
    {'name': 'vpn', 'id': '~/virtualNetworkGateways/vpn', 'etag': 'E',
     'type': 'Microsoft.Network/virtualNetworkGateways', 'location': 'westus2',
     'properties': {'provisioningState': '%1$s', 'resourceGuid': 'G',
       'packetCaptureDiagnosticState': 'None', 'enablePrivateIpAddress': false,
       'isMigrateToCSES': false, %2$s
       'ipConfigurations': [{'name': 'default',
         'id': '~/virtualNetworkGateways/vpn/ipConfigurations/default', 'etag': 'E',
         'type': 'Microsoft.Network/virtualNetworkGateways/ipConfigurations',
         'properties': {'provisioningState': '%1$s', 'privateIPAllocationMethod': 'Dynamic',
           'publicIPAddress': {'id': '~/publicIPAddresses/p'},
           'subnet': {'id': '~/virtualNetworks/v/subnets/GatewaySubnet'}}}],
       'natRules': [], 'virtualNetworkGatewayPolicyGroups': [],
       'enableBgpRouteTranslationForNat': false, 'disableIPSecReplayProtection': false,
       'sku': {'name': 'VpnGw1AZ', 'tier': 'VpnGw1AZ', 'capacity': 2}, 'gatewayType': 'Vpn',
       'vpnType': 'RouteBased', 'enableBgp': false, 'activeActive': false, %3$s
       'bgpSettings': %4$s, 'vpnGatewayGeneration': 'Generation1',
       'allowRemoteVnetTraffic': false, 'allowVirtualWanTraffic': false}}
    """
        .formatted(state, migration, client, bgp);
  }

  @Test
  void anExpressRouteGatewayNeedsNoAddressAndHasNoBgpSettings() {
    site("10.0.255.224/27");

    JsonNode gateway =
        bench.make("virtualNetworkGateways/er", Sites.expressRoute("standard")).path("properties");

    assertThat(gateway.at("/sku/name").asText()).isEqualTo("Standard");
    assertThat(gateway.path("gatewayType").asText()).isEqualTo("ExpressRoute");
    assertThat(gateway.path("vpnGatewayGeneration").asText()).isEqualTo("None");
    assertThat(gateway.path("adminState").asText("?")).isEmpty();
    assertThat(gateway.path("resiliencyModel").asText()).isEqualTo("SingleHomed");
    assertThat(gateway.has("bgpSettings")).isFalse();
    assertThat(gateway.at("/ipConfigurations/0/properties").has("publicIPAddress")).isFalse();
  }

  @Test
  void anActiveActiveGatewayTakesTheFirstFreeAddresses() {
    site("10.0.255.224/27");
    bench.make("publicIPAddresses/q", Sites.address());
    String second =
        """
        'activeActive': true, 'ipConfigurations': [{'name': 'second', 'properties': {
          'publicIPAddress': {'id': '~/publicIPAddresses/q'},
          'subnet': {'id': '~/virtualNetworks/v/subnets/GatewaySubnet'}}},
        """;

    JsonNode gateway =
        bench.make(
            "virtualNetworkGateways/vpn",
            Sites.vpn("VpnGw2AZ").replace("'ipConfigurations': [", second));

    JsonNode bgp = gateway.at("/properties/bgpSettings");
    assertThat(bgp.path("bgpPeeringAddress").asText()).isEqualTo("10.0.255.228,10.0.255.229");
    assertThat(bgp.at("/bgpPeeringAddresses/1/defaultBgpIpAddresses/0").asText())
        .isEqualTo("10.0.255.229");
    assertThat(bgp.at("/bgpPeeringAddresses/0/tunnelIpAddresses/0").asText())
        .isEqualTo("203.0.113.2");

    JsonNode alone = bench.make("virtualNetworkGateways/vpn", Sites.vpn("VpnGw2AZ"));
    assertThat(alone.at("/properties/bgpSettings/bgpPeeringAddress").asText())
        .isEqualTo("10.0.255.254");
    assertThat(bench.get("publicIPAddresses/q").body().path("properties").has("ipConfiguration"))
        .isFalse();
  }

  @Test
  void aClientsOwnAsnAndPeeringAddressStay() {
    site("10.0.255.224/27");
    String own =
        "'bgpSettings': {'asn': 65010, 'bgpPeeringAddress': '10.2.250.250'}, 'ipConfigurations'";

    JsonNode bgp =
        bench
            .make(
                "virtualNetworkGateways/vpn",
                Sites.vpn("VpnGw1AZ").replace("'ipConfigurations'", own))
            .at("/properties/bgpSettings");

    assertThat(bgp.path("asn").asInt()).isEqualTo(65010);
    assertThat(bgp.path("bgpPeeringAddress").asText()).isEqualTo("10.2.250.250");
  }

  @Test
  void bothGatewaysOfANetworkAreCreatedAtTheSameTime() {
    site("10.0.255.224/27");

    Bench.Reply vpn = bench.put("virtualNetworkGateways/vpn", Sites.vpn("VpnGw1AZ"));
    Bench.Reply er = bench.put("virtualNetworkGateways/er", Sites.expressRoute("ErGw1AZ"));

    assertThat(vpn.status()).isEqualTo(201);
    assertThat(er.status()).isEqualTo(201);
    bench.pass(Duration.ofSeconds(1045));
    assertThat(bench.end(vpn).path("status").asText()).isEqualTo("Succeeded");
    assertThat(bench.end(er).path("status").asText()).isEqualTo("Succeeded");
  }

  @Test
  void takesSubnetAndAddressAtOnceAndGivesThemBackWhenItIsGone() {
    site("10.0.255.224/27");
    Bench.Reply creation = bench.put("virtualNetworkGateways/vpn", Sites.vpn("VpnGw1AZ"));
    String user = "~/virtualNetworkGateways/vpn/ipConfigurations/default";

    JsonNode subnet = bench.get("virtualNetworks/v/subnets/GatewaySubnet").body();
    assertThat(Bench.shown(subnet.at("/properties/ipConfigurations")))
        .isEqualTo(Bench.expected("[{'id': '" + user + "'}]"));
    assertThat(
            Bench.shown(bench.get("publicIPAddresses/p").body().at("/properties/ipConfiguration")))
        .isEqualTo(Bench.expected("{'id': '" + user + "'}"));
    bench.end(creation);
    assertThat(bench.delete("virtualNetworks/v/subnets/GatewaySubnet").message())
        .isEqualTo(
            "Subnet GatewaySubnet is in use by "
                + user
                + " and cannot be deleted. In order to delete the subnet, delete all the resources"
                + " within the subnet. See aka.ms/deletesubnet.");
    assertThat(bench.delete("virtualNetworks/v").code()).isEqualTo("InUseSubnetCannotBeDeleted");
    Bench.Reply address = bench.delete("publicIPAddresses/p");
    assertThat(address.status()).isEqualTo(400);
    assertThat(address.code()).isEqualTo("PublicIPAddressCannotBeDeleted");
    assertThat(address.message())
        .isEqualTo(
            "Public IP address ~/publicIPAddresses/p can not be deleted since it is still allocated"
                + " to resource "
                + user
                + ". In order to delete the public IP, disassociate/detach the Public IP address"
                + " from the resource.  To learn how to do this, see aka.ms/deletepublicip.");
    bench.remove("virtualNetworkGateways/vpn");
    bench.remove("publicIPAddresses/p");
    bench.remove("virtualNetworks/v");
  }

  @Test
  void aPutOfTheNetworkCannotDropASubnetInUse() {
    site("10.0.255.224/27");
    bench.make("virtualNetworkGateways/vpn", Sites.vpn("VpnGw1AZ"));

    Bench.Reply refused =
        bench.put(
            "virtualNetworks/v",
            """
            {'location': 'westus2', 'properties': {
              'addressSpace': {'addressPrefixes': ['10.0.0.0/16']}, 'subnets': []}}
            """);

    assertThat(refused.code()).isEqualTo("InUseSubnetCannotBeDeleted");
    JsonNode kept = bench.make("virtualNetworks/v", Sites.network("10.0.255.224/27"));
    assertThat(kept.at("/properties/subnets/1/properties/ipConfigurations")).hasSize(1);
  }

  @Test
  void writesToABusyNetworkOrGatewayAreToBeRepeated() {
    site("10.0.255.224/27");
    bench.put("virtualNetworkGateways/vpn", Sites.vpn("VpnGw1AZ"));

    Bench.Reply network =
        bench.put("virtualNetworks/v/subnets/x", "{'properties': {'addressPrefix':'10.0.9.0/24'}}");
    Bench.Reply gateway = bench.put("virtualNetworkGateways/vpn", Sites.vpn("VpnGw1AZ"));
    Bench.Reply deletion = bench.delete("virtualNetworkGateways/vpn");

    assertThat(network.status()).isEqualTo(429);
    assertThat(network.code()).isEqualTo("RetryableError");
    assertThat(network.message()).isEqualTo("A retryable error occurred.");
    assertThat(network.detail())
        .matches(
            "RetryableErrorDueToAnotherOperation: Operation PutVirtualNetworkGatewayOperation"
                + " \\([0-9a-f-]{36}\\) is updating resource 00000000-0000-0000-0000-000000000001."
                + " The call can be retried in 15 seconds\\.");
    assertThat(gateway.status()).isEqualTo(429);
    assertThat(deletion.status()).isEqualTo(409);
    assertThat(deletion.code()).isEqualTo("AnotherOperationInProgress");
    assertThat(deletion.message())
        .matches(
            "Another operation on this or dependent resource is in progress. To retrieve status of"
                + " the operation use uri: [0-9a-f-]{36}\\.");
  }

  @Test
  void whatItStandsOnMustBeReady() {
    bench.make("publicIPAddresses/p", Sites.address());
    bench.put("virtualNetworks/v", Sites.network("10.0.255.224/27"));

    Bench.Reply refused = bench.put("virtualNetworkGateways/vpn", Sites.vpn("VpnGw1AZ"));

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.detail())
        .isEqualTo(
            "ReferencedResourceNotProvisioned: Cannot proceed with operation because resource"
                + " ~/virtualNetworks/v/subnets/GatewaySubnet used by resource"
                + " ~/virtualNetworkGateways/vpn is not in Succeeded state. Resource is in Updating"
                + " state and the last operation that updated/is updating the resource is"
                + " PutVirtualNetworkOperation.");
  }

  @Test
  void tagsChangeWithoutAnOperationToFollow() {
    site("10.0.255.224/27");
    bench.make("virtualNetworkGateways/vpn", Sites.vpn("VpnGw1AZ"));

    Bench.Reply patch =
        bench.network("PATCH", "virtualNetworkGateways/vpn", "{'tags': {'a': 'b'}}");

    assertThat(patch.status()).isEqualTo(200);
    assertThat(patch.header("Azure-AsyncOperation")).isEmpty();
    assertThat(patch.body().at("/properties/provisioningState").asText()).isEqualTo("Updating");
    bench.pass(Duration.ofMinutes(3));
    JsonNode gateway = bench.get("virtualNetworkGateways/vpn").body();
    assertThat(gateway.at("/properties/provisioningState").asText()).isEqualTo("Succeeded");
    assertThat(gateway.at("/tags/a").asText()).isEqualTo("b");
  }

  @Test
  void aPointToSitePoolIsShownWithItsHealth() {
    site("10.0.255.224/27");
    String pool =
        """
        'vpnClientConfiguration': {'radiusServerAddress': '30.1.1.15',
          'radiusServerSecret': 'secret1', 'vpnClientProtocols': ['IkeV2'],
          'vpnClientAddressPool': {'addressPrefixes': ['40.1.0.0/24']}}, 'ipConfigurations'
        """;

    JsonNode client =
        bench
            .make(
                "virtualNetworkGateways/vpn",
                Sites.vpn("VpnGw1AZ").replace("'ipConfigurations'", pool))
            .at("/properties/vpnClientConfiguration");

    assertThat(client.path("vpnAuthenticationTypes").toString()).isEqualTo("[\"Radius\"]");
    assertThat(client.path("radiusServerSecret").asText()).isEqualTo("secret1");
    assertThat(client.at("/vpnClientConnectionHealth/vpnClientConnectionsCount").asInt(-1))
        .isZero();
  }

  @Test
  void radiusSecretsAreShownByACallOfTheirOwnSince202503() {
    site("10.0.255.224/27");
    String clients =
        """
        'vpnClientConfiguration': {'radiusServerAddress': '30.1.1.15',
          'radiusServerSecret': 'secret1',
          'radiusServers': [{'radiusServerAddress': '30.1.1.16', 'radiusServerSecret': 'secret2',
            'radiusServerScore': 7}],
          'vpnClientAddressPool': {'addressPrefixes': ['40.1.0.0/24']}}, 'ipConfigurations'
        """;
    String body = Sites.vpn("VpnGw1AZ").replace("'ipConfigurations'", clients);
    assertThat(bench.make("virtualNetworkGateways/vpn", body).toString())
        .contains("secret1", "secret2");
    assertThat(bench.post("virtualNetworkGateways/vpn/listRadiusSecrets", "").status())
        .as("the version before")
        .isEqualTo(404);

    bench.version("2025-03-01");

    assertThat(bench.get("virtualNetworkGateways/vpn").body().toString())
        .contains("30.1.1.16", "radiusServerScore")
        .doesNotContain("secret1", "secret2");
    assertThat(bench.post("virtualNetworkGateways/vpn/listRadiusSecrets", "").body())
        .hasToString(
            "{\"value\":[{\"radiusServerAddress\":\"30.1.1.15\",\"radiusServerSecret\":\"secret1\"},"
                + "{\"radiusServerAddress\":\"30.1.1.16\",\"radiusServerSecret\":\"secret2\"}]}");
  }

  @Test
  void aResetTakesAWhile() {
    site("10.0.255.224/27");
    bench.make("virtualNetworkGateways/vpn", Sites.vpn("VpnGw1AZ"));

    Bench.Reply reset = bench.post("virtualNetworkGateways/vpn/reset", "");

    assertThat(reset.status()).isEqualTo(202);
    assertThat(bench.get("virtualNetworkGateways/vpn").body().at("/properties/provisioningState"))
        .hasToString("\"Updating\"");
    assertThat(bench.outcome(reset).status()).isEqualTo(200);
    assertThat(bench.get("virtualNetworkGateways/vpn").body().at("/properties/provisioningState"))
        .hasToString("\"Succeeded\"");
  }
}
