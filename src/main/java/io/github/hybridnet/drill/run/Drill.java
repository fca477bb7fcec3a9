package io.github.hybridnet.drill.run;

import io.github.hybridnet.drill.action.DisconnectAnnouncement;
import io.github.hybridnet.drill.api.DrillEvent;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.api.DrillSettings;
import io.github.hybridnet.drill.api.DrillSettings.Mode;
import io.github.hybridnet.drill.api.DrillSettings.TimeLimits;
import io.github.hybridnet.drill.api.DrillStep;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.gate.DrillPreflight;
import io.github.hybridnet.drill.gate.GateResult;
import io.github.hybridnet.drill.gate.PreflightReport;
import io.github.hybridnet.drill.path.BlastRadius;
import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.drill.probe.ProbeSession;
import io.github.hybridnet.drill.run.DrillVerdict.Outcome;
import io.github.hybridnet.engine.retry.Backoff;
import io.github.hybridnet.engine.retry.PolledCondition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The drill: preflight, baseline, journal, disconnect, failed over, hold, restore, restored,
 * verdict. Once ExpressRoute may be disconnected, the drill ends only through the restore.
 */
public final class Drill {
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(20);

  private final DrillTarget target;
  private final DrillSettings settings;
  private final DrillComponents components;
  private final DrillLog drillLog;
  private final String id;
  private boolean stopped;

  /**
   * A drill of one network.
   *
   * @param id its name
   * @param target what it is about
   * @param settings how it is run
   * @param parts what it works with
   * @param listener gets every event, from several threads
   */
  public Drill(
      String id,
      DrillTarget target,
      DrillSettings settings,
      DrillComponents parts,
      Consumer<DrillEvent> listener) {
    this.id = id;
    this.target = target;
    this.settings = settings;
    this.components = parts;
    this.drillLog = new DrillLog(parts.clocks().time(), listener);
  }

  /**
   * Runs all steps of the drill. When this returns or throws, ExpressRoute is restored, or the
   * result says that it is not.
   *
   * @throws io.github.hybridnet.arm.CloudException when the actual resources cannot be read;
   *     nothing was touched
   * @throws io.github.hybridnet.text.UserException HN504x, when the drill cannot be written down,
   *     or another one goes on; nothing was touched
   * @throws InterruptedException when the build was stopped before anything was touched
   */
  public DrillResult run() throws InterruptedException {
    drillLog.begin(DrillStep.PREFLIGHT, "Checking preconditions");
    PreflightReport preflight = settledPreflight();
    PathReading before = preflight.reading();
    drillLog.add(before);
    reportRefusals(preflight.findings());
    DisconnectAnnouncement disconnectAnnouncement = announcement(before);
    try (ProbeSession probeSession = components.probes().start(drillLog.time(), drillLog);
        InsideObserver inside = new InsideObserver(components.inside(), drillLog)) {
      inside.ask(InsideObserver.InsidePhase.BEFORE);
      List<GateResult> gates = new ArrayList<>(preflight.results());
      DrillMonitor drillMonitor =
          new DrillMonitor(components.paths(), probeSession, drillLog, times().poll(), inside);
      if (!probeSession.targets().isEmpty()) {
        gates.add(baseline(drillMonitor, probeSession));
      }
      Optional<Outcome> untouched = outcomeWithoutDisconnect();
      Outcome outcome =
          untouched.isPresent() ? untouched.get() : disconnectAndRestore(before, drillMonitor);
      probeSession.close();
      drillLog.begin(DrillStep.VERDICT, "Evaluating results");
      awaitInside(inside, outcome);
      drillLog.mark(Milestone.END);
      return result(outcome, disconnectAnnouncement, gates, probeSession);
    }
  }

  /** Waits for states that are still settling, as right after a deployment or a drill. */
  private PreflightReport settledPreflight() throws InterruptedException {
    SettledPreconditions settled = new SettledPreconditions();
    PreflightReport report =
        drillLog
            .time()
            .poller()
            .await(settled, Backoff.fixed(times().poll()), times().settle())
            .last();
    if (!settled.told.isEmpty() && report.isMet()) {
      drillLog.info("All states have settled.");
    }
    return report;
  }

  /** Preconditions without a state that is still settling; each change of what settles is told. */
  private final class SettledPreconditions implements PolledCondition<PreflightReport> {
    private String told = "";

    @Override
    public PreflightReport look() throws InterruptedException {
      return components.preflight().read(DrillMonitor.ANSWERS);
    }

