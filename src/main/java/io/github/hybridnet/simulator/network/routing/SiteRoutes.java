package io.github.hybridnet.simulator.network.routing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.relation.StoredGateways;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which prefixes are announced at which peering locations of a gateway, whether or not they get
 * there at this moment. A tunnel is no location: what only a tunnel backs up is not redundant here.
 */
public final class SiteRoutes {
  private SiteRoutes() {}

  public static Map<String, Set<String>> of(World world, ArmId gateway) {
    Map<String, Set<String>> routes = new LinkedHashMap<>();
    for (ObjectNode connection : StoredConnections.of(world, gateway)) {
      StoredSiteFailoverTests.circuit(world, connection)
          .ifPresent(
              circuit ->
                  announced(world, gateway, circuit)
                      .forEach(
                          prefix ->
                              routes
                                  .computeIfAbsent(prefix, key -> new LinkedHashSet<>())
                                  .add(StoredSiteFailoverTests.location(circuit))));
    }
    return routes;
  }

  public static List<String> announced(World world, ArmId gateway, ObjectNode circuit) {
    Optional<ArmId> network = world.resources().find(gateway).flatMap(StoredGateways::network);
    return network.map(id -> RouteAnnouncements.overCircuit(world, circuit, id)).orElse(List.of());
  }
}
