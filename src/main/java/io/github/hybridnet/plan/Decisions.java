package io.github.hybridnet.plan;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was decided so far of a network that is to be removed. */
final class Decisions {
  private final Map<String, ActualResource> going = new LinkedHashMap<>();
  private final Map<String, Kept> kept = new LinkedHashMap<>();

  void remove(ActualResource actual) {
    going.put(actual.key().comparableId(), actual);
  }

  void keep(ActualResource actual, List<Obstacle> obstacles) {
    Kept.Because because =
        obstacles.stream().map(Obstacle::because).min(Kept.Because::compareTo).orElseThrow();
    String reason =
        obstacles.stream().map(Obstacle::reason).distinct().collect(Collectors.joining("; "));
    kept.put(actual.key().comparableId(), new Kept(actual, because, reason));
  }

  boolean goes(String id) {
    return going.containsKey(id.toLowerCase(Locale.ROOT));
  }

  Optional<Kept> kept(String id) {
    return Optional.ofNullable(kept.get(id.toLowerCase(Locale.ROOT)));
  }

  /** What goes, in the order in which it was decided. */
  Collection<ActualResource> going() {
    return going.values();
  }

  /** What stays, in the order in which it was decided. */
  Collection<Kept> kept() {
    return kept.values();
  }

  /** Those parts of a resource that go by themselves. */
  List<ResourceKey> goingPartsOf(ResourceKey whole) {
    return going.values().stream()
        .map(ActualResource::key)
        .filter(k -> Parts.wholeOf(k).filter(whole::isSame).isPresent())
        .toList();
  }
}
