package io.github.hybridnet.plan;

import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.NetworkSecurityGroup;
import io.github.hybridnet.model.NetworkSecurityGroups;
import io.github.hybridnet.model.SecurityRule;
import io.github.hybridnet.model.Subnet;
import io.github.hybridnet.model.VirtualNetwork;
import io.github.hybridnet.plan.DesiredResource.WriteRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The virtual network with its subnets, and the security groups of those. */
final class DesiredVirtualNetwork {
  private final VirtualNetwork vnet;
  private final List<NetworkSecurityGroup> groups;
  private final Scope scope;

  DesiredVirtualNetwork(HybridNetwork network, Scope scope) {
    this.vnet = Objects.requireNonNull(network.virtualNetwork());
    NetworkSecurityGroups file = network.networkSecurityGroups();
    this.groups = file == null ? List.of() : file.groups();
    this.scope = scope;
  }

  List<DesiredResource> resources() {
    List<DesiredResource> all = new ArrayList<>();
    groups.forEach(g -> all.add(securityGroup(g)));
    all.add(virtualNetwork());
    return all;
  }

  private DesiredResource virtualNetwork() {
    ResourceKey key = scope.key(ResourceType.VIRTUAL_NETWORK, vnet.name());
    Body properties =
        Body.of(
                "addressSpace",
                Map.of("addressPrefixes", vnet.addressPrefixes().stream().map(Cidr::text).toList()))
            .with("subnets", vnet.subnets().stream().map(this::subnet).toList());
    // The published files have an empty list: name servers that others set would be lost by it.
    if (!vnet.dnsServers().isEmpty()) {
      properties.with("dhcpOptions", Map.of("dnsServers", vnet.dnsServers()));
    }
    Map<String, Object> body =
        Body.of("location", scope.region().name())
            .withTags(vnet.tags())
            .with("properties", properties)
            .map();
    List<ResourceKey> before = new ArrayList<>(List.of(scope.group()));
    groups.forEach(g -> before.add(key(g.name())));
    return new DesiredResource(key, body, before, WriteRules.locking(key));
  }

  private Map<String, Object> subnet(Subnet subnet) {
    Body properties = Body.of("addressPrefix", subnet.addressPrefix().text());
    securityGroupOf(subnet)
        .ifPresent(g -> properties.with("networkSecurityGroup", Body.id(key(g))));
    return Body.of("name", subnet.name()).with("properties", properties).map();
  }

  private Optional<String> securityGroupOf(Subnet subnet) {
    return Optional.ofNullable(subnet.networkSecurityGroup())
        .or(
            () ->
                groups.stream()
                    .filter(g -> g.subnets().stream().anyMatch(subnet.name()::equalsIgnoreCase))
                    .map(NetworkSecurityGroup::name)
                    .findFirst());
  }

  private DesiredResource securityGroup(NetworkSecurityGroup group) {
    ResourceKey key = key(group.name());
    Body properties =
        Body.of("securityRules", group.rules().stream().map(DesiredVirtualNetwork::rule).toList());
    Map<String, Object> body =
        Body.of("location", scope.region().name()).with("properties", properties).map();
    return new DesiredResource(key, body, List.of(scope.group()), WriteRules.locking(key));
  }

  private static Map<String, Object> rule(SecurityRule rule) {
    Body properties =
        Body.of("description", rule.description())
            .with("protocol", rule.protocol())
            .with("access", rule.access())
            .with("direction", rule.direction())
            .with("priority", rule.priority())
            .with("sourceAddressPrefix", rule.from().addressPrefix())
            .with("sourcePortRange", rule.from().portRange())
            .with("destinationAddressPrefix", rule.to().addressPrefix())
            .with("destinationPortRange", rule.to().portRange());
    return Body.of("name", rule.name()).with("properties", properties).map();
  }

  private ResourceKey key(String securityGroup) {
    return scope.key(ResourceType.NETWORK_SECURITY_GROUP, securityGroup);
  }
}
