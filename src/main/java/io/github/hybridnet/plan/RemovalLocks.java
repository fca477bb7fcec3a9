package io.github.hybridnet.plan;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ChildResources;
import io.github.hybridnet.arm.ResourceIdParser;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import java.util.ArrayList;
import java.util.List;

/**
 * Of which resources a removal must be the only writer: of itself; a connection also of its gateway
 * and its circuit, a part of its whole.
 */
public final class RemovalLocks {
  private static final List<String> NEIGHBOURS = List.of("virtualNetworkGateway1", "peer");

  private RemovalLocks() {}

  public static List<ResourceKey> of(ActualResource actual) {
    List<ResourceKey> locks = new ArrayList<>();
    locks.add(actual.key());
    ChildResources.wholeOf(actual.key()).ifPresent(locks::add);
    if (actual.key().type() == ResourceType.CONNECTION) {
      NEIGHBOURS.stream()
          .map(name -> actual.properties().text(name, "id"))
          .forEach(id -> ResourceIdParser.find(id).ifPresent(locks::add));
    }
    return locks;
  }
}
