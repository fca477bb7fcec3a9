package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import io.github.hybridnet.simulator.arm.World;
import java.util.List;
import java.util.Optional;

/** Whether packets pass a part of a connection at this moment, whatever routing believes. */
record LegFacts(World world, ObjectNode connection) {

  /**
   * How a part is.
   *
   * @param sound whether packets pass
   * @param cause if not, the first words of the keys of the durations until that is noticed
   */
  record Fact(boolean sound, String cause) {
    static final Fact SOUND = new Fact(true, "");
  }

  /** The parts that a connection has. */
  List<String> parts() {
    if (Connections.isExpressRoute(connection)) {
      return List.of(Leg.SESSION, Leg.PRIMARY, Leg.SECONDARY);
    }
    return Connections.speaksBgp(world, connection)
        ? List.of(Leg.SESSION, Leg.BGP)
        : List.of(Leg.SESSION);
  }

  Fact of(String part) {
    return switch (part) {
      case Leg.SESSION -> Connections.isExpressRoute(connection) ? edge() : tunnel();
      case Leg.BGP -> fact(Leg.isUp(connection, Leg.SESSION), "vpn.bgp");
      default -> link(part);
    };
  }

  private Fact edge() {
    if (isOut()) {
      return fact(false, "expressRoute.connection");
    }
    Optional<ObjectNode> circuit =
        Connections.end(connection, "peer").flatMap(id -> world.resources().find(id));
    if (circuit.filter(Circuits::isProvisioned).isEmpty()) {
      return fact(false, "expressRoute.circuit");
    }
    if (SiteFailoverTests.coversCircuit(world, connection, circuit.get())) {
      return fact(false, "expressRoute.siteTest");
    }
    return peering(circuit.get());
  }

  /** What a running operation does to a peering shows when it ends. */
  private Fact peering(ObjectNode circuit) {
    Optional<ObjectNode> peering = Circuits.privatePeering(circuit);
    boolean changing =
        peering
            .map(ProvisioningState::of)
            .filter(
                state ->
                    state.equals(ProvisioningState.UPDATING)
                        || state.equals(ProvisioningState.DELETING))
            .isPresent();
    boolean sound =
        changing
            ? Leg.of(connection, Leg.SESSION).expected()
            : peering.filter(Circuits::isEnabled).isPresent();
    return fact(sound, "expressRoute.peering");
  }

  private Fact link(String part) {
    return Connections.end(connection, "peer")
        .flatMap(id -> world.resources().find(id))
        .map(circuit -> CircuitLinks.fact(circuit, part))
        .orElse(Fact.SOUND);
  }

  private Fact tunnel() {
    if (isOut() || !ConnectionStatuses.isTried(connection)) {
      return fact(false, "vpn.connection");
    }
    if (Tunnels.isCut(connection)) {
      return fact(false, "vpn.tunnel");
    }
    if (Connections.end(connection, "localNetworkGateway2")
        .filter(site -> Tunnels.isDeviceDown(world, site))
        .isPresent()) {
      return fact(false, "vpn.device");
    }
    return fact(Tunnels.isMet(world, connection), "vpn.key");
  }

  private boolean isOut() {
    String state = ProvisioningState.of(connection);
    Optional<ArmId> gateway = Connections.end(connection, "virtualNetworkGateway1");
    boolean failed = state.equals(ProvisioningState.FAILED);
    boolean leaving = state.equals(ProvisioningState.DELETING);
    return failed
        || leaving
        || !ConnectionStatuses.isMade(connection)
        || gateway.flatMap(id -> world.resources().find(id)).isEmpty();
  }

  private static Fact fact(boolean sound, String cause) {
    return new Fact(sound, "convergence." + cause);
  }
}
