package io.github.hybridnet.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Of which resources a removal must be the only writer: of itself; a connection also of its gateway
 * and its circuit, a part of its whole.
 */
final class RemovalLocks {
  private static final List<String> NEIGHBOURS = List.of("virtualNetworkGateway1", "peer");

  private RemovalLocks() {}

  static List<ResourceKey> of(ActualResource actual) {
    List<ResourceKey> locks = new ArrayList<>();
    locks.add(actual.key());
    Parts.wholeOf(actual.key()).ifPresent(locks::add);
    if (actual.key().type() == ResourceType.CONNECTION) {
      Map<String, Object> properties = Bodies.map(actual.body().get("properties"));
      NEIGHBOURS.stream()
          .map(name -> Bodies.map(properties.get(name)).get("id"))
          .filter(String.class::isInstance)
          .forEach(id -> ResourceKeys.find((String) id).ifPresent(locks::add));
    }
    return locks;
  }
}
