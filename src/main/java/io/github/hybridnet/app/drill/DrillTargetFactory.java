package io.github.hybridnet.app.drill;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.DrillTarget.ConnectedGateway;
import io.github.hybridnet.drill.api.DrillTarget.TargetCircuit;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.LocalNetworkGateway;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes the target of a drill from a declared network. */
final class DrillTargetFactory {
  private final HybridNetwork network;
  private final NetworkResources desired;
  private final DeploymentScope deploymentScope;

  /** Of a network that declares both gateways, at a place. */
  DrillTargetFactory(HybridNetwork network, DeploymentScope deploymentScope) {
    this.network = network;
    this.deploymentScope = deploymentScope;
    this.desired = new NetworkResources(network, deploymentScope);
  }

  DrillTarget target() {
    GatewayDeclaration vpn = Objects.requireNonNull(network.vpn());
    GatewayDeclaration expressRoute = Objects.requireNonNull(network.expressRoute());
    LocalNetworkGateway device = Objects.requireNonNull(vpn.connection().localNetworkGateway());
    return new DrillTarget(
        deploymentScope.group(),
        leg(expressRoute),
        leg(vpn),
        deploymentScope.key(ResourceType.LOCAL_NETWORK_GATEWAY, device.name()),
        circuit());
  }

  private ConnectedGateway leg(GatewayDeclaration declaration) {
    ResourceKey connection =
        deploymentScope.key(ResourceType.CONNECTION, declaration.connection().name());
    return new ConnectedGateway(
        deploymentScope.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, declaration.gateway().name()),
        declared(desired.network(NetworkResources.Options.ALL), connection).orElseThrow());
  }

  /**
   * A circuit file of another circuit than the connection's does not declare the connected circuit.
   */
  private TargetCircuit circuit() {
    ResourceKey key = desired.connectedCircuit();
    if (network.circuit() == null || !desired.circuitKey().isSame(key)) {
      return new TargetCircuit(key, false, Optional.empty());
    }
    TargetCircuit ours = new TargetCircuit(key, true, Optional.empty());
    return new TargetCircuit(key, true, declared(desired.circuit(), ours.peering()));
  }

  private static Optional<DeclaredResource> declared(List<DeclaredResource> all, ResourceKey key) {
    return all.stream().filter(d -> d.key().isSame(key)).findFirst();
  }
}
