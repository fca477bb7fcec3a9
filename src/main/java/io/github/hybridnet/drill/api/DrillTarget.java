package io.github.hybridnet.drill.api;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.plan.declared.DeclaredResource;
import java.util.Optional;

/**
 * The parts of a declared network that a drill is about.
 *
 * @param group the network's resource group, which holds the marker
 * @param expressRoute the ExpressRoute gateway and its connection
 * @param vpn the VPN gateway and its connection
 * @param localNetworkGateway the on-premises device
 * @param circuit the circuit, and what is declared of it
 */
public record DrillTarget(
    ResourceKey group,
    ConnectedGateway expressRoute,
    ConnectedGateway vpn,
    ResourceKey localNetworkGateway,
    TargetCircuit circuit) {

  /** The circuit's private peering in Azure Resource Manager. */
  public static final String PRIVATE_PEERING = Peering.PRIVATE;

  /**
   * A gateway with its connection.
   *
   * @param gateway the gateway
   * @param connection the connection as declared
   */
  public record ConnectedGateway(ResourceKey gateway, DeclaredResource connection) {}

  /**
   * The circuit of the ExpressRoute connection, wherever it is.
   *
   * @param key which circuit
   * @param ours whether the circuit is declared here
   * @param declaredPeering the private peering as declared, with its MD5 key if it has one; empty
   *     when it is not declared, as when the provider configures it
   */
  public record TargetCircuit(
      ResourceKey key, boolean ours, Optional<DeclaredResource> declaredPeering) {

    /** The key of the circuit's private peering. */
    public ResourceKey peering() {
      return new ResourceKey(
          key.subscriptionId(),
          key.resourceGroup(),
          ResourceType.PEERING,
          key.name() + "/" + PRIVATE_PEERING);
    }
  }
}
