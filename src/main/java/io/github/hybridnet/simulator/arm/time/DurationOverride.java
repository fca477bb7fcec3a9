package io.github.hybridnet.simulator.arm.time;

import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.GlobPattern;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;

/**
 * An override of durations. Its pattern is {@code KEY} or {@code KEY@RESOURCE}: a pattern of keys
 * and one of a resource's name or, if it begins with a slash, of its id. In both, a star stands for
 * any characters and a question mark for one.
 *
 * @param pattern the pattern as it was given
 * @param duration how long such operations take
 */
record DurationOverride(String pattern, Duration duration) {
  /**
   * The most specific first: a resource before a key, a name before a pattern, a longer one first.
   */
  static final Comparator<DurationOverride> SPECIAL_FIRST =
      Comparator.comparing((DurationOverride rule) -> rule.resource().isEmpty())
          .thenComparing(rule -> isGlob(rule.resource()))
          .thenComparing(rule -> isGlob(rule.key()))
          .thenComparing(rule -> -letters(rule.pattern()))
          .thenComparing(DurationOverride::pattern);

  /**
   * Checks the form of the override.
   *
   * @throws IllegalArgumentException if it is not one, with a clause that says why
   */
  DurationOverride {
    if (pattern.isBlank() || pattern.startsWith("@") || pattern.endsWith("@")) {
      throw new IllegalArgumentException("'" + pattern + "' is not KEY or KEY@RESOURCE");
    }
    if (duration.isNegative()) {
      throw new IllegalArgumentException("'" + pattern + "' has a negative duration");
    }
    if (duration.compareTo(SimulatedClock.FARTHEST) > 0) {
      throw new IllegalArgumentException(
          "'" + pattern + "' has a duration longer than " + SimulatedClock.FARTHEST);
    }
  }

  /** Whether a pattern is just a key. */
  static boolean isKey(String pattern) {
    return pattern.indexOf('@') < 0 && !isGlob(pattern);
  }

  boolean names(String key) {
    return GlobPattern.of(key()).matches(key);
  }

  boolean names(Set<String> keys) {
    return keys.stream().anyMatch(this::names);
  }

  boolean covers(ArmId target) {
    String resource = resource();
    String text = resource.startsWith("/") ? target.key() : target.name();
    return resource.isEmpty() || GlobPattern.of(resource).matches(text);
  }

  private String key() {
    int at = pattern.indexOf('@');
    return at < 0 ? pattern : pattern.substring(0, at);
  }

  private String resource() {
    int at = pattern.indexOf('@');
    return at < 0 ? "" : pattern.substring(at + 1);
  }

  private static boolean isGlob(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  private static int letters(String text) {
    return (int) text.chars().filter(each -> each != '*' && each != '?').count();
  }
}
