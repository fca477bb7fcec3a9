package io.github.hybridnet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeclaredResource.WriteRules;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.diff.DnsServerOrderCheck;
import io.github.hybridnet.plan.diff.Planner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a write would do to resources that others share, made or changed by hand. */
class KeptByOthersTest {
  private static final DeploymentScope SCOPE =
      new DeploymentScope("sub", "rg", new Region("westus2"));

  private static ResourceChange change(
      ResourceType type, Map<String, Object> declared, Map<String, Object> standing) {
    ResourceKey key = SCOPE.key(type, "x");
    return new Planner()
        .change(
            new DeclaredResource(key, declared, List.of(), WriteRules.locking(key)),
            new ActualResource(key, null, "Succeeded", standing, Map.of()));
  }

  private static Map<String, Object> properties(String name, Object value) {
    return Map.of("properties", Map.of(name, value));
  }

  private static Map<String, Object> named(String name, Map<String, Object> properties) {
    return Map.of("name", name, "properties", properties);
  }

  private static Map<String, Object> configuration(String name, String publicIp) {
    return named(
        name,
        Map.of("privateIPAllocationMethod", "Dynamic", "publicIPAddress", Map.of("id", publicIp)));
  }

  @Test
  void aGroupDeclaredWithoutRulesDoesNotRemoveThoseOfOthers() {
    Map<String, Object> standing =
        properties("securityRules", List.of(named("theirs", Map.of("priority", 100))));
    Map<String, Object> declared = properties("securityRules", List.of());
    assertThat(change(ResourceType.NETWORK_SECURITY_GROUP, declared, standing).action())
        .isEqualTo(ResourceChange.Action.UNCHANGED);
    assertThat(BodyMerge.merge(standing, declared)).isEqualTo(standing);
  }

  @Test
  void aPrefixThatStandsInAListIsTheSamePrefix() {
    Map<String, Object> standing =
        properties(
            "subnets",
            List.of(named("web", Map.of("addressPrefixes", List.of("10.0.1.0/24", "fd00::/64")))));
    Map<String, Object> declared =
        properties("subnets", List.of(named("web", Map.of("addressPrefix", "10.0.1.0/24"))));
    assertThat(change(ResourceType.VIRTUAL_NETWORK, declared, standing).action())
        .isEqualTo(ResourceChange.Action.UNCHANGED);
    assertThat(BodyMerge.merge(standing, declared)).isEqualTo(standing);
  }

  @Test
  void aSinglePrefixTakesThePlaceOfTheList() {
    Map<String, Object> standing =
        properties(
            "securityRules",
            List.of(
                named(
                    "web",
                    Map.of("destinationPortRanges", List.of("80", "443"), "priority", 100))));
    Map<String, Object> declared =
        properties("securityRules", List.of(named("web", Map.of("destinationPortRange", "443"))));
    assertThat(change(ResourceType.NETWORK_SECURITY_GROUP, declared, standing).action())
        .isEqualTo(ResourceChange.Action.UPDATE);
    assertThat(BodyMerge.merge(standing, declared))
        .isEqualTo(
            properties(
                "securityRules",
                List.of(named("web", Map.of("destinationPortRange", "443", "priority", 100)))));
  }

  @Test
  void aDeviceThatGetsANameLosesItsAddress() {
    Map<String, Object> standing = properties("gatewayIpAddress", "40.50.60.70");
    Map<String, Object> declared = properties("fqdn", "vpn.example.com");
    assertThat(BodyMerge.merge(standing, declared)).isEqualTo(declared);
  }

  @Test
  void aSecondIpConfigurationIsAddedBesideTheOneThatStands() {
    Map<String, Object> standing =
        properties("ipConfigurations", List.of(configuration("vnetGatewayConfig", "pip")));
    Map<String, Object> declared =
        properties(
            "ipConfigurations",
            List.of(configuration("default", "pip"), configuration("activeActive", "pip-2")));
    assertThat(BodyMerge.merge(standing, declared))
        .isEqualTo(
            properties(
                "ipConfigurations",
                List.of(
                    configuration("vnetGatewayConfig", "pip"),
                    configuration("activeActive", "pip-2"))));
  }

  @Test
  void ipConfigurationsAreFoundByTheirAddressInAnyOrder() {
    Map<String, Object> standing =
        properties(
            "ipConfigurations", List.of(configuration("b", "PIP-2"), configuration("a", "PIP")));
    Map<String, Object> declared =
        properties(
            "ipConfigurations",
            List.of(configuration("default", "pip"), configuration("activeActive", "pip-2")));
    assertThat(change(ResourceType.VIRTUAL_NETWORK_GATEWAY, declared, standing).action())
        .isEqualTo(ResourceChange.Action.UNCHANGED);
  }

