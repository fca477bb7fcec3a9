package io.github.hybridnet.plan.declared;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.NetworkSecurityGroup;
import io.github.hybridnet.model.NetworkSecurityGroups;
import io.github.hybridnet.model.SecurityRule;
import io.github.hybridnet.model.Subnet;
import io.github.hybridnet.model.VirtualNetwork;
import io.github.hybridnet.plan.declared.DeclaredResource.WriteRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The virtual network with its subnets, and the security groups of those. */
final class VirtualNetworkResources {
  private final VirtualNetwork vnet;
  private final List<NetworkSecurityGroup> groups;
  private final DeploymentScope deploymentScope;

  VirtualNetworkResources(HybridNetwork network, DeploymentScope deploymentScope) {
    this.vnet = Objects.requireNonNull(network.virtualNetwork());
    NetworkSecurityGroups file = network.networkSecurityGroups();
    this.groups = file == null ? List.of() : file.groups();
    this.deploymentScope = deploymentScope;
  }

  List<DeclaredResource> resources() {
    List<DeclaredResource> all = new ArrayList<>();
    groups.forEach(g -> all.add(securityGroup(g)));
    all.add(virtualNetwork());
    return all;
  }

  private DeclaredResource virtualNetwork() {
    ResourceKey key = deploymentScope.key(ResourceType.VIRTUAL_NETWORK, vnet.name());
    BodyBuilder properties =
        BodyBuilder.of(
                "addressSpace",
                Map.of("addressPrefixes", vnet.addressPrefixes().stream().map(Cidr::text).toList()))
            .with("subnets", vnet.subnets().stream().map(this::subnet).toList());
    // The published files have an empty list: name servers that others set would be lost by it.
    if (!vnet.dnsServers().isEmpty()) {
      properties.with("dhcpOptions", Map.of("dnsServers", vnet.dnsServers()));
    }
    Map<String, Object> body =
        BodyBuilder.of("location", deploymentScope.region().name())
            .withTags(vnet.tags())
            .with("properties", properties)
            .map();
    List<ResourceKey> before = new ArrayList<>(List.of(deploymentScope.group()));
    groups.forEach(g -> before.add(key(g.name())));
    return new DeclaredResource(key, body, before, WriteRules.locking(key));
  }

  private Map<String, Object> subnet(Subnet subnet) {
    BodyBuilder properties = BodyBuilder.of("addressPrefix", subnet.addressPrefix().text());
    securityGroupOf(subnet)
        .ifPresent(g -> properties.with("networkSecurityGroup", BodyBuilder.id(key(g))));
    return BodyBuilder.of("name", subnet.name()).with("properties", properties).map();
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

  private DeclaredResource securityGroup(NetworkSecurityGroup group) {
    ResourceKey key = key(group.name());
    BodyBuilder properties =
        BodyBuilder.of(
            "securityRules", group.rules().stream().map(VirtualNetworkResources::rule).toList());
    Map<String, Object> body =
        BodyBuilder.of("location", deploymentScope.region().name())
            .with("properties", properties)
            .map();
    return new DeclaredResource(
        key, body, List.of(deploymentScope.group()), WriteRules.locking(key));
  }

  private static Map<String, Object> rule(SecurityRule rule) {
    BodyBuilder properties =
        BodyBuilder.of("description", rule.description())
            .with("protocol", rule.protocol())
            .with("access", rule.access())
            .with("direction", rule.direction())
            .with("priority", rule.priority())
            .with("sourceAddressPrefix", rule.from().addressPrefix())
            .with("sourcePortRange", rule.from().portRange())
            .with("destinationAddressPrefix", rule.to().addressPrefix())
            .with("destinationPortRange", rule.to().portRange());
    return BodyBuilder.of("name", rule.name()).with("properties", properties).map();
  }

  private ResourceKey key(String securityGroup) {
    return deploymentScope.key(ResourceType.NETWORK_SECURITY_GROUP, securityGroup);
  }
}
