package io.github.hybridnet.maven.parameter;

import io.github.hybridnet.simulator.DurationModel;
import io.github.hybridnet.simulator.ProviderMode;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** The parameters of the simulator, from strings. */
public final class SimulatorParameters {
  private SimulatorParameters() {}

  public static SimulatorOptions of(
      MavenSession session, @Nullable File directory, String port, String speed, String provider) {
    String mode = ChoiceParameter.PROVIDER.parse(provider);
    return SimulatorOptions.in(directory(session, directory))
        .withPort(NumberParameter.port("hybridnet.simulator.port", port))
        .withSpeed(NumberParameter.speed("hybridnet.simulator.speed", speed))
        .withProvider(mode.equals("auto") ? ProviderMode.AUTO : ProviderMode.MANUAL);
  }

  /** The options with how long operations take, and what is generated. */
  public static SimulatorOptions timed(
      SimulatorOptions options, @Nullable String durations, String model, @Nullable String seed) {
    String chosen = ChoiceParameter.DURATION_MODEL.parse(model);
    SimulatorOptions timed =
        options.withDurationModel(
            chosen.equals("fixed") ? DurationModel.FIXED : DurationModel.RECORDED);
    if (durations != null && !durations.isBlank()) {
      timed =
          durations.contains("=")
              ? timed.withDurations(list(durations))
              : timed.withDurations(Path.of(durations.strip()));
    }
    return seed == null || seed.isBlank()
        ? timed
        : timed.withSeed(NumberParameter.whole("hybridnet.simulator.seed", seed));
  }

  /** The options with a running or a manual clock. */
  public static SimulatorOptions clocked(SimulatorOptions options, String clock) {
    return ChoiceParameter.CLOCK.parse(clock).equals("manual")
        ? options.withManualClock()
        : options;
  }

  private static Map<String, Duration> list(String durations) {
    Map<String, Duration> map = new LinkedHashMap<>();
    for (String each : durations.split(",")) {
      int sign = each.indexOf('=');
      String key = each.substring(0, Math.max(sign, 0)).strip();
      String value = each.substring(sign + 1);
      map.put(
          key,
          DurationParameter.parse(
              "The entry '" + key + "' of hybridnet.simulator.durations", value));
    }
    return map;
  }

  public static Path directory(MavenSession session, @Nullable File directory) {
    return directory == null
        ? Path.of(session.getExecutionRootDirectory(), "target", "hybridnet", "simulator")
        : directory.toPath();
  }
}
