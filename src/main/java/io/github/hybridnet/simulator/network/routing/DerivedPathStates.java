package io.github.hybridnet.simulator.network.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.DerivedState;
import io.github.hybridnet.simulator.arm.StateChange;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.relation.StoredGateways;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The paths of networks and what the parts of connections carry, for the events {@code
 * pathChanged}.
 */
final class DerivedPathStates {
  private static final String REACHABLE = "reachable";
  private static final DerivedState.DerivedValue NO_PATH =
      new DerivedState.DerivedValue("none", Map.of(REACHABLE, BooleanNode.FALSE));

  private DerivedPathStates() {}

  /** First the connections, then the networks, which follow from them. */
  static List<DerivedState> of(World world) {
    List<DerivedState> derivedStates = new ArrayList<>();
    Set<ArmId> networks = new LinkedHashSet<>();
    for (ObjectNode connection : world.resources().all(NetworkTypes.CONNECTION)) {
      StoredConnections.end(connection, "virtualNetworkGateway1")
          .flatMap(id -> world.resources().find(id))
          .flatMap(StoredGateways::network)
          .ifPresent(networks::add);
      parts(world, connection, derivedStates);
    }
    networks.forEach(network -> derivedStates.add(path(world, network)));
    return derivedStates;
  }

  private static void parts(World world, ObjectNode connection, List<DerivedState> derivedStates) {
    RoutingLegHealth facts = new RoutingLegHealth(world, connection);
    StateChange.Subject subject =
        subject(NetworkTypes.CONNECTION, ResourceReference.idOf(connection));
    for (String part : facts.parts()) {
      String state = state(facts.of(part).sound(), RoutingLeg.isUp(connection, part));
      Map<String, JsonNode> details = Map.of("part", JsonMembers.value(part));
      derivedStates.add(
          new DerivedState(
              StateChange.Kind.PATH_CHANGED,
              subject,
              part,
              new DerivedState.DerivedValue(state, details),
              new DerivedState.DerivedValue("down", details)));
    }
  }

  /** Whether packets pass, and whether routing sends any. */
  private static String state(boolean sound, boolean up) {
    if (up) {
      return sound ? "carries" : "loses";
    }
    return sound ? "waits" : "down";
  }

  private static DerivedState path(World world, ArmId network) {
    Optional<EffectiveRoutes.Route> path = SiteTraffic.path(world, network);
    DerivedState.DerivedValue derivedValue =
        path.map(
                route ->
                    new DerivedState.DerivedValue(
                        PathsView.kind(path),
                        Map.of(
                            REACHABLE,
                            BooleanNode.valueOf(route.passes()),
                            "connection",
                            JsonMembers.value(JsonMembers.textOr(route.connection(), "name", "")))))
            .orElse(NO_PATH);
    return new DerivedState(
        StateChange.Kind.PATH_CHANGED,
        subject(NetworkTypes.VIRTUAL_NETWORK, network.toString()),
        "",
        derivedValue,
        NO_PATH);
  }

  private static StateChange.Subject subject(TypeName type, String id) {
    return new StateChange.Subject(type.toString(), id, null, null);
  }
}
