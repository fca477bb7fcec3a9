package io.github.hybridnet.simulator;

import io.github.hybridnet.simulator.arm.time.DurationTable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** The durations that the owner chose, from the options and the file that they name. */
final class DurationSource {
  private DurationSource() {}

  /**
   * Reads the durations that the options name.
   *
   * @throws SimulatorException with a sentence for the user if one of them is not usable
   */
  static DurationTable read(SimulatorOptions.Timing timing) {
    Map<String, Duration> overrides = overrides(timing);
    try {
      return timing.model() == DurationModel.RECORDED
          ? DurationTable.varying(overrides)
          : DurationTable.recorded(overrides);
    } catch (IllegalArgumentException e) {
      throw notUsable(e);
    }
  }

  /**
   * Refuses patterns that no operation of the simulator's own resource types has, such as a
   * misspelt key.
   *
   * @throws SimulatorException names the first of them
   */
  static void refuseUnknown(SimulatorOptions.Timing timing) {
    try {
      DurationTable.refuseUnknown(overrides(timing));
    } catch (IllegalArgumentException e) {
      throw notUsable(e);
    }
  }

  private static Map<String, Duration> overrides(SimulatorOptions.Timing timing) {
    Map<String, Duration> overrides = new LinkedHashMap<>();
    timing.durationsFile().ifPresent(file -> overrides.putAll(in(file)));
    overrides.putAll(timing.durations());
    return overrides;
  }

  private static SimulatorException notUsable(IllegalArgumentException cause) {
    return new SimulatorException(
        "The simulator's durations cannot be used: " + cause.getMessage() + ".", cause);
  }

  private static Map<String, Duration> in(Path file) {
    Properties table = new Properties();
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // A pipe would be read until somebody writes to it, a device for ever.
      throw new SimulatorException(
          "The simulator cannot read the durations in '" + file + "', which is not a file.");
    }
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      table.load(reader);
    } catch (IOException e) {
      String sentence = "The simulator cannot read the durations in '" + file + "': ";
      throw new SimulatorException(sentence + StartProblems.why(e) + ".", e);
    } catch (IllegalArgumentException e) {
      String sentence = "The simulator cannot read the durations in '" + file + "': ";
      throw new SimulatorException(sentence + e.getMessage() + ".", e);
    }
    Map<String, Duration> durations = new LinkedHashMap<>();
    for (String key : table.stringPropertyNames()) {
      durations.put(key, duration(file, key, table.getProperty(key)));
    }
    return durations;
  }

  private static Duration duration(Path file, String key, String text) {
    try {
      return Duration.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw new SimulatorException(
          "The duration of '"
              + key
              + "' in '"
              + file
              + "' must be an ISO-8601 duration such as PT10M, not '"
              + text
              + "'.",
          e);
    }
  }
}