  @Test
  void policiesWithoutNamesAreReplacedTogether() {
    Map<String, Object> standing =
        properties(
            "ipsecPolicies", List.of(Map.of("dhGroup", "DHGroup2"), Map.of("dhGroup", "ECP256")));
    Map<String, Object> declared =
        properties("ipsecPolicies", List.of(Map.of("dhGroup", "DHGroup14")));
    assertThat(BodyMerge.merge(standing, declared)).isEqualTo(declared);
    assertThat(change(ResourceType.CONNECTION, declared, standing).action())
        .isEqualTo(ResourceChange.Action.UPDATE);
  }

  @Test
  void namesOfTagsHaveNoCase() {
    Map<String, Object> standing = Map.of("tags", Map.of("Owner", "net", "CostCentre", "7"));
    assertThat(
            change(ResourceType.VIRTUAL_NETWORK, Map.of("tags", Map.of("owner", "net")), standing)
                .action())
        .isEqualTo(ResourceChange.Action.UNCHANGED);
    assertThat(BodyMerge.merge(standing, Map.of("tags", Map.of("owner", "sec"))))
        .isEqualTo(Map.of("tags", Map.of("Owner", "sec", "CostCentre", "7")));
  }

  @Test
  void aListWithAnElementTwiceIsNotTheSameAsTwoElements() {
    Map<String, Object> declared =
        properties(
            "localNetworkAddressSpace",
            Map.of("addressPrefixes", List.of("192.168.0.0/16", "192.168.0.0/16")));
    Map<String, Object> standing =
        properties(
            "localNetworkAddressSpace",
            Map.of("addressPrefixes", List.of("192.168.0.0/16", "172.16.0.0/12")));
    assertThat(change(ResourceType.LOCAL_NETWORK_GATEWAY, declared, standing).action())
        .isEqualTo(ResourceChange.Action.UPDATE);
  }

  /** Azure does not apply another order of the same servers. */
  @Test
  void theOrderOfNameServersAloneIsNamedAndNoDifference() {
    Map<String, Object> declared =
        properties("dhcpOptions", Map.of("dnsServers", List.of("10.0.0.4", "10.0.0.5")));
    Map<String, Object> standing =
        properties("dhcpOptions", Map.of("dnsServers", List.of("10.0.0.5", "10.0.0.4")));
    ResourceChange turned = change(ResourceType.VIRTUAL_NETWORK, declared, standing);
    assertThat(turned.action()).isEqualTo(ResourceChange.Action.UNCHANGED);
    assertThat(DnsServerOrderCheck.of(turned))
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .contains("in the order [10.0.0.5, 10.0.0.4], and not [10.0.0.4, 10.0.0.5]"));
    assertThat(DnsServerOrderCheck.of(change(ResourceType.VIRTUAL_NETWORK, declared, declared)))
        .isEmpty();
    ResourceChange other =
        change(
            ResourceType.VIRTUAL_NETWORK,
            declared,
            properties("dhcpOptions", Map.of("dnsServers", List.of("10.0.0.5"))));
    assertThat(other.action()).isEqualTo(ResourceChange.Action.UPDATE);
    assertThat(DnsServerOrderCheck.of(other)).isEmpty();
  }

  @Test
  void aPrefixOfIpv6IsTheSameHoweverItIsWritten() {
    Map<String, Object> declared =
        properties("addressSpace", Map.of("addressPrefixes", List.of("FD00:0:0::/48")));
    Map<String, Object> standing =
        properties("addressSpace", Map.of("addressPrefixes", List.of("fd00::/48")));
    assertThat(change(ResourceType.VIRTUAL_NETWORK, declared, standing).action())
        .isEqualTo(ResourceChange.Action.UNCHANGED);
    assertThat(BodyMerge.merge(standing, declared)).isEqualTo(standing);
  }

  @Test
  void aCircuitDoesNotShrinkAndDoesNotGoBackToMetering() {
    assertThat(circuit(100, "MeteredData", 50, "MeteredData"))
        .isEqualTo(ResourceChange.Action.UPDATE);
    assertThat(circuit(50, "MeteredData", 100, "MeteredData"))
        .isEqualTo(ResourceChange.Action.REPLACE);
    assertThat(circuit(50, "UnlimitedData", 50, "MeteredData"))
        .isEqualTo(ResourceChange.Action.UPDATE);
    assertThat(circuit(50, "MeteredData", 50, "UnlimitedData"))
        .isEqualTo(ResourceChange.Action.REPLACE);
  }

  private static ResourceChange.Action circuit(
      int declared, String declaredFamily, int standing, String standingFamily) {
    return change(
            ResourceType.CIRCUIT,
            circuit(declared, declaredFamily),
            circuit(standing, standingFamily))
        .action();
  }

  private static Map<String, Object> circuit(int bandwidth, String family) {
    return Map.of(
        "sku",
        Map.of("family", family),
        "properties",
        Map.of("serviceProviderProperties", Map.of("bandwidthInMbps", bandwidth)));
  }
}
