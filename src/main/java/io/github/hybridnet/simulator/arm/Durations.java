package io.github.hybridnet.simulator.arm;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * How long operations take in Azure, by key: medians of recorded traffic, from the resource {@code
 * durations.properties}, any of which may be overridden.
 */
public final class Durations {
  private final Map<String, Duration> values;

  private Durations(Map<String, Duration> values) {
    this.values = Map.copyOf(values);
  }

  /** The recorded durations, with some replaced. Keys that are new are added. */
  public static Durations recorded(Map<String, Duration> overrides) {
    Properties table = new Properties();
    try (InputStream in = Durations.class.getResourceAsStream("durations.properties")) {
      if (in == null) {
        throw new IllegalStateException("durations.properties is not in the jar");
      }
      table.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Duration> values = new HashMap<>();
    table.forEach((key, value) -> values.put((String) key, Duration.parse((String) value)));
    values.putAll(overrides);
    return new Durations(values);
  }

  /**
   * The duration of this key, in simulated time.
   *
   * @throws IllegalArgumentException if there is none, which is a mistake in the simulator
   */
  public Duration of(String key) {
    Duration value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("No duration for " + key);
    }
    return value;
  }
}
