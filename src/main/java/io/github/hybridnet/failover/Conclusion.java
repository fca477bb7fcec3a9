package io.github.hybridnet.failover;

import io.github.hybridnet.failover.DrillResult.Evidence;
import io.github.hybridnet.failover.Marks.Mark;
import io.github.hybridnet.failover.Verdict.Outcome;
import io.github.hybridnet.failover.gate.ByteCounters;
import io.github.hybridnet.failover.gate.PathProof;
import io.github.hybridnet.failover.gate.PathReading;
import io.github.hybridnet.failover.gate.Proof;
import io.github.hybridnet.failover.measure.Measurement;
import io.github.hybridnet.failover.probe.ProbeTarget;
import io.github.hybridnet.failover.probe.Probed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a drill comes to, from all that was seen. */
final class Conclusion {
  private final Logbook logbook;
  private final Thresholds thresholds;
  private final Probed probed;
  private final Marks marks;
  private final Optional<Measurement> measurement;

  Conclusion(Logbook logbook, Thresholds thresholds, Probed probed) {
    this.logbook = logbook;
    this.thresholds = thresholds;
    this.probed = probed;
    this.measurement =
        probed.targets().isEmpty()
            ? Optional.empty()
            : Optional.of(Measurement.of(probed, logbook.marks()));
    this.marks =
        detected().map(at -> logbook.marks().with(Mark.DETECTED, at)).orElse(logbook.marks());
  }

  /** The moments, with the first sign that ExpressRoute was gone. */
  Marks marks() {
    return marks;
  }

  Evidence evidence(List<ProbeTarget> targets) {
    Map<String, String> addresses = new LinkedHashMap<>();
    targets.forEach(t -> addresses.put(t.name(), t.address()));
    return new Evidence(
        addresses, probed.samples(), logbook.readings(), logbook.events(), measurement);
  }

  /**
   * The verdict.
   *
   * @param outcome what the steps came to
   */
  Verdict verdict(Outcome outcome) {
    if (outcome != Outcome.PASSED && outcome != Outcome.RESTORE_FAILED) {
      return new Verdict(outcome, logbook.findings());
    }
    counters(outcome);
    probed.findings().forEach(f -> logbook.warn(f.code() + ": " + f.text()));
    List<Verdict.Finding> findings = new ArrayList<>(logbook.findings());
    findings.addAll(Judge.broken(thresholds, marks, measurement));
    boolean failed = outcome == Outcome.PASSED && !findings.isEmpty();
    return new Verdict(failed ? Outcome.FAILED : outcome, findings);
  }

  /** They lag, so that they only support what the routes say, or contradict it. */
  private void counters(Outcome outcome) {
    Optional<Duration> gone = firstGone();
    if (gone.isEmpty()) {
      return;
    }
    Proof counters = ByteCounters.judge(readingsWhileAway(), gone.get());
    if (counters.answer() == Proof.Answer.NO) {
      logbook.fail(Away.NEVER_AWAY, counters.text(), "See which connection carries the traffic");
    } else {
      // A counter that grew does not speak for a failover that did not come about.
      boolean supports =
          counters.holds() && outcome == Outcome.PASSED && logbook.findings().isEmpty();
      logbook.info(counters.text() + (supports ? " This supports the result." : ""));
    }
  }

  private Optional<Duration> detected() {
    return Stream.concat(
            measurement.flatMap(Measurement::firstFailure).stream(), firstGone().stream())
        .min(Duration::compareTo);
  }

  private List<PathReading> readingsWhileAway() {
    Optional<Duration> lever = logbook.marks().at(Mark.LEVER);
    Optional<Duration> restore = logbook.marks().at(Mark.RESTORE);
    return logbook.readings().stream()
        .filter(r -> lever.isPresent() && r.at().compareTo(lever.get()) > 0)
        .filter(r -> restore.isEmpty() || r.at().compareTo(restore.get()) < 0)
        .toList();
  }

  private Optional<Duration> firstGone() {
    return readingsWhileAway().stream()
        .filter(r -> PathProof.expressRouteGone(r).holds())
        .map(PathReading::at)
        .findFirst();
  }
}
