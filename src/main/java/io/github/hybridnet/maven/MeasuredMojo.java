package io.github.hybridnet.maven;

import io.github.hybridnet.failover.Thresholds;
import io.github.hybridnet.report.DrillReports;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What is demanded of a drill, and where earlier ones are kept. */
abstract class MeasuredMojo extends ProbingMojo {

  /** The longest outage of any target that the build succeeds with. Needs probes. */
  @Parameter(property = "hybridnet.failover.maxOutage")
  private @Nullable String maxOutage;

  /** The longest time until the first sign that ExpressRoute is gone. */
  @Parameter(property = "hybridnet.failover.maxDetection")
  private @Nullable String maxDetection;

  /** The longest time from the start of the restore until ExpressRoute carries again. */
  @Parameter(property = "hybridnet.failover.maxRestore")
  private @Nullable String maxRestore;

  /** The least share of probes that must succeed while the drill goes on, in percent: 99.9. */
  @Parameter(property = "hybridnet.failover.minAvailability")
  private @Nullable String minAvailability;

  /**
   * The file that keeps one line of each drill, for comparison with earlier ones. Unset: {@code
   * failover-history.jsonl} in {@code hybridnet.journalDirectory}.
   */
  @Parameter(property = "hybridnet.failover.history")
  private @Nullable File history;

  MeasuredMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  final Thresholds thresholds() {
    return new Thresholds(
        limit("maxOutage", maxOutage),
        limit("maxDetection", maxDetection),
        limit("maxRestore", maxRestore),
        minAvailability == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(
                NumberParameter.percent("hybridnet.failover.minAvailability", minAvailability)
                    / 100));
  }

  private static Optional<Duration> limit(String name, @Nullable String value) {
    return value == null ? Optional.empty() : Optional.of(duration(name, value));
  }

  final DrillReports reports() {
    Path kept =
        history == null
            ? journalDirectory().resolve("failover-history.jsonl")
            : WithoutPom.below(history);
    return new DrillReports(outputs().resolve("failover"), kept);
  }
}
