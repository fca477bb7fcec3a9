package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayRefusalTest {
  private static final String VPN = "virtualNetworkGateways/vpn";

  private static final String ZONES = "'zones': ['1', '2', '3'], ";

  private Bench bench = Bench.today();

  private Bench.Reply put(String body) {
    return bench.put(VPN, body);
  }

  private void site(String gatewaySubnet) {
    bench.make("virtualNetworks/v", Sites.network(gatewaySubnet));
    bench.make("publicIPAddresses/p", Sites.address());
  }

  private static void assertRefused(Bench.Reply reply, String code, String message) {
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.message()).isEqualTo(message);
  }

  @Test
  void noGatewaySubnet() {
    bench.make(
        "virtualNetworks/v", Sites.network("10.0.2.0/24").replace("GatewaySubnet", "gateways"));
    bench.make("publicIPAddresses/p", Sites.address());

    assertRefused(
        put(Sites.vpn("VpnGw1AZ")),
        "InvalidResourceReference",
        "Resource ~/virtualNetworks/v/subnets/GatewaySubnet referenced by resource"
            + " ~/virtualNetworkGateways/vpn was not found. Please make sure that the referenced"
            + " resource exists, and that both resources are in the same region.");
  }

  @Test
  void anotherSubnet() {
    site("10.0.255.224/27");

    assertRefused(
        put(Sites.vpn("VpnGw1AZ").replace("GatewaySubnet", "web")),
        "InvalidGatewaySubnet",
        "Gateway ~/virtualNetworkGateways/vpn must be in a subnet named GatewaySubnet and not in"
            + " ~/virtualNetworks/v/subnets/web.");
  }

  @Test
  void anotherBgpAddress() {
    site("10.0.255.224/27");
    bench.make(VPN, Sites.vpn("VpnGw1AZ"));
    String address = "'bgpSettings': {'asn': 65515, 'bgpPeeringAddress': '%s'}, 'sku'";

    assertRefused(
        put(Sites.vpn("VpnGw1AZ").replace("'sku'", address.formatted("10.0.255.250"))),
        "VirtualNetworkGatewayBgpPeeringAddressCannotBeModified",
        "The BgpPeeringAddress for the virtual network gateway ~/virtualNetworkGateways/vpn cannot"
            + " be modified");
    assertThat(
            put(Sites.vpn("VpnGw1AZ").replace("'sku'", address.formatted("10.0.255.254"))).status())
        .isEqualTo(200);
  }

  @Test
  void anotherRegion() {
    site("10.0.255.224/27");

    assertThat(put(Sites.vpn("VpnGw1AZ").replace("westus2", "eastus")).code())
        .isEqualTo("InvalidResourceReference");
  }

  @Test
  void aSecondGatewayOfTheSameType() {
    site("10.0.255.224/27");
    bench.make("virtualNetworkGateways/er", Sites.expressRoute("Standard"));

    assertRefused(
        bench.put("virtualNetworkGateways/er2", Sites.expressRoute("Standard")),
        "VirtualNetworkGatewayOfSameTypeAlreadyExists",
        "Virtual network ~/virtualNetworks/v already has a gateway of type ExpressRoute:"
            + " ~/virtualNetworkGateways/er.");
  }

  @Test
  void noRoomForASecondGateway() {
    site("10.0.255.224/28");
    bench.make("virtualNetworkGateways/er", Sites.expressRoute("Standard"));

    assertRefused(
        put(Sites.vpn("VpnGw1AZ")),
        "GatewaySubnetIsTooSmall",
        "Subnet ~/virtualNetworks/v/subnets/GatewaySubnet is too small for the gateways. It must"
            + " be /27 or larger.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"VpnGw1", "VpnGw5", "Standard", "HighPerformance"})
  void retiredSizes(String sku) {
    site("10.0.255.224/27");

    assertRefused(
        put(Sites.vpn(sku)),
        "NonAzSkusNotAllowedForVPNGateway",
        "VpnGw1-5 non-AZ SKUs are no longer supported for VPN gateways. Only VpnGw1-5AZ SKUs can be"
            + " created going forward.");
    bench = Bench.earlier();
    bench.make("virtualNetworks/v", Sites.network("10.0.255.224/27"));
    bench.make("publicIPAddresses/p", Sites.address().replace(ZONES, ""));
    assertThat(put(Sites.vpn(sku)).status()).isEqualTo(201);
  }

  @Test
  void aSizeOfTheOtherType() {
    site("10.0.255.224/27");

    assertRefused(
        put(Sites.vpn("ErGw1AZ")),
        "InvalidGatewaySkuSpecifiedForGatewayDeploymentType",
        "Virtual network gateway Sku specified is not valid for gateway"
            + " ~/virtualNetworkGateways/vpn with DeploymentType VMScaleSet. The allowed Skus are"
            + " VpnGw1AZ,VpnGw2AZ,VpnGw3AZ,VpnGw4AZ,VpnGw5AZ,VpnGw1,VpnGw2,VpnGw3,VpnGw4,VpnGw5,"
            + "Basic,Standard,HighPerformance.");
    assertThat(put(Sites.expressRoute("Basic")).code())
        .isEqualTo("InvalidGatewaySkuSpecifiedForGatewayDeploymentType");
  }

  @Test
  void aGenerationThatTheSizeDoesNotHave() {
    site("10.0.255.224/27");

    assertRefused(
        put(Sites.vpn("VpnGw1AZ").replace("'sku'", "'vpnGatewayGeneration': 'generation2', 'sku'")),
        "VirtualNetworkGatewaySkuCannotBeCreatedForSpecifiedVmGeneration",
        "The Virtual Network Gateway Sku VpnGw1AZ cannot be used when"
            + " VirtualNetworkVpnGatewayGeneration is set to Generation2.");
  }

  @Test
  void anUnknownTypeOrSize() {
    site("10.0.255.224/27");

    assertThat(put(Sites.vpn("VpnGw1AZ").replace("'vpn'", "'DynamicRouting'")).detail())
        .isEqualTo(
            "InvalidJson: Error converting value \"DynamicRouting\" to type"
                + " 'Microsoft.WindowsAzure.Networking.Nrp.Frontend.Contract.Csm.Public.VirtualNetworkGatewayType'."
                + " Path 'properties.gatewayType', line 1, position 66.");
    assertThat(put(Sites.vpn("VpnGw9")).detail()).contains("\"VpnGw9\"").contains("sku.name");
    assertThat(put("{'location': 'westus2'}").detail()).isEqualTo(": ");
    assertThat(put("{'location': 'westus2', 'properties': {}}").detail())
        .isEqualTo(
            "InvalidJson: Required property 'gatewayType' not found in JSON. Path 'properties'.");
  }

  @Test
  void noPublicAddressOnAVpnGateway() {
    site("10.0.255.224/27");

    assertRefused(
        put(Sites.vpn("VpnGw1AZ").replaceAll("'publicIPAddress': \\{[^}]*},", "")),
        "PublicIpForGatewayIsRequired",
        "Public IP address reference is required for gateway IP configration"
            + " ~/virtualNetworkGateways/vpn.");
  }

  @Test
  void anAddressWithoutZonesOnAZonedGateway() {
    bench.make("virtualNetworks/v", Sites.network("10.0.255.224/27"));
    bench.make("publicIPAddresses/p", Sites.address().replace("'zones': ['1', '2', '3'], ", ""));

    assertRefused(
        put(Sites.vpn("VpnGw1AZ")),
        "VmssVpnGatewayPublicIpsMustHaveZonesConfigured",
        "Standard Public IPs associated with VPN Gateways with AZ VPN skus must have zones"
            + " configured.");
  }

  @Test
  void aBasicAddress() {
    bench = Bench.earlier();
    bench.make("virtualNetworks/v", Sites.network("10.0.255.224/27"));
    bench.make("publicIPAddresses/p", "{'location': 'westus2'}");

    assertRefused(
        put(Sites.vpn("VpnGw1AZ")),
        "PublicIpWithBasicSkuNotAllowedOnVPNGateways",
        "Basic IP configuration for VPN Virtual Network Gateways is not supported. Follow the link"
            + " for more details : https://go.microsoft.com/fwlink/p/?linkid=2241350");
    assertRefused(
        put(Sites.vpn("ErGw1AZ").replace("'vpn'", "'ExpressRoute'")),
        "PublicIpWithBasicSkuNotAllowedOnExpressRouteGateways",
        "Basic IP configuration for ExpressRoute Virtual Network Gateways is not supported. Please"
            + " create and associate a Standard IP. ~/virtualNetworkGateways/vpn");
    assertThat(bench.make(VPN, Sites.vpn("VpnGw1")).path("name").asText()).isEqualTo("vpn");
    assertThat(bench.get("publicIPAddresses/p").body().at("/properties/ipAddress").asText())
        .isEqualTo("203.0.113.1");
    bench.remove(VPN);
    assertThat(bench.get("publicIPAddresses/p").body().path("properties").has("ipAddress"))
        .isFalse();
  }

  @Test
  void anAddressThatIsTaken() {
    site("10.0.255.224/27");
    bench.make(VPN, Sites.vpn("VpnGw1AZ"));
    String withAddress =
        Sites.expressRoute("ErGw1AZ")
            .replace("'subnet'", "'publicIPAddress': {'id': '~/publicIPAddresses/p'}, 'subnet'");

    assertRefused(
        bench.put("virtualNetworkGateways/er", withAddress),
        "PublicIPAddressInUse",
        "Resource ~/virtualNetworkGateways/er/ipConfigurations/default is referencing public IP"
            + " address ~/publicIPAddresses/p that is already allocated to resource"
            + " ~/virtualNetworkGateways/vpn/ipConfigurations/default.");
  }

  @Test
  void aReferenceThatIsNone() {
    site("10.0.255.224/27");
    String path = "Path properties.ipConfigurations[0].properties.subnet.";

    assertThat(
            put(Sites.vpn("VpnGw1AZ").replaceAll("'subnet': \\{[^}]*}", "'subnet': {}")).detail())
        .isEqualTo("MissingJsonReferenceId: Value for reference id is missing. " + path);
    assertThat(put(Sites.vpn("VpnGw1AZ").replace("~/virtualNetworks", "v")).detail())
        .isEqualTo(
            "InvalidJsonReferenceFormat: Reference Id v/v/subnets/GatewaySubnet is not formatted"
                + " correctly. The Id is expected to reference resources of type"
                + " virtualNetworks/subnets. "
                + path);
    assertThat(put(Sites.vpn("VpnGw1AZ").replace("/subnets/GatewaySubnet", "")).detail())
        .isEqualTo(
            "InvalidJsonReferenceWrongType: Reference Id ~/virtualNetworks/v is referencing"
                + " resource of a wrong type. The Id is expected to reference resources of type"
                + " virtualNetworks/subnets. "
                + path);
  }

  @Test
  void growthFromBasic() {
    site("10.0.255.224/27");
    bench.make(VPN, Sites.vpn("Basic"));

    assertRefused(
        put(Sites.vpn("VpnGw1AZ")),
        "CustomerGatewayUpgradeFromBasicNotAllowed",
        "Upgrade from Basic SKU not allowed for Gateway ~/virtualNetworkGateways/vpn. Please delete"
            + " and recreate if needed.");
  }

  private static String activeActive(String rest, String... addresses) {
    String configurations =
        IntStream.range(0, addresses.length)
            .mapToObj(
                i ->
                    """
                    {'name': 'c%d', 'properties': {
                      'publicIPAddress': {'id': '~/publicIPAddresses/%s'},
                      'subnet': {'id': '~/virtualNetworks/v/subnets/GatewaySubnet'}}}
                    """
                        .formatted(i, addresses[i]))
            .collect(Collectors.joining(","));
    return """
    {'location': 'westus2', 'properties': {'gatewayType': 'vpn', 'activeActive': true,
      'sku': {'name': 'VpnGw2AZ', 'tier': 'VpnGw2AZ'}, %s 'ipConfigurations': [%s]}}
    """
        .formatted(rest, configurations);
  }

  @Test
  void activeActiveNeedsTwoAddresses() {
    site("10.0.255.224/27");
    bench.make("publicIPAddresses/p2", Sites.address());
    bench.make("publicIPAddresses/p3", Sites.address());

    assertRefused(
        put(activeActive("", "p")),
        "ActiveActiveGatewayMustHaveExactlyTwoIpConfigurations",
        "Gateway has 1 IP configurations specified for gateway ~/virtualNetworkGateways/vpn."
            + " ActiveActive Gateway must be created with two IP configurations.");
    assertThat(put(activeActive("", "p", "p2", "p3")).code())
        .isEqualTo("ActiveActiveGatewayMustHaveExactlyTwoIpConfigurations");
    assertThat(put(activeActive("", "p", "p2")).status()).isEqualTo(201);
  }

  @Test
  void activeActiveBesideClientsNeedsThreeAddresses() {
    site("10.0.255.224/27");
    bench.make("publicIPAddresses/p2", Sites.address());
    bench.make("publicIPAddresses/p3", Sites.address());
    String clients =
        "'vpnClientConfiguration': {'vpnClientAddressPool': {'addressPrefixes':"
            + " ['172.31.0.0/24']}},";

    assertRefused(
        put(activeActive(clients, "p", "p2")),
        "ActiveActiveP2SGatewayMustHaveExactlyThreeIpConfigurations",
        "Gateway 2 has ~/virtualNetworkGateways/vpn IP configurations specified for gateway."
            + " ActiveActive Gateway with Vpn client configuration must be created with three IP"
            + " configurations.");
    assertThat(put(activeActive(clients, "p", "p2", "p3")).status()).isEqualTo(201);
  }

  @Test
  void activeActiveOnAddressesOfOtherZones() {
    site("10.0.255.224/27");
    bench.make("publicIPAddresses/p2", Sites.address().replace(ZONES, "'zones': ['2'], "));

    Bench.Reply refused = put(activeActive("", "p", "p2"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("ActiveActiveGatewayPublicIPAddressesDiffersInSkuOrZones");
    assertThat(refused.message())
        .startsWith(
            "Virtual network gateway ~/virtualNetworkGateways/vpn in active active mode is using"
                + " PublicIPAddresses either with different Skus");
  }

  @Test
  void aZonalAddressOnARegionalGateway() {
    bench = Bench.earlier();
    site("10.0.255.224/27");

    assertRefused(
        put(Sites.vpn("VpnGw2")),
        "RegionalVmssVpnGatewayPublicIpsMustNotHaveZonesConfigured",
        "Standard Public IPs associated with VPN gateways with non-AZ VPN skus cannot have zones"
            + " configured.");
  }

  @Test
  void anotherAddressOnAGatewayThatExists() {
    site("10.0.255.224/27");
    bench.make("publicIPAddresses/p2", Sites.address());
    bench.make(VPN, Sites.vpn("VpnGw1AZ"));

    Bench.Reply refused =
        put(Sites.vpn("VpnGw1AZ").replace("publicIPAddresses/p'", "publicIPAddresses/p2'"));

    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused.code()).isEqualTo("InternalServerError");
    assertThat(put(Sites.vpn("VpnGw1AZ")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "VpnGw2AZ, Generation1, VpnGw2AZ, Generation2",
    "VpnGw2AZ, Generation2, VpnGw2AZ, Generation1",
    "VpnGw2AZ, Generation1, VpnGw4AZ, Generation1",
    "VpnGw2AZ, Generation1, VpnGw4AZ, Generation2",
  })
  void aChangeToTheOtherGeneration(
      String sku, String generation, String newSku, String newGeneration) {
    site("10.0.255.224/27");
    bench.make(VPN, generation(sku, generation));

    assertRefused(
        put(generation(newSku, newGeneration)),
        "CrossSeriesOrCrossGatewayGenenrationResizeNotSupported",
        "Resize from ASeries to DSeries or vice versa and Resize across"
            + " VirtualNetworkVpnGatewayGenerations are not supported.");
  }

  private static String generation(String sku, String generation) {
    return Sites.vpn(sku).replace("'sku'", "'vpnGatewayGeneration': '" + generation + "', 'sku'");
  }

  @Test
  void aSmallerSizeOfAGatewayThatExists() {
    site("10.0.255.224/27");
    bench.make(VPN, Sites.vpn("VpnGw3AZ"));

    assertThat(put(Sites.vpn("VpnGw2AZ")).code())
        .isEqualTo("VirtualNetworkGatewaySkuChangeNotAllowed");
    assertThat(put(Sites.vpn("VpnGw3")).code())
        .isEqualTo("VirtualNetworkGatewaySkuChangeNotAllowed");
  }
}
