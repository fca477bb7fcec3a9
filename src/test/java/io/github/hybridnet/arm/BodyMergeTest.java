package io.github.hybridnet.arm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BodyMergeTest {

  private static Map<String, Object> vnet(List<String> prefixes, List<?> subnets) {
    return Map.of(
        "properties",
        Map.of("addressSpace", Map.of("addressPrefixes", prefixes), "subnets", subnets));
  }

  private static Map<String, Object> subnet(String name, String prefix) {
    return Map.of("name", name, "properties", Map.of("addressPrefix", prefix));
  }

  @Test
  void whatOthersAddedIsKept() {
    Map<String, Object> standing =
        vnet(
            List.of("10.0.0.0/16", "10.9.0.0/16"),
            List.of(
                subnet("theirs", "10.9.1.0/24"),
                Map.of(
                    "name",
                    "WEB",
                    "properties",
                    Map.of("addressPrefix", "10.0.1.0/24", "routeTable", Map.of("id", "rt")))));
    Map<String, Object> declared =
        vnet(
            List.of("10.0.0.0/16", "10.1.0.0/16"),
            List.of(subnet("web", "10.0.2.0/24"), subnet("new", "10.1.0.0/24")));
    Map<String, Object> properties =
        ResourceBody.map(BodyMerge.merge(standing, declared).get("properties"));
    assertThat(properties.get("addressSpace"))
        .isEqualTo(Map.of("addressPrefixes", List.of("10.0.0.0/16", "10.9.0.0/16", "10.1.0.0/16")));
    assertThat(ResourceBody.maps(properties.get("subnets")))
        .containsExactly(
            subnet("theirs", "10.9.1.0/24"),
            Map.of(
                "name",
                "WEB",
                "properties",
                Map.of("addressPrefix", "10.0.2.0/24", "routeTable", Map.of("id", "rt"))),
            subnet("new", "10.1.0.0/24"));
  }

  @Test
  void onPremisesPrefixesAreTheDeclarationsOwn() {
    Map<String, Object> standing =
        Map.of(
            "properties",
            Map.of(
                "localNetworkAddressSpace", Map.of("addressPrefixes", List.of("192.168.0.0/16"))));
    Map<String, Object> declared =
        Map.of(
            "properties",
            Map.of(
                "localNetworkAddressSpace", Map.of("addressPrefixes", List.of("172.16.0.0/12"))));
    assertThat(BodyMerge.merge(standing, declared)).isEqualTo(declared);
  }

  @Test
  void pathsCanBeLeftOut() {
    assertThat(
            BodyMerge.without(
                Map.of("tags", Map.of("a", "b"), "properties", Map.of("x", 1, "y", 2)),
                Set.of("tags", "properties.x")))
        .isEqualTo(Map.of("properties", Map.of("y", 2)));
  }

  @Test
  void theOneIpConfigurationOfAGatewayIsFoundWhateverItIsCalled() {
    Map<String, Object> declared =
        Map.of("name", "default", "properties", Map.of("privateIPAllocationMethod", "Dynamic"));
    Map<String, Object> standing =
        Map.of("name", "vnetGatewayConfig", "properties", Map.of("x", 1));
    assertThat(new ListMatcher(List.of(declared), List.of(standing)).counterpart(0))
        .isSameAs(standing);
  }
}
