package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.Sight;
import io.github.hybridnet.simulator.arm.StateChange;
import io.github.hybridnet.simulator.arm.TypeName;
import io.github.hybridnet.simulator.arm.World;
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
final class PathSights {
  private static final String REACHABLE = "reachable";
  private static final Sight.View NO_PATH =
      new Sight.View("none", Map.of(REACHABLE, BooleanNode.FALSE));

  private PathSights() {}

  /** First the connections, then the networks, which follow from them. */
  static List<Sight> of(World world) {
    List<Sight> sights = new ArrayList<>();
    Set<ArmId> networks = new LinkedHashSet<>();
    for (ObjectNode connection : world.resources().all(NetworkTypes.CONNECTION)) {
      Connections.end(connection, "virtualNetworkGateway1")
          .flatMap(id -> world.resources().find(id))
          .flatMap(Gateways::network)
          .ifPresent(networks::add);
      parts(world, connection, sights);
    }
    networks.forEach(network -> sights.add(path(world, network)));
    return sights;
  }

  private static void parts(World world, ObjectNode connection, List<Sight> sights) {
    LegFacts facts = new LegFacts(world, connection);
    StateChange.Subject subject = subject(NetworkTypes.CONNECTION, Reference.idOf(connection));
    for (String part : facts.parts()) {
      String state = state(facts.of(part).sound(), Leg.isUp(connection, part));
      Map<String, JsonNode> details = Map.of("part", Json.value(part));
      sights.add(
          new Sight(
              StateChange.Kind.PATH_CHANGED,
              subject,
              part,
              new Sight.View(state, details),
              new Sight.View("down", details)));
    }
  }

  /** Whether packets pass, and whether routing sends any. */
  private static String state(boolean sound, boolean up) {
    if (up) {
      return sound ? "carries" : "loses";
    }
    return sound ? "waits" : "down";
  }

  private static Sight path(World world, ArmId network) {
    Optional<Plane.Route> path = Traffic.path(world, network);
    Sight.View view =
        path.map(
                route ->
                    new Sight.View(
                        PathsView.kind(path),
                        Map.of(
                            REACHABLE,
                            BooleanNode.valueOf(route.passes()),
                            "connection",
                            Json.value(Json.textOr(route.connection(), "name", "")))))
            .orElse(NO_PATH);
    return new Sight(
        StateChange.Kind.PATH_CHANGED,
        subject(NetworkTypes.VIRTUAL_NETWORK, network.toString()),
        "",
        view,
        NO_PATH);
  }

  private static StateChange.Subject subject(TypeName type, String id) {
    return new StateChange.Subject(type.toString(), id, null, null);
  }
}
