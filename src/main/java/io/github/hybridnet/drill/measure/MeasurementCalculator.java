package io.github.hybridnet.drill.measure;

import io.github.hybridnet.drill.api.DrillMilestones;
import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.measure.ProbeMeasurement.LatencySummary;
import io.github.hybridnet.drill.measure.ProbeMeasurement.TargetMeasurement;
import io.github.hybridnet.drill.probe.ProbeSample;
import io.github.hybridnet.drill.probe.ProbeSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Measures what the probes of a drill say. */
final class MeasurementCalculator {
  /** Later than any moment of a drill. */
  private static final Duration NEVER = Duration.ofSeconds(Long.MAX_VALUE);

  private static final Comparator<TargetOutage> LENGTH =
      Comparator.comparing((TargetOutage targetOutage) -> targetOutage.atMost().orElse(NEVER))
          .thenComparing(TargetOutage::atLeast);

  private final ProbeSnapshot probeSnapshot;
  private final Optional<Duration> disconnect;
  private final DrillMilestones drillMilestones;
  private final List<TargetOutage> afterDisconnect = new ArrayList<>();

  MeasurementCalculator(ProbeSnapshot probeSnapshot, DrillMilestones drillMilestones) {
    this.probeSnapshot = probeSnapshot;
    this.drillMilestones = drillMilestones;
    this.disconnect = drillMilestones.at(Milestone.DISCONNECT_REQUESTED);
  }

  ProbeMeasurement measure() {
    List<TargetMeasurement> targets = probeSnapshot.targets().stream().map(this::target).toList();
    return new ProbeMeasurement(targets, availability(), longest(), firstFailure());
  }

  /** What may have been longest may also have been short, while another was seen to be longer. */
  private Optional<TargetOutage> longest() {
    Duration seen =
        afterDisconnect.stream()
            .map(TargetOutage::atLeast)
            .reduce(Duration.ZERO, DurationMath::later);
    return afterDisconnect.stream()
        .max(LENGTH)
        .map(targetOutage -> targetOutage.lastingAtLeast(seen));
  }

  private TargetMeasurement target(String name) {
    List<ProbeSample> samples =
        probeSnapshot.of(name).stream().sorted(Comparator.comparing(ProbeSample::at)).toList();
    List<OutageEstimate> found = new OutageFinder(samples).find();
    disconnect.ifPresent(from -> afterDisconnect.addAll(outagesAfter(from, found)));
    disconnect.ifPresent(from -> afterDisconnect.addAll(blindSpotsAfter(from, samples)));
    return new TargetMeasurement(
        name,
        samples.size(),
        samples.stream().filter(sample -> !sample.ok()).count(),
        found.stream().map(OutageEstimate::outage).toList(),
        longestGap(samples),
        disconnect
            .map(from -> found.stream().filter(i -> i.mayBeginAfter(from)).count())
            .orElse(0L),
        latency(samples, this::isBefore),
        latency(samples, this::isDuring),
        latency(samples, this::isAfter));
  }

  private static List<TargetOutage> outagesAfter(Duration moment, List<OutageEstimate> found) {
    return found.stream()
        .filter(outageEstimate -> outageEstimate.mayStandAfter(moment))
        .map(OutageEstimate::outage)
        .toList();
  }

  /** Where probes were missed between two that succeeded, nobody knows what happened. */
  private static List<TargetOutage> blindSpotsAfter(Duration moment, List<ProbeSample> samples) {
    List<TargetOutage> spots = new ArrayList<>();
    for (int i = 1; i < samples.size(); i++) {
      ProbeSample from = samples.get(i - 1);
      ProbeSample to = samples.get(i);
      Duration end = DurationMath.known(to);
      boolean missed = to.number() > from.number() + 1;
      if (missed && from.ok() && to.ok() && end.compareTo(moment) > 0) {
        Duration most = end.minus(from.at());
        spots.add(
            new TargetOutage(
                from.target(), from.at(), Optional.of(end), Duration.ZERO, Optional.of(most), 0));
      }
    }
    return spots;
  }

  private static Optional<Duration> longestGap(List<ProbeSample> samples) {
    if (samples.stream().noneMatch(ProbeSample::ok)) {
      return Optional.empty();
    }
    Duration longest = Duration.ZERO;
    Duration from = samples.get(0).at();
    for (ProbeSample sample : samples) {
      longest = DurationMath.later(longest, sample.at().minus(from));
      if (sample.ok()) {
        from = sample.at();
      }
    }
    return Optional.of(longest);
  }

  private static LatencySummary latency(List<ProbeSample> samples, Predicate<ProbeSample> when) {
    return LatencySummary.of(
        samples.stream().filter(ProbeSample::ok).filter(when).map(ProbeSample::took).toList());
  }

  /** Without a disconnect everything is before it. */
  private boolean isBefore(ProbeSample sample) {
    return disconnect.map(at -> DurationMath.known(sample).compareTo(at) <= 0).orElse(true);
  }

  private boolean isDuring(ProbeSample sample) {
    return isFrom(Milestone.FAILED_OVER, sample)
        && drillMilestones
            .at(Milestone.RESTORE)
            .map(at -> DurationMath.known(sample).compareTo(at) <= 0)
            .orElse(true);
  }

  private boolean isAfter(ProbeSample sample) {
    return isFrom(Milestone.RESTORED, sample);
  }

  private boolean isFrom(Milestone milestone, ProbeSample sample) {
    return drillMilestones.at(milestone).filter(at -> sample.at().compareTo(at) >= 0).isPresent();
  }

  private Optional<Double> availability() {
    Duration until =
        drillMilestones
            .at(Milestone.RESTORED)
            .or(() -> drillMilestones.at(Milestone.END))
            .orElse(NEVER);
    List<ProbeSample> counted =
        probeSnapshot.samples().stream()
            .filter(sample -> isFrom(Milestone.DISCONNECT_REQUESTED, sample))
            .filter(sample -> sample.at().compareTo(until) < 0)
            .toList();
    return counted.isEmpty()
        ? Optional.empty()
        : Optional.of((double) counted.stream().filter(ProbeSample::ok).count() / counted.size());
  }

  private Optional<Duration> firstFailure() {
    return probeSnapshot.samples().stream()
        .filter(sample -> !sample.ok() && isFrom(Milestone.DISCONNECT_REQUESTED, sample))
        .map(DurationMath::known)
        .min(Comparator.naturalOrder());
  }
}
