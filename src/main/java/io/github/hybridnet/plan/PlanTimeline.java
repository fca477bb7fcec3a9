package io.github.hybridnet.plan;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When each removal and each change of a plan would end, by recorded times. */
public final class PlanTimeline {
  private final Map<String, ResourceRemoval> removals = new HashMap<>();
  private final Map<String, ResourceChange> changes = new HashMap<>();
  private final Plan plan;

  public PlanTimeline(Plan plan) {
    this.plan = plan;
    plan.removals().forEach(r -> removals.put(r.key().comparableId(), r));
    plan.changes().forEach(c -> changes.put(c.key().comparableId(), c));
  }

  public Duration start(ResourceRemoval resourceRemoval) {
    return latest(
        resourceRemoval.after().stream()
            .map(k -> removals.get(k.comparableId()))
            .map(r -> r == null ? Duration.ZERO : end(r))
            .toList());
  }

  Duration end(ResourceRemoval resourceRemoval) {
    return start(resourceRemoval).plus(RecordedDurations.ofRemoval(resourceRemoval.key().type()));
  }

  public Duration end(ResourceChange resourceChange) {
    Duration removed = latest(plan.removalsBefore(resourceChange).stream().map(this::end).toList());
    Duration needed =
        latest(
            resourceChange.declared().dependsOn().stream()
                .map(k -> changes.get(k.comparableId()))
                .map(c -> c == null ? Duration.ZERO : end(c))
                .toList());
    return latest(List.of(removed, needed)).plus(RecordedDurations.ofChange(resourceChange));
  }

  private static Duration latest(List<Duration> durations) {
    return durations.stream().max(Duration::compareTo).orElse(Duration.ZERO);
  }
}
