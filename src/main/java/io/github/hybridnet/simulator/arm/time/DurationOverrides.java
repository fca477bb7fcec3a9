package io.github.hybridnet.simulator.arm.time;

import io.github.hybridnet.simulator.arm.id.ArmId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The overrides of durations, the most specific first. */
final class DurationOverrides {
  private final List<DurationOverride> rules;

  private DurationOverrides(List<DurationOverride> rules) {
    this.rules = rules;
  }

  /**
   * Rules of patterns and their durations.
   *
   * @throws IllegalArgumentException if one is not a pattern
   */
  static DurationOverrides of(Map<String, Duration> overrides) {
    return new DurationOverrides(
        overrides.entrySet().stream()
            .map(each -> new DurationOverride(each.getKey(), each.getValue()))
            .sorted(DurationOverride.SPECIAL_FIRST)
            .toList());
  }

  /**
   * Refuses rules that match no key.
   *
   * @throws IllegalArgumentException with a clause that names the first
   */
  void refuseUnknown(Set<String> keys) {
    for (DurationOverride rule : rules) {
      if (!rule.names(keys)) {
        throw new IllegalArgumentException("'" + rule.pattern() + "' matches no key of durations");
      }
    }
  }

  Optional<Duration> find(String key, ArmId target) {
    return rules.stream()
        .filter(rule -> rule.names(key) && rule.covers(target))
        .map(DurationOverride::duration)
        .findFirst();
  }

  Map<String, Duration> asMap() {
    Map<String, Duration> map = new LinkedHashMap<>();
    rules.forEach(rule -> map.put(rule.pattern(), rule.duration()));
    return map;
  }
}
