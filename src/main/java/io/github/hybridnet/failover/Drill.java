package io.github.hybridnet.failover;

import io.github.hybridnet.failover.DrillResult.Announcement;
import io.github.hybridnet.failover.DrillSettings.Mode;
import io.github.hybridnet.failover.DrillSettings.Times;
import io.github.hybridnet.failover.Marks.Mark;
import io.github.hybridnet.failover.Verdict.Outcome;
import io.github.hybridnet.failover.gate.BlastRadius;
import io.github.hybridnet.failover.gate.GateResult;
import io.github.hybridnet.failover.gate.PathReading;
import io.github.hybridnet.failover.gate.Preflight;
import io.github.hybridnet.failover.gate.PreflightReport;
import io.github.hybridnet.failover.probe.Probing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The drill: preflight, baseline, journal, lever, failed over, hold, restore, restored, verdict.
 * From the moment the lever may have moved there is no way out of it but through the restore.
 */
public final class Drill {
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(20);

  private final DrillTarget target;
  private final DrillSettings settings;
  private final DrillParts parts;
  private final Logbook logbook;
  private final String id;
  private boolean stopped;

  /**
   * A drill.
   *
   * @param id its name
   * @param target what it is about
   * @param settings how it is run
   * @param parts what it works with
   * @param listener told of everything that happens, from several threads
   */
  public Drill(
      String id,
      DrillTarget target,
      DrillSettings settings,
      DrillParts parts,
      Consumer<DrillEvent> listener) {
    this.id = id;
    this.target = target;
    this.settings = settings;
    this.parts = parts;
    this.logbook = new Logbook(parts.clocks().time(), listener);
  }

  /**
   * Runs it. When this returns or throws, ExpressRoute is back, or the result says that it is not.
   *
   * @throws io.github.hybridnet.engine.CloudException when what stands cannot be read; nothing was
   *     touched
   * @throws io.github.hybridnet.model.HybridnetException HN504x, when the drill cannot be written
   *     down, or another one goes on; nothing was touched
   * @throws InterruptedException when the build was stopped before anything was touched
   */
  public DrillResult run() throws InterruptedException {
    logbook.begin(Step.PREFLIGHT, "Checking preconditions");
    PreflightReport preflight = settled();
    PathReading before = preflight.reading();
    logbook.add(before);
    refuse(preflight.findings());
    Announcement announcement = announcement(before);
    try (Probing probing = parts.probes().start(logbook.time(), logbook);
        InsideWatch inside = new InsideWatch(parts.inside(), logbook)) {
      inside.ask(InsideWatch.Phase.BEFORE);
      List<GateResult> gates = new ArrayList<>(preflight.results());
      Watch watch = new Watch(parts.paths(), probing, logbook, times().poll(), inside);
      if (!probing.targets().isEmpty()) {
        gates.add(baseline(watch, probing));
      }
      Optional<Outcome> untouched = untouched();
      Outcome outcome = untouched.isPresent() ? untouched.get() : drill(before, watch);
      probing.close();
      logbook.begin(Step.VERDICT, "Evaluating results");
      hear(inside, outcome);
      logbook.mark(Mark.END);
      return result(outcome, announcement, gates, probing);
    }
  }

  /** What does not hold yet right after a deployment or a drill is waited for, and that is told. */
  private PreflightReport settled() throws InterruptedException {
    DrillTime time = logbook.time();
    Duration begin = time.now();
    PreflightReport report = parts.preflight().look(Watch.ANSWERS);
    String told = "";
    while (!report.settling().isEmpty()
        && time.now().minus(begin).compareTo(times().settle()) < 0) {
      String waits =
          String.join(", ", report.settling().stream().map(g -> g.id() + ": " + g.text()).toList());
      if (!waits.equals(told)) {
        logbook.info(
            "Waiting up to "
                + TimeText.limit(times().settle())
                + " for states that are still settling: "
                + waits);
        told = waits;
      }
      time.sleeper().sleep(times().poll());
      report = parts.preflight().look(Watch.ANSWERS);
    }
    if (!told.isEmpty() && report.isMet()) {
      logbook.info("All states have settled.");
    }
    return report;
  }

  private DrillResult result(
      Outcome outcome, Announcement announcement, List<GateResult> gates, Probing probing) {
    Conclusion conclusion = new Conclusion(logbook, settings.thresholds(), probing.snapshot());
    Verdict verdict = conclusion.verdict(outcome);
    return new DrillResult(
        id,
        logbook.time().begin(),
        target,
        settings,
        announcement,
        gates,
        conclusion.evidence(probing.targets()),
        conclusion.marks(),
        verdict);
  }

  /** What is asked last has a little time, where nothing is more urgent. */
  private void hear(InsideWatch inside, Outcome outcome) throws InterruptedException {
    try {
      inside.await(stopped || outcome == Outcome.RESTORE_FAILED ? Duration.ZERO : LAST_ANSWERS);
    } catch (InterruptedException e) {
      if (logbook.marks().at(Mark.LEVER).isEmpty()) {
        throw e;
      }
      stopped = true;
    }
    inside.giveUp();
  }

  /** The ids of all gates that users may override. */
  public static List<String> overridable() {
    return Stream.concat(Preflight.overridable().stream(), Stream.of(Baseline.GATE)).toList();
  }

  /** Whether somebody stopped the build while the drill went on. */
  public boolean isStopped() {
    return stopped;
  }

  private Times times() {
    return settings.times();
  }

  private Announcement announcement(PathReading before) throws InterruptedException {
    Announcement lever = parts.lever().announcement();
    List<String> radius = new ArrayList<>(lever.blastRadius());
    radius.addAll(BlastRadius.of(before, target));
    return new Announcement(lever.lever(), radius, lever.expectation(), lever.undo());
  }

  private GateResult baseline(Watch watch, Probing probing) throws InterruptedException {
    GateResult gate = new Baseline(watch, probing, logbook, times()).run(settings.overridden());
    if (gate.status() == GateResult.Status.NOT_MET) {
      refuse(List.of(new Verdict.Finding(Baseline.CODE, gate.text(), gate.fix())));
    }
    return gate;
  }

  /** Where nothing is to be touched, a reason against it is no failure. */
  private void refuse(List<Verdict.Finding> findings) {
    for (Verdict.Finding finding : findings) {
      if (settings.mode() != Mode.DRILL) {
        logbook.note(finding);
        logbook.warn(finding.code() + ": " + finding.text());
      } else {
        logbook.fail(finding.code(), finding.text(), finding.fix());
      }
    }
  }

  /** What it comes to without anything touched; empty when the lever is to be pulled. */
  private Optional<Outcome> untouched() throws InterruptedException {
    refuse(parts.lever().refusals());
    if (settings.mode() == Mode.OBSERVE) {
      return Optional.of(Outcome.OBSERVED);
    }
    if (settings.mode() == Mode.DRY_RUN) {
      return Optional.of(Outcome.DRY_RUN);
    }
    return logbook.findings().isEmpty() ? Optional.empty() : Optional.of(Outcome.REFUSED);
  }

  private Outcome drill(PathReading before, Watch watch) throws InterruptedException {
    logbook.begin(Step.JOURNAL, "What undoes the drill is written down, here and in Azure");
    parts.safety().arm(id, logbook.time());
    boolean back;
    try {
      stopped = new Away(parts, watch, logbook, times()).go(before);
    } finally {
      Back way = new Back(parts.safety(), watch, logbook, times());
      back = way.go(before);
      stopped |= way.isStopped();
    }
    return back ? Outcome.PASSED : Outcome.RESTORE_FAILED;
  }
}
