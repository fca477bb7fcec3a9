package io.github.hybridnet.plan;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When each removal and each change of a plan would end, by recorded times. */
final class Timeline {
  private final Map<String, Removal> removals = new HashMap<>();
  private final Map<String, Change> changes = new HashMap<>();
  private final Plan plan;

  Timeline(Plan plan) {
    this.plan = plan;
    plan.removals().forEach(r -> removals.put(r.key().comparableId(), r));
    plan.changes().forEach(c -> changes.put(c.key().comparableId(), c));
  }

  Duration start(Removal removal) {
    return latest(
        removal.after().stream()
            .map(k -> removals.get(k.comparableId()))
            .map(r -> r == null ? Duration.ZERO : end(r))
            .toList());
  }

  Duration end(Removal removal) {
    return start(removal).plus(RecordedTimes.ofRemoval(removal.key().type()));
  }

  Duration end(Change change) {
    Duration removed = latest(plan.removalsBefore(change).stream().map(this::end).toList());
    Duration needed =
        latest(
            change.desired().dependsOn().stream()
                .map(k -> changes.get(k.comparableId()))
                .map(c -> c == null ? Duration.ZERO : end(c))
                .toList());
    return latest(List.of(removed, needed)).plus(RecordedTimes.ofChange(change));
  }

  private static Duration latest(List<Duration> durations) {
    return durations.stream().max(Duration::compareTo).orElse(Duration.ZERO);
  }
}
