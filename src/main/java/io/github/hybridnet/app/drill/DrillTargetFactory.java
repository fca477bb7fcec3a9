package io.github.hybridnet.app.drill;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.DrillTarget.ConnectedGateway;
import io.github.hybridnet.drill.api.DrillTarget.TargetCircuit;
import io.github.hybridnet.model.GatewayConnection;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.LocalNetworkGateway;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes the targets of drills from a declared network. */
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

  /**
   * What a drill disconnects, and what takes over.
   *
   * @throws io.github.hybridnet.text.UserException HN5077 when a gateway has several connections
   */
  DrillTarget target() {
    GatewayDeclaration vpn = Objects.requireNonNull(network.vpn());
    GatewayDeclaration expressRoute = Objects.requireNonNull(network.expressRoute());
    if (vpn.connections().size() > 1 || expressRoute.connections().size() > 1) {
      throw DrillProblems.severalConnections(
          expressRoute.connections().size(), vpn.connections().size());
    }
    return targets().get(0);
  }

  /** One target for each ExpressRoute connection, which a drill may have disconnected. */
  List<DrillTarget> targets() {
    GatewayDeclaration vpn = Objects.requireNonNull(network.vpn());
    GatewayConnection tunnel = vpn.connections().get(0);
    LocalNetworkGateway device = Objects.requireNonNull(tunnel.localNetworkGateway());
    GatewayDeclaration expressRoute = Objects.requireNonNull(network.expressRoute());
    return desired.circuitConnections().stream()
        .map(
            link ->
                new DrillTarget(
                    deploymentScope.group(),
                    leg(expressRoute, link.connection()),
                    leg(vpn, deploymentScope.key(ResourceType.CONNECTION, tunnel.name())),
                    deploymentScope.key(ResourceType.LOCAL_NETWORK_GATEWAY, device.name()),
                    circuit(link.circuit())))
        .toList();
  }

  private ConnectedGateway leg(GatewayDeclaration declaration, ResourceKey connection) {
    return new ConnectedGateway(
        deploymentScope.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, declaration.gateway().name()),
        declared(desired.network(NetworkResources.Options.ALL), connection).orElseThrow());
  }

  /**
   * A circuit file of another circuit than the connection's does not declare the connected circuit.
   */
  private TargetCircuit circuit(ResourceKey key) {
    if (desired.circuitKeys().stream().noneMatch(key::isSame)) {
      return new TargetCircuit(key, false, Optional.empty());
    }
    TargetCircuit ours = new TargetCircuit(key, true, Optional.empty());
    return new TargetCircuit(key, true, declared(desired.circuits(), ours.peering()));
  }

  private static Optional<DeclaredResource> declared(List<DeclaredResource> all, ResourceKey key) {
    return all.stream().filter(d -> d.key().isSame(key)).findFirst();
  }
}
