package io.github.hybridnet.simulator.arm.time;

import io.github.hybridnet.simulator.arm.id.ArmId;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long operations take in Azure, by key: medians of recorded traffic, from the resource {@code
 * durations.properties}, or the recorded spread around them, from {@code spreads.properties}.
 * Overrides come before both.
 */
public final class DurationTable {
  private final Map<String, Duration> medians;
  private final Map<String, DurationSpread> spreads;
  private final Map<String, Duration> given;
  private volatile DurationOverrides rules;

  private DurationTable(
      Map<String, Duration> medians,
      Map<String, DurationSpread> spreads,
      Map<String, Duration> given) {
    this.medians = medians;
    this.spreads = spreads;
    this.given = Map.copyOf(given);
    this.rules = DurationOverrides.of(given);
  }

  /**
   * The median durations of recorded traffic.
   *
   * @param overrides durations by pattern, see {@link DurationOverride}; keys that are new are
   *     added
   * @throws IllegalArgumentException if one of them is not a pattern of any key
   */
  public static DurationTable recorded(Map<String, Duration> overrides) {
    return new DurationTable(medians(overrides), Map.of(), overrides).checked(overrides);
  }

  /** As {@link #recorded}, but varying as the recordings do. */
  public static DurationTable varying(Map<String, Duration> overrides) {
    Map<String, DurationSpread> spreads = new HashMap<>();
    table("spreads.properties")
        .forEach((key, value) -> spreads.put(key, DurationSpread.parse(value)));
    return new DurationTable(medians(overrides), spreads, overrides).checked(overrides);
  }

  /**
   * Refuses patterns of no operation whose duration is recorded.
   *
   * @throws IllegalArgumentException with a clause that names the first
   */
  public static void refuseUnknown(Map<String, Duration> overrides) {
    recorded(Map.of()).checked(overrides);
  }

  /**
   * Replaces what this method was given before.
   *
   * @param overrides durations by pattern, which come before equal patterns of the start
   * @throws IllegalArgumentException if one of them is not a pattern of any key
   */
  public void override(Map<String, Duration> overrides) {
    checked(overrides);
    Map<String, Duration> all = new HashMap<>(given);
    all.putAll(overrides);
    rules = DurationOverrides.of(all);
  }

  /** Whether some durations vary. */
  public boolean vary() {
    return !spreads.isEmpty();
  }

  /** The medians by key. */
  public SortedMap<String, Duration> medians() {
    return new TreeMap<>(medians);
  }

  /** All overrides in force, the most specific first. */
  public Map<String, Duration> overrides() {
    return rules.asMap();
  }

  /**
   * What an operation on this resource takes, if that does not vary.
   *
   * @throws IllegalArgumentException if there is no such key, which is a mistake in the simulator
   */
  public Optional<Duration> fixed(String key, ArmId target) {
    Duration median = median(key);
    return rules
        .find(key, target)
        .or(() -> spreads.containsKey(key) ? Optional.empty() : Optional.of(median));
  }

  /** What an operation takes whose duration varies. */
  public Duration drawn(String key, RandomDraw randomDraw) {
    return spreads.getOrDefault(key, DurationSpread.NONE).around(median(key), randomDraw);
  }

  private Duration median(String key) {
    Duration value = medians.get(key);
    if (value == null) {
      throw new IllegalArgumentException("No duration for " + key);
    }
    return value;
  }

  private DurationTable checked(Map<String, Duration> overrides) {
    DurationOverrides.of(overrides).refuseUnknown(medians.keySet());
    return this;
  }

  private static Map<String, Duration> medians(Map<String, Duration> overrides) {
    Map<String, Duration> values = new HashMap<>();
    overrides.forEach(
        (pattern, duration) -> {
          if (DurationOverride.isKey(pattern)) {
            values.put(pattern, duration);
          }
        });
    table("durations.properties").forEach((key, value) -> values.put(key, Duration.parse(value)));
    return Map.copyOf(values);
  }

  private static Map<String, String> table(String resource) {
    Properties table = new Properties();
    try (InputStream in = DurationTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not in the jar");
      }
      table.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> values = new HashMap<>();
    table.forEach((key, value) -> values.put((String) key, (String) value));
    return values;
  }
}
