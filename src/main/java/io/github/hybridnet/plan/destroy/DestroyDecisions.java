package io.github.hybridnet.plan.destroy;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ChildResources;
import io.github.hybridnet.arm.ResourceKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was decided so far of a network that is to be removed. */
final class DestroyDecisions {
  private final Map<String, ActualResource> going = new LinkedHashMap<>();
  private final Map<String, RetainedResource> kept = new LinkedHashMap<>();

  void remove(ActualResource actual) {
    going.put(actual.key().comparableId(), actual);
  }

  void keep(ActualResource actual, List<RemovalObstacle> obstacles) {
    RetainedResource.Cause cause =
        obstacles.stream()
            .map(RemovalObstacle::cause)
            .min(RetainedResource.Cause::compareTo)
            .orElseThrow();
    String reason =
        obstacles.stream()
            .map(RemovalObstacle::reason)
            .distinct()
            .collect(Collectors.joining("; "));
    kept.put(actual.key().comparableId(), new RetainedResource(actual, cause, reason));
  }

  boolean goes(String id) {
    return going.containsKey(id.toLowerCase(Locale.ROOT));
  }

  Optional<RetainedResource> kept(String id) {
    return Optional.ofNullable(kept.get(id.toLowerCase(Locale.ROOT)));
  }

  /** What goes, in the order in which it was decided. */
  Collection<ActualResource> going() {
    return going.values();
  }

  /** What stays, in the order in which it was decided. */
  Collection<RetainedResource> kept() {
    return kept.values();
  }

  /** Those parts of a resource that go by themselves. */
  List<ResourceKey> goingPartsOf(ResourceKey whole) {
    return going.values().stream()
        .map(ActualResource::key)
        .filter(k -> ChildResources.wholeOf(k).filter(whole::isSame).isPresent())
        .toList();
  }
}
