package io.github.hybridnet.plan.diff;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ChildResources;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.model.Subnet;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a virtual network from having a new gateway. Sources:
 * articles/virtual-network/virtual-network-peering-overview.md (a network that uses remote gateways
 * has none of its own), and the error NetworkSecurityGroupCannotBeAttachedToGatewaySubnet.
 */
final class NewGatewayRefusals {
  private final ActualResource network;

  /** Looks for refusals in an actual network. */
  NewGatewayRefusals(ActualResource network) {
    this.network = network;
  }

  /** Why Azure would refuse a gateway, a few sentences each. */
  Stream<String> refusals() {
    Stream<String> remote =
        ChildResources.elements(network.body(), "virtualNetworkPeerings").stream()
            .filter(peering -> Boolean.TRUE.equals(property(peering, "useRemoteGateways")))
            .map(this::remote);
    Stream<String> guarded =
        ChildResources.elements(network.body(), "subnets").stream()
            .filter(subnet -> Subnet.GATEWAY_SUBNET.equalsIgnoreCase(ChildResources.name(subnet)))
            .filter(
                subnet ->
                    property(subnet, "networkSecurityGroup") instanceof Map<?, ?> map
                        && !map.isEmpty())
            .map(subnet -> guarded());
    return Stream.concat(remote, guarded);
  }

  private static @Nullable Object property(Map<String, Object> element, String name) {
    return new ResourceBody(element).value("properties", name);
  }

  private String remote(Map<String, Object> peering) {
    return "The "
        + network.key().quoted()
        + " uses the gateways of another network through its peering '"
        + ChildResources.name(peering)
        + "'. Azure then refuses a gateway in this network. Switch useRemoteGateways of the"
        + " peering off first.";
  }

  private String guarded() {
    return "The GatewaySubnet of the "
        + network.key().quoted()
        + " has a network security group that is not in the parameter files. Azure refuses to"
        + " create a gateway there. Remove the group from the subnet first.";
  }
}
