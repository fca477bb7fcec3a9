package io.github.hybridnet.maven.goal;

import io.github.hybridnet.failover.DrillTarget;
import io.github.hybridnet.failover.DrillTarget.DrilledCircuit;
import io.github.hybridnet.failover.DrillTarget.Leg;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.LocalNetworkGateway;
import io.github.hybridnet.plan.DesiredNetwork;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import io.github.hybridnet.plan.Scope;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What of a declared network a drill is about. */
final class DrillTargets {
  private final HybridNetwork network;
  private final DesiredNetwork desired;
  private final Scope scope;

  /** Of a network that declares both gateways, at a place. */
  DrillTargets(HybridNetwork network, Scope scope) {
    this.network = network;
    this.scope = scope;
    this.desired = new DesiredNetwork(network, scope);
  }

  DrillTarget target() {
    GatewayDeclaration vpn = Objects.requireNonNull(network.vpn());
    GatewayDeclaration expressRoute = Objects.requireNonNull(network.expressRoute());
    LocalNetworkGateway device = Objects.requireNonNull(vpn.connection().localNetworkGateway());
    return new DrillTarget(
        scope.group(),
        leg(expressRoute),
        leg(vpn),
        scope.key(ResourceType.LOCAL_NETWORK_GATEWAY, device.name()),
        circuit());
  }

  private Leg leg(GatewayDeclaration declaration) {
    ResourceKey connection = scope.key(ResourceType.CONNECTION, declaration.connection().name());
    return new Leg(
        scope.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, declaration.gateway().name()),
        declared(desired.network(DesiredNetwork.Options.ALL), connection).orElseThrow());
  }

  /** A circuit file of another circuit than the connection's says nothing about that. */
  private DrilledCircuit circuit() {
    ResourceKey key = desired.connectedCircuit();
    if (network.circuit() == null || !desired.circuitKey().isSame(key)) {
      return new DrilledCircuit(key, false, Optional.empty());
    }
    DrilledCircuit ours = new DrilledCircuit(key, true, Optional.empty());
    return new DrilledCircuit(key, true, declared(desired.circuit(), ours.peering()));
  }

  private static Optional<DesiredResource> declared(List<DesiredResource> all, ResourceKey key) {
    return all.stream().filter(d -> d.key().isSame(key)).findFirst();
  }
}