    @Override
    public boolean isReached(PreflightReport report) {
      return report.settling().isEmpty();
    }

    @Override
    public void waiting(PreflightReport report, Duration waited) {
      String waits =
          DrillMessages.settling(
              times().settle(),
              report.settling().stream().map(g -> g.id() + ": " + g.text()).toList());
      if (!waits.equals(told)) {
        drillLog.info(waits);
        told = waits;
      }
    }
  }

  private DrillResult result(
      Outcome outcome,
      DisconnectAnnouncement disconnectAnnouncement,
      List<GateResult> gates,
      ProbeSession probeSession) {
    ResultEvaluator resultEvaluator =
        new ResultEvaluator(drillLog, settings.thresholds(), probeSession.snapshot());
    DrillVerdict drillVerdict = resultEvaluator.verdict(outcome);
    return new DrillResult(
        id,
        drillLog.time().begin(),
        target,
        settings,
        disconnectAnnouncement,
        gates,
        resultEvaluator.evidence(probeSession.targets()),
        resultEvaluator.milestones(),
        drillVerdict);
  }

  /** Waits a little for the last answers from inside the network, unless a restore failed. */
  private void awaitInside(InsideObserver inside, Outcome outcome) throws InterruptedException {
    try {
      inside.await(stopped || outcome == Outcome.RESTORE_FAILED ? Duration.ZERO : LAST_ANSWERS);
    } catch (InterruptedException e) {
      if (drillLog.milestones().at(Milestone.DISCONNECT_REQUESTED).isEmpty()) {
        throw e;
      }
      stopped = true;
    }
    inside.giveUp();
  }

  /** The ids of all gates that users may override. */
  public static List<String> overridable() {
    return Stream.concat(DrillPreflight.overridable().stream(), Stream.of(BaselinePhase.GATE))
        .toList();
  }

  /** Whether somebody stopped the build while the drill went on. */
  public boolean isStopped() {
    return stopped;
  }

  private TimeLimits times() {
    return settings.times();
  }

  private DisconnectAnnouncement announcement(PathReading before) throws InterruptedException {
    DisconnectAnnouncement action = components.disconnect().announcement();
    List<String> radius = new ArrayList<>(action.blastRadius());
    radius.addAll(BlastRadius.of(before, target));
    return new DisconnectAnnouncement(
        action.action(), radius, action.expectation(), action.undoCommands());
  }

  private GateResult baseline(DrillMonitor drillMonitor, ProbeSession probeSession)
      throws InterruptedException {
    GateResult gate =
        new BaselinePhase(drillMonitor, probeSession, drillLog, times()).run(settings.overridden());
    if (gate.status() == GateResult.Status.NOT_MET) {
      reportRefusals(List.of(new DrillFinding(DrillMessages.NOT_REACHED, gate.text(), gate.fix())));
    }
    return gate;
  }

  /** In a dry run a refusal is only a warning. */
  private void reportRefusals(List<DrillFinding> findings) {
    for (DrillFinding finding : findings) {
      if (settings.mode() != Mode.DRILL) {
        drillLog.note(finding);
        drillLog.warn(finding.withCode());
      } else {
        drillLog.fail(finding);
      }
    }
  }

  /** The outcome where nothing is changed; empty when ExpressRoute is to be disconnected. */
  private Optional<Outcome> outcomeWithoutDisconnect() throws InterruptedException {
    reportRefusals(components.disconnect().refusals());
    if (settings.mode() == Mode.OBSERVE) {
      return Optional.of(Outcome.OBSERVED);
    }
    if (settings.mode() == Mode.DRY_RUN) {
      return Optional.of(Outcome.DRY_RUN);
    }
    return drillLog.findings().isEmpty() ? Optional.empty() : Optional.of(Outcome.REFUSED);
  }

  private Outcome disconnectAndRestore(PathReading before, DrillMonitor drillMonitor)
      throws InterruptedException {
    drillLog.begin(DrillStep.JOURNAL, "Recording the drill on this machine and in Azure");
    components.safeguard().acquire(id, drillLog.time());
    boolean back;
    try {
      stopped = new FailoverPhase(components, drillMonitor, drillLog, times()).run(before);
    } finally {
      RestorePhase way = new RestorePhase(components.safeguard(), drillMonitor, drillLog, times());
      back = way.run(before);
      stopped |= way.isStopped();
    }
    return back ? Outcome.PASSED : Outcome.RESTORE_FAILED;
  }
}
