package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.DrillText;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.failover.DrillResult;
import io.github.hybridnet.failover.DrillSettings;
import io.github.hybridnet.failover.DrillTarget;
import io.github.hybridnet.failover.InsideTarget;
import io.github.hybridnet.failover.Verdict;
import io.github.hybridnet.failover.gate.GateResult;
import io.github.hybridnet.failover.gate.Preflight;
import io.github.hybridnet.failover.gate.Readiness;
import io.github.hybridnet.failover.probe.ProbePreparation;
import io.github.hybridnet.failover.probe.ProbeSpec;
import io.github.hybridnet.failover.probe.ProbeTarget;
import io.github.hybridnet.failover.probe.ProbeTargets;
import io.github.hybridnet.failover.probe.ProbeTiming;
import io.github.hybridnet.failover.probe.Probes;
import io.github.hybridnet.maven.goal.DrillWorkshop.Probed;
import io.github.hybridnet.maven.goal.DrillWorkshop.Ran;
import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.VirtualNetwork;
import io.github.hybridnet.plan.Scope;
import io.github.hybridnet.report.DrillReport;
import io.github.hybridnet.report.DrillReports;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Tests the failover, and writes down what was seen. */
public final class TestFailover {
  private final OpenCloud cloud;
  private final EngineOptions options;
  private final LineWriter out;
  private final DrillReports reports;
  private final DrillPlace place;
  private boolean stopped;

  /**
   * The goal on one cloud.
   *
   * @param options how resources are written
   * @param reports where what was seen is written down
   * @param place where the drill runs
   */
  public TestFailover(
      OpenCloud cloud,
      EngineOptions options,
      LineWriter out,
      DrillReports reports,
      DrillPlace place) {
    this.cloud = cloud;
    this.options = options;
    this.out = out;
    this.reports = reports;
    this.place = place;
  }

  /**
   * Carries the goal out.
   *
   * @throws io.github.hybridnet.model.HybridnetException HN5xxx
   * @throws InterruptedException when the build is stopped
   */
  public void run(HybridNetwork declared, DrillRequest request) throws InterruptedException {
    warn(reports.clear());
    List<ProbeSpec> probes = Probes.parse(request.probes().targets());
    ProbeTiming timing =
        ProbeTiming.of(request.probes().interval(), request.probes().timeout(), probes.size());
    DrillRequest.InsideRequest asked = request.probes().inside();
    Optional<InsideTarget> inside =
        InsideTarget.parse(asked.vm(), asked.target(), cloud.subscriptionId());
    HybridNetwork network = new Secrets(cloud::resolve).fetch(declared);
    Scope scope = new ScopeFinder(cloud).find(network, request.location());
    DrillTarget target = new DrillTargets(network, scope).target();
    DrillSettings settings = request.settings(target);
    if (settings.mode() == DrillSettings.Mode.DRILL) {
      unfinished(request.words().noPeeringKey()).before(declared);
    }
    Probed probed = new Probed(prepared(probes, network, request), timing, inside);
    Ran ran = drill(target, settings, request.words(), probed);
    stopped = ran.stopped();
    conclude(ran.result(), request);
    if (stopped) {
      throw new InterruptedException("The drill was stopped, and has put ExpressRoute back.");
    }
  }

  /** Whether somebody stopped the build while the drill ran. */
  public boolean isStopped() {
    return stopped;
  }

  /** The whole goal is not cut off. */
  private SettledDrills unfinished(boolean noPeeringKey) {
    SettledDrills.Surroundings around =
        new SettledDrills.Surroundings(
            place.journals(),
            () -> place.clocks().get().time(),
            place.patience(),
            place.beat().multipliedBy(3),
            new Uncut(),
            place.seal(),
            noPeeringKey);
    return new SettledDrills(cloud, options, out, around);
  }

  /** Names are resolved and programs are found while ExpressRoute is still there. */
  private List<ProbeTarget> prepared(
      List<ProbeSpec> probes, HybridNetwork network, DrillRequest request)
      throws InterruptedException {
    List<ProbeTarget> targets = ProbePreparation.real(request.probes().directory()).prepare(probes);
    VirtualNetwork inside = Objects.requireNonNull(network.virtualNetwork());
    if (cloud.bills()) {
      // The service behind a simulated network is on this machine.
      warn(
          ProbeTargets.outside(
              targets, inside.addressPrefixes().stream().map(Cidr::text).toList()));
    }
    return targets;
  }

  private Ran drill(
      DrillTarget target, DrillSettings settings, DrillRequest.Words words, Probed probed)
      throws InterruptedException {
    DrillWorkshop workshop = new DrillWorkshop(cloud, options, out, place, words.noPeeringKey());
    try {
      return workshop.run(target, settings, words.allowProduction(), probed);
    } catch (CloudException failure) {
      throw GoalProblems.unreadable(failure);
    }
  }

  private void conclude(DrillResult result, DrillRequest request) {
    DrillReport report = DrillReport.of(cloud.name(), result);
    if (result.verdict().outcome() == Verdict.Outcome.OBSERVED) {
      Readiness readiness = Readiness.of(preflight(result));
      List<String> lines = lines(readiness);
      report = report.withReadiness(readiness.score(), lines);
      DrillText.observed(readiness.score(), lines, result).forEach(out::info);
    } else if (result.settings().mode() == DrillSettings.Mode.DRY_RUN) {
      DrillText.dryRun(result, request.words().options()).forEach(out::info);
    }
    warn(reports.write(report));
    out.info("Timeline: " + reports.timeline());
    switch (result.verdict().outcome()) {
      case OBSERVED -> {}
      case DRY_RUN -> {
        if (!request.confirmation().isPreview()) {
          throw FailoverProblems.unconfirmed(result.target().expressRoute().gateway().name());
        }
      }
      case PASSED -> DrillText.result(result, out);
      default -> {
        DrillText.result(result, out);
        // Why the drill failed must not be hidden by a stop that came meanwhile.
        Thread.interrupted();
        throw FailoverProblems.of(result);
      }
    }
  }

  private static List<GateResult> preflight(DrillResult result) {
    return result.gates().stream().filter(g -> Preflight.ids().contains(g.id())).toList();
  }

  private static List<String> lines(Readiness readiness) {
    List<String> lines = new ArrayList<>(readiness.parts());
    readiness.mend().forEach(mend -> lines.add("Mend: " + mend));
    return lines;
  }

  private void warn(List<Verdict.Finding> warnings) {
    for (Verdict.Finding warning : warnings) {
      String fix = warning.fix().isBlank() ? "" : " Fix: " + warning.fix();
      out.warn(warning.code() + ": " + warning.text() + fix);
    }
  }
}
