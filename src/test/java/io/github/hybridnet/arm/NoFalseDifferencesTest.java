package io.github.hybridnet.arm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.model.Region;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeclaredResource.WriteRules;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.diff.Planner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is declared against what the service answers for it: in other case, with defaults left out
 * or added, in another form. Answers are as recorded traffic shows them.
 */
class NoFalseDifferencesTest {
  private static final DeploymentScope SCOPE =
      new DeploymentScope("sub", "rg", new Region("westus2"));
  private static final String ID = "/subscriptions/sub/resourceGroups/rg/providers/";

  private static ResourceChange change(
      ResourceType type, Map<String, Object> declared, Object answered) {
    ResourceKey key = SCOPE.key(type, "x");
    return new Planner()
        .change(
            new DeclaredResource(key, declared, List.of(), WriteRules.locking(key)),
            new ActualResource(key, null, "Succeeded", ResourceBody.map(answered), Map.of()));
  }

  private static Arguments same(
      String why, ResourceType type, Map<String, Object> declared, Map<String, Object> answered) {
    return Arguments.of(why, type, declared, answered);
  }

  private static Map<String, Object> properties(Object... namesAndValues) {
    return Map.of("properties", map(namesAndValues));
  }

  private static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return map;
  }

  static Stream<Arguments> gateways() {
    ResourceType type = ResourceType.VIRTUAL_NETWORK_GATEWAY;
    return Stream.of(
        same("region", type, Map.of("location", "West US 2"), Map.of("location", "westus2")),
        same("BGP is off", type, properties("enableBgp", false), properties()),
        same("one instance", type, properties("activeActive", false), properties()),
        same("by routes", type, properties("vpnType", "RouteBased"), properties()),
        same(
            "capacity and case of the SKU",
            type,
            properties("sku", map("name", "VpnGw1AZ", "tier", "VpnGw1AZ")),
            properties("sku", map("name", "vpngw1az", "tier", "VpnGw1AZ", "capacity", 2))),
        same(
            "tier left out",
            type,
            properties("sku", map("name", "VpnGw1AZ", "tier", "VpnGw1AZ")),
            properties("sku", map("name", "VpnGw1AZ"))),
        same(
            "an ExpressRoute gateway's type of VPN and an address of the service's own",
            type,
            properties(
                "gatewayType",
                "ExpressRoute",
                "ipConfigurations",
                List.of(map("name", "default", "properties", map("subnet", map("id", ID + "s"))))),
            properties(
                "gatewayType",
                "ExpressRoute",
                "vpnType",
                "PolicyBased",
                "vpnGatewayGeneration",
                "None",
                "ipConfigurations",
                List.of(
                    map(
                        "name",
                        "default",
                        "properties",
                        map(
                            "subnet", map("id", (ID + "s").toUpperCase(Locale.ROOT)),
                            "publicIPAddress", map("id", ID + "managed")))))),
        same(
            "both instances' BGP addresses",
            type,
            properties("bgpSettings", map("asn", 65010L, "bgpPeeringAddress", "10.0.255.5")),
            properties(
                "bgpSettings",
                map("asn", 65010, "bgpPeeringAddress", "10.0.255.4,10.0.255.5", "peerWeight", 0))),
        same(
            "a BGP address of the customer's own",
            type,
            properties("bgpSettings", map("bgpPeeringAddress", "169.254.21.1")),
            properties(
                "bgpSettings",
                map(
                    "bgpPeeringAddress",
                    "10.0.255.254",
                    "bgpPeeringAddresses",
                    List.of(map("customBgpIpAddresses", List.of("169.254.21.1")))))));
  }

  static Stream<Arguments> connections() {
    ResourceType type = ResourceType.CONNECTION;
    return Stream.of(
        same("BGP is off", type, properties("enableBgp", false), properties()),
        same("no weight", type, properties("routingWeight", 0), properties()),
        same("no FastPath", type, properties("expressRouteGatewayBypass", false), properties()),
        same(
            "the default of dead peer detection",
            type,
            properties("dpdTimeoutSeconds", 45),
            properties("dpdTimeoutSeconds", 0)),
        same(
            "case of the type",
            type,
            properties("connectionType", "IPsec"),
            properties("connectionType", "IPSec")),
        same(
            "what the service adds",
            type,
            properties("routingWeight", 10),
            properties(
                "routingWeight",
                10,
                "usePolicyBasedTrafficSelectors",
                false,
                "connectionProtocol",
                "IKEv2",
                "ipsecPolicies",
                List.of())),
        same(
            "two names of one Diffie-Hellman group",
            type,
            properties(
                "ipsecPolicies", List.of(map("dhGroup", "DHGroup14", "pfsGroup", "PFS2048"))),
            properties(
                "ipsecPolicies", List.of(map("dhGroup", "DHGroup2048", "pfsGroup", "PFS14")))),
        same(
            "ids without regard to case",
            type,
            properties("peer", map("id", ID + "Microsoft.Network/expressRouteCircuits/ERC")),
            properties("peer", map("id", ID + "microsoft.network/ExpressRouteCircuits/erc"))));
  }

  static Stream<Arguments> others() {
    return Stream.of(
        same(
            "the address space that somebody extended",
            ResourceType.VIRTUAL_NETWORK,
            properties("addressSpace", map("addressPrefixes", List.of("10.0.0.0/16"))),
            properties(
                "addressSpace",
                map("addressPrefixes", List.of("10.1.0.0/16", "10.0.0.0/16")),
                "enableDdosProtection",
                false)),
        same(
            "one prefix in a list",
            ResourceType.VIRTUAL_NETWORK,
            properties(
                "subnets",
                List.of(map("name", "web", "properties", map("addressPrefix", "10.0.1.0/24")))),
            properties(
                "subnets",
                List.of(
                    map(
                        "name",
                        "WEB",
                        "properties",
                        map(
                            "addressPrefixes",
                            List.of("10.0.1.0/24"),
                            "privateEndpointNetworkPolicies",
                            "Disabled"))))),
        same(
            "a rule in other case, with lists beside its single values",
            ResourceType.NETWORK_SECURITY_GROUP,
            properties(
                "securityRules",
                List.of(
                    map(
                        "name",
                        "https",
                        "properties",
                        map(
                            "description", "",
                            "protocol", "TCP",
                            "priority", 100,
                            "sourcePortRange", "*",
                            "destinationPortRange", "443")))),
            properties(
                "securityRules",
                List.of(
                    map(
                        "name",
                        "https",
                        "properties",
                        map(
                            "protocol", "Tcp",
                            "priority", "100",
                            "sourcePortRange", "*",
                            "sourcePortRanges", List.of(),
                            "destinationPortRanges", List.of("443")))))),
        same(
            "zones in another order",
            ResourceType.PUBLIC_IP,
            map("zones", List.of("1", "2", "3"), "sku", map("name", "Standard")),
            map(
                "zones",
                List.of("3", "1", "2"),
                "sku",
                map("name", "Standard", "tier", "Regional"))),
        same(
            "a device without BGP",
            ResourceType.LOCAL_NETWORK_GATEWAY,
            properties("localNetworkAddressSpace", map("addressPrefixes", List.of())),
            properties()),
        same(
            "tags of others",
            ResourceType.CIRCUIT,
            map("tags", map("owner", "net"), "properties", map("allowClassicOperations", false)),
            map("tags", map("owner", "net", "cost", "7"))),
        same(
            "numbers as text, and the case of the SKU",
            ResourceType.CIRCUIT,
            map(
                "sku", map("name", "Premium_UnlimitedData"),
                "properties", map("serviceProviderProperties", map("bandwidthInMbps", 50))),
            map(
                "sku", map("name", "premium_unlimitedData"),
                "properties", map("serviceProviderProperties", map("bandwidthInMbps", "50")))),
        same(
            "a peering's prefix with host bits",
            ResourceType.PEERING,
            properties("peerASN", 65020L, "primaryPeerAddressPrefix", "192.168.15.16/30"),
            properties("peerASN", 65020, "primaryPeerAddressPrefix", "192.168.15.17/30")));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource({"gateways", "connections", "others"})
  void isUnchanged(
      String why, ResourceType type, Map<String, Object> declared, Map<String, Object> answered) {
    ResourceChange resourceChange = change(type, declared, answered);
    assertThat(resourceChange.differences()).as(why).isEmpty();
    assertThat(resourceChange.action()).isEqualTo(ResourceChange.Action.UNCHANGED);
  }

  static Stream<Arguments> real() {
    return Stream.of(
        Arguments.of(
            ResourceType.VIRTUAL_NETWORK_GATEWAY,
            properties("enableBgp", true),
            properties(),
            "properties.enableBgp: absent -> true"),
        Arguments.of(
            ResourceType.VIRTUAL_NETWORK_GATEWAY,
            properties("bgpSettings", map("bgpPeeringAddress", "169.254.21.2")),
            properties("bgpSettings", map("bgpPeeringAddress", "10.0.255.254")),
            "properties.bgpSettings.bgpPeeringAddress: 10.0.255.254 -> 169.254.21.2"),
        Arguments.of(
            ResourceType.CONNECTION,
            properties("routingWeight", 10),
            properties(),
            "properties.routingWeight: absent -> 10"),
        Arguments.of(
            ResourceType.CONNECTION,
            properties("dpdTimeoutSeconds", 30),
            properties("dpdTimeoutSeconds", 0),
            "properties.dpdTimeoutSeconds: 0 -> 30"),
        Arguments.of(
            ResourceType.CONNECTION,
            properties("ipsecPolicies", List.of(map("dhGroup", "DHGroup14"))),
            properties("ipsecPolicies", List.of(map("dhGroup", "DHGroup2"))),
            "properties.ipsecPolicies[0].dhGroup: DHGroup2 -> DHGroup14"));
  }

  @ParameterizedTest
  @MethodSource("real")
  void whatDiffersIsToldAllTheSame(
      ResourceType type,
      Map<String, Object> declared,
      Map<String, Object> answered,
      String difference) {
    assertThat(change(type, declared, answered).differences())
        .extracting(PropertyDifference::toString)
        .containsExactly(difference);
  }

  @Test
  void theAddressesOfBothInstancesAreNotWrittenAway() {
    Map<String, Object> standing =
        properties("bgpSettings", map("bgpPeeringAddress", "10.0.255.4,10.0.255.5"));
    Map<String, Object> declared =
        properties("bgpSettings", map("bgpPeeringAddress", "10.0.255.4"));
    assertThat(BodyMerge.merge(standing, declared)).isEqualTo(standing);
  }
}
