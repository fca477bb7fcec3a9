package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.World;
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
final class SiteRoutes {
  private SiteRoutes() {}

  static Map<String, Set<String>> of(World world, ArmId gateway) {
    Map<String, Set<String>> routes = new LinkedHashMap<>();
    for (ObjectNode connection : Connections.of(world, gateway)) {
      SiteFailoverTests.circuit(world, connection)
          .ifPresent(
              circuit ->
                  announced(world, gateway, circuit)
                      .forEach(
                          prefix ->
                              routes
                                  .computeIfAbsent(prefix, key -> new LinkedHashSet<>())
                                  .add(SiteFailoverTests.location(circuit))));
    }
    return routes;
  }

  static List<String> announced(World world, ArmId gateway, ObjectNode circuit) {
    Optional<ArmId> network = world.resources().find(gateway).flatMap(Gateways::network);
    return network.map(id -> Announcements.overCircuit(world, circuit, id)).orElse(List.of());
  }
}
