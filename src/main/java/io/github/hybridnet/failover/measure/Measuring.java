package io.github.hybridnet.failover.measure;

import io.github.hybridnet.failover.Marks;
import io.github.hybridnet.failover.Marks.Mark;
import io.github.hybridnet.failover.measure.Measurement.Latency;
import io.github.hybridnet.failover.measure.Measurement.OfTarget;
import io.github.hybridnet.failover.probe.ProbeSample;
import io.github.hybridnet.failover.probe.Probed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Measures what the probes of a drill say. */
final class Measuring {
  /** Later than any moment of a drill. */
  private static final Duration NEVER = Duration.ofSeconds(Long.MAX_VALUE);

  private static final Comparator<Outage> LENGTH =
      Comparator.comparing((Outage outage) -> outage.atMost().orElse(NEVER))
          .thenComparing(Outage::atLeast);

  private final Probed probed;
  private final Optional<Duration> lever;
  private final Marks marks;
  private final List<Outage> afterLever = new ArrayList<>();

  Measuring(Probed probed, Marks marks) {
    this.probed = probed;
    this.marks = marks;
    this.lever = marks.at(Mark.LEVER);
  }

  Measurement measure() {
    List<OfTarget> targets = probed.targets().stream().map(this::target).toList();
    return new Measurement(targets, availability(), longest(), firstFailure());
  }

  /** What may have been longest may also have been short, while another was seen to be longer. */
  private Optional<Outage> longest() {
    Duration seen = afterLever.stream().map(Outage::atLeast).reduce(Duration.ZERO, Moments::later);
    return afterLever.stream().max(LENGTH).map(outage -> outage.lastingAtLeast(seen));
  }

  private OfTarget target(String name) {
    List<ProbeSample> samples =
        probed.of(name).stream().sorted(Comparator.comparing(ProbeSample::at)).toList();
    List<Interruption> found = new Interruptions(samples).find();
    lever.ifPresent(from -> afterLever.addAll(outagesAfter(from, found)));
    lever.ifPresent(from -> afterLever.addAll(blindSpotsAfter(from, samples)));
    return new OfTarget(
        name,
        samples.size(),
        samples.stream().filter(sample -> !sample.ok()).count(),
        found.stream().map(Interruption::outage).toList(),
        longestGap(samples),
        lever.map(from -> found.stream().filter(i -> i.mayBeginAfter(from)).count()).orElse(0L),
        latency(samples, this::isBefore),
        latency(samples, this::isDuring),
        latency(samples, this::isAfter));
  }

  private static List<Outage> outagesAfter(Duration moment, List<Interruption> found) {
    return found.stream()
        .filter(interruption -> interruption.mayStandAfter(moment))
        .map(Interruption::outage)
        .toList();
  }

  /** Where probes were missed between two that succeeded, nobody knows what happened. */
  private static List<Outage> blindSpotsAfter(Duration moment, List<ProbeSample> samples) {
    List<Outage> spots = new ArrayList<>();
    for (int i = 1; i < samples.size(); i++) {
      ProbeSample from = samples.get(i - 1);
      ProbeSample to = samples.get(i);
      Duration end = Moments.known(to);
      boolean missed = to.number() > from.number() + 1;
      if (missed && from.ok() && to.ok() && end.compareTo(moment) > 0) {
        Duration most = end.minus(from.at());
        spots.add(
            new Outage(
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
      longest = Moments.later(longest, sample.at().minus(from));
      if (sample.ok()) {
        from = sample.at();
      }
    }
    return Optional.of(longest);
  }

  private static Latency latency(List<ProbeSample> samples, Predicate<ProbeSample> when) {
    return Latency.of(
        samples.stream().filter(ProbeSample::ok).filter(when).map(ProbeSample::took).toList());
  }

  /** Without a lever everything is before it. */
  private boolean isBefore(ProbeSample sample) {
    return lever.map(at -> Moments.known(sample).compareTo(at) <= 0).orElse(true);
  }

  private boolean isDuring(ProbeSample sample) {
    return isFrom(Mark.FAILED_OVER, sample)
        && marks.at(Mark.RESTORE).map(at -> Moments.known(sample).compareTo(at) <= 0).orElse(true);
  }

  private boolean isAfter(ProbeSample sample) {
    return isFrom(Mark.RESTORED, sample);
  }

  private boolean isFrom(Mark mark, ProbeSample sample) {
    return marks.at(mark).filter(at -> sample.at().compareTo(at) >= 0).isPresent();
  }

  private Optional<Double> availability() {
    Duration until = marks.at(Mark.RESTORED).or(() -> marks.at(Mark.END)).orElse(NEVER);
    List<ProbeSample> counted =
        probed.samples().stream()
            .filter(sample -> isFrom(Mark.LEVER, sample))
            .filter(sample -> sample.at().compareTo(until) < 0)
            .toList();
    return counted.isEmpty()
        ? Optional.empty()
        : Optional.of((double) counted.stream().filter(ProbeSample::ok).count() / counted.size());
  }

  private Optional<Duration> firstFailure() {
    return probed.samples().stream()
        .filter(sample -> !sample.ok() && isFrom(Mark.LEVER, sample))
        .map(Moments::known)
        .min(Comparator.naturalOrder());
  }
}
