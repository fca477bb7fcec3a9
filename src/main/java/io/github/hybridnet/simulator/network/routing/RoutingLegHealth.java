package io.github.hybridnet.simulator.network.routing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.network.relation.StoredCircuits;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import java.util.List;
import java.util.Optional;

/**
 * Whether packets pass a part of a connection at this moment, independently of what routing has
 * noticed.
 */
record RoutingLegHealth(World world, ObjectNode connection) {

  /**
   * How a part is.
   *
   * @param sound whether packets pass
   * @param cause if not, the first words of the keys of the durations until that is noticed
   */
  record LegCondition(boolean sound, String cause) {
    static final LegCondition SOUND = new LegCondition(true, "");
  }

  /** The parts that a connection has. */
  List<String> parts() {
    if (StoredConnections.isExpressRoute(connection)) {
      return List.of(RoutingLeg.SESSION, RoutingLeg.PRIMARY, RoutingLeg.SECONDARY);
    }
    return StoredConnections.speaksBgp(world, connection)
        ? List.of(RoutingLeg.SESSION, RoutingLeg.BGP)
        : List.of(RoutingLeg.SESSION);
  }

  LegCondition of(String part) {
    return switch (part) {
      case RoutingLeg.SESSION -> StoredConnections.isExpressRoute(connection) ? edge() : tunnel();
      case RoutingLeg.BGP -> fact(RoutingLeg.isUp(connection, RoutingLeg.SESSION), "vpn.bgp");
      default -> link(part);
    };
  }

  private LegCondition edge() {
    if (isOut()) {
      return fact(false, "expressRoute.connection");
    }
    Optional<ObjectNode> circuit =
        StoredConnections.end(connection, "peer").flatMap(id -> world.resources().find(id));
    if (circuit.filter(StoredCircuits::isProvisioned).isEmpty()) {
      return fact(false, "expressRoute.circuit");
    }
    if (StoredSiteFailoverTests.coversCircuit(world, connection, circuit.get())) {
      return fact(false, "expressRoute.siteTest");
    }
    return peering(circuit.get());
  }

  /** What a running operation does to a peering shows when it ends. */
  private LegCondition peering(ObjectNode circuit) {
    Optional<ObjectNode> peering = StoredCircuits.privatePeering(circuit);
    boolean changing =
        peering
            .map(ProvisioningStateField::of)
            .filter(
                state ->
                    state.equals(ProvisioningStateField.UPDATING)
                        || state.equals(ProvisioningStateField.DELETING))
            .isPresent();
    boolean sound =
        changing
            ? RoutingLeg.of(connection, RoutingLeg.SESSION).expected()
            : peering.filter(StoredCircuits::isEnabled).isPresent();
    return fact(sound, "expressRoute.peering");
  }

  private LegCondition link(String part) {
    return StoredConnections.end(connection, "peer")
        .flatMap(id -> world.resources().find(id))
        .map(circuit -> CircuitLinks.fact(circuit, part))
        .orElse(LegCondition.SOUND);
  }

  private LegCondition tunnel() {
    if (isOut() || !ConnectionStatuses.isTried(connection)) {
      return fact(false, "vpn.connection");
    }
    if (TunnelConditions.isCut(connection)) {
      return fact(false, "vpn.tunnel");
    }
    if (StoredConnections.end(connection, "localNetworkGateway2")
        .filter(site -> TunnelConditions.isDeviceDown(world, site))
        .isPresent()) {
      return fact(false, "vpn.device");
    }
    return fact(TunnelConditions.isMet(world, connection), "vpn.key");
  }

  private boolean isOut() {
    String state = ProvisioningStateField.of(connection);
    Optional<ArmId> gateway = StoredConnections.end(connection, "virtualNetworkGateway1");
    boolean failed = state.equals(ProvisioningStateField.FAILED);
    boolean leaving = state.equals(ProvisioningStateField.DELETING);
    return failed
        || leaving
        || !ConnectionStatuses.isMade(connection)
        || gateway.flatMap(id -> world.resources().find(id)).isEmpty();
  }

  private static LegCondition fact(boolean sound, String cause) {
    return new LegCondition(sound, "convergence." + cause);
  }
}
