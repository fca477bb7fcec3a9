package io.github.hybridnet.drill.measure;

import io.github.hybridnet.drill.api.DrillMilestones;
import io.github.hybridnet.drill.probe.ProbeSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the probes of a drill say.
 *
 * @param targets what they say of each target
 * @param availability the share of probes that succeeded from the disconnect until everything was
 *     restored, over all targets, 0 to 1; empty when ExpressRoute was not disconnected
 * @param longestOutage the longest of all outages that began after the disconnect or still lasted
 *     then, by its upper bound; one that has not ended is the longest. A time in which the machine
 *     sent no probe may have been one, too: it has no failed probe. Its lower bound is the greatest
 *     of all outages
 * @param firstFailure when the first probe that was sent after the disconnect had failed, since the
 *     drill's begin
 */
public record ProbeMeasurement(
    List<TargetMeasurement> targets,
    Optional<Double> availability,
    Optional<TargetOutage> longestOutage,
    Optional<Duration> firstFailure) {

  /** Copies the list, which cannot be changed afterwards. */
  public ProbeMeasurement {
    targets = List.copyOf(targets);
  }

  /** What these probes say. */
  public static ProbeMeasurement of(ProbeSnapshot probeSnapshot, DrillMilestones drillMilestones) {
    return new MeasurementCalculator(probeSnapshot, drillMilestones).measure();
  }

  /**
   * What they say of one target.
   *
   * @param target its name
   * @param probes how many were sent
   * @param failed how many failed
   * @param outages the times in which it was not reached, in their order
   * @param longestGap the longest time from one probe that succeeded to the next, by their begins;
   *     the time before the first and after the last one counts too
   * @param flaps how often it went from reached to not reached, after the disconnect
   * @param before latency over ExpressRoute, before
   * @param during latency while failed over
   * @param after latency after everything was restored
   */
  public record TargetMeasurement(
      String target,
      long probes,
      long failed,
      List<TargetOutage> outages,
      Optional<Duration> longestGap,
      long flaps,
      LatencySummary before,
      LatencySummary during,
      LatencySummary after) {

    /** Copies the list, which cannot be changed afterwards. */
    public TargetMeasurement {
      outages = List.copyOf(outages);
    }
  }

  /**
   * Latencies of probes that succeeded.
   *
   * @param probes how many; all others are zero when it is 0
   * @param median the middle one
   * @param p95 the one that 95 of 100 do not exceed
   * @param longest the longest
   */
  public record LatencySummary(long probes, Duration median, Duration p95, Duration longest) {
    /** The summary of no probes at all. */
    public static final LatencySummary NONE =
        new LatencySummary(0, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** Of these, in any order. */
    static LatencySummary of(List<Duration> latencies) {
      if (latencies.isEmpty()) {
        return NONE;
      }
      List<Duration> sorted = latencies.stream().sorted().toList();
      return new LatencySummary(
          sorted.size(), rank(sorted, 50), rank(sorted, 95), sorted.get(sorted.size() - 1));
    }

    /** The least one that so many of 100 do not exceed. */
    private static Duration rank(List<Duration> sorted, int percent) {
      return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
  }
}
