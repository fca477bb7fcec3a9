package io.github.hybridnet.failover;

import io.github.hybridnet.failover.DrillSettings.Times;
import io.github.hybridnet.failover.Marks.Mark;
import io.github.hybridnet.failover.gate.GateResult;
import io.github.hybridnet.failover.gate.GateResult.Status;
import io.github.hybridnet.failover.probe.ProbeSample;
import io.github.hybridnet.failover.probe.Probing;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Probes over ExpressRoute, before it is taken away. */
final class Baseline {
  /** By which it may be overridden. */
  static final String GATE = "probes";

  static final String CODE = "HN5027";

  private final Watch watch;
  private final Probing probing;
  private final Logbook logbook;
  private final Times times;

  Baseline(Watch watch, Probing probing, Logbook logbook, Times times) {
    this.watch = watch;
    this.probing = probing;
    this.logbook = logbook;
    this.times = times;
  }

  /**
   * Lets the probes run for their time, and looks whether all targets are reached.
   *
   * @param overridden ids of gates that the user does not want to be stopped by
   */
  GateResult run(Set<String> overridden) throws InterruptedException {
    logbook.begin(Step.BASELINE, "Probes run for " + TimeText.limit(times.baseline()));
    logbook.mark(Mark.BASELINE);
    Duration begin = logbook.time().now();
    logbook.time().sleeper().sleep(times.baseline());
    // A short baseline may be over before the first answers are there.
    boolean reached = watch.comesToBeReached(begin, begin.plus(times.baseline().multipliedBy(2)));
    List<ProbeSample> samples = probing.snapshot().samples();
    long failed = samples.stream().filter(s -> !s.ok()).count();
    String seen = samples.size() + " probes, of which " + failed + " failed";
    if (reached) {
      return failed == 0
          ? new GateResult(GATE, Status.MET, "All targets are reached (" + seen + ").", "")
          : new GateResult(GATE, Status.WARNING, "Probes failed before the drill: " + seen, "");
    }
    return new GateResult(
        GATE,
        overridden.contains(GATE) ? Status.OVERRIDDEN : Status.NOT_MET,
        "Not reached before anything was touched: "
            + String.join(", ", lost())
            + " ("
            + seen
            + ").",
        "Probe what answers over ExpressRoute today: hybridnet.failover.probes");
  }

  private List<String> lost() {
    return probing.newest().stream()
        .filter(sample -> !sample.ok())
        .map(sample -> sample.target() + " (" + sample.detail() + ")")
        .toList();
  }
}
