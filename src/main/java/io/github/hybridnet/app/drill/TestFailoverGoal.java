package io.github.hybridnet.app.drill;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.GoalProblems;
import io.github.hybridnet.app.ScopeFinder;
import io.github.hybridnet.app.drill.DrillRunner.DrillRun;
import io.github.hybridnet.app.drill.DrillRunner.ProbePlan;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.console.DrillText;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillSettings;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.InsideTarget;
import io.github.hybridnet.drill.gate.DrillPreflight;
import io.github.hybridnet.drill.gate.GateResult;
import io.github.hybridnet.drill.gate.ReadinessScore;
import io.github.hybridnet.drill.probe.ProbeParser;
import io.github.hybridnet.drill.probe.ProbePreparation;
import io.github.hybridnet.drill.probe.ProbeSpec;
import io.github.hybridnet.drill.probe.ProbeTarget;
import io.github.hybridnet.drill.probe.ProbeTargetCheck;
import io.github.hybridnet.drill.probe.ProbeTiming;
import io.github.hybridnet.drill.run.DrillResult;
import io.github.hybridnet.drill.run.DrillVerdict;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.VirtualNetwork;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.report.DrillReport;
import io.github.hybridnet.report.DrillReportFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Tests the failover, and writes the reports. */
public final class TestFailoverGoal {
  private final CloudSession cloud;
  private final EngineOptions options;
  private final LineWriter out;
  private final DrillReportFiles reports;
  private final DrillEnvironment environment;
  private boolean stopped;

  /**
   * The goal on one cloud.
   *
   * @param options how resources are written
   * @param reports where what was seen is written down
   * @param environment where and in what time the drill runs
   */
  public TestFailoverGoal(
      CloudSession cloud,
      EngineOptions options,
      LineWriter out,
      DrillReportFiles reports,
      DrillEnvironment environment) {
    this.cloud = cloud;
    this.options = options;
    this.out = out;
    this.reports = reports;
    this.environment = environment;
  }

  /**
   * Carries the goal out.
   *
   * @throws io.github.hybridnet.text.UserException HN5xxx
   * @throws InterruptedException when the build is stopped
   */
  public void run(HybridNetwork declared, DrillRequest request) throws InterruptedException {
    environment.section().during(() -> test(declared, request));
  }

  private DrillRun test(HybridNetwork declared, DrillRequest request) throws InterruptedException {
    warn(reports.clear());
    List<ProbeSpec> probes = ProbeParser.parse(request.probes().targets());
    ProbeTiming timing =
        ProbeTiming.of(request.probes().interval(), request.probes().timeout(), probes.size());
    DrillRequest.InsideRequest asked = request.probes().inside();
    Optional<InsideTarget> inside =
        InsideTarget.parse(asked.vm(), asked.target(), cloud.subscriptionId());
    HybridNetwork network = declared.mapSecrets(cloud::resolve);
    DeploymentScope deploymentScope = new ScopeFinder(cloud).find(network, request.location());
    DrillTarget target = new DrillTargetFactory(network, deploymentScope).target();
    DrillSettings settings = request.settings(target);
    if (settings.mode() == DrillSettings.Mode.DRILL) {
      boolean noPeeringKey = request.overrides().noPeeringKey();
      new UnfinishedDrillRecovery(cloud, options, out, environment, noPeeringKey).recover(declared);
    }
    ProbePlan probePlan = new ProbePlan(prepared(probes, network, request), timing, inside);
    DrillRun drillRun = drill(target, settings, request.overrides(), probePlan);
    stopped = drillRun.stopped();
    conclude(drillRun.result(), request);
    if (stopped) {
      throw new InterruptedException("The drill was stopped, and ExpressRoute was restored.");
    }
    return drillRun;
  }

  /** Whether the build was stopped while the drill ran. */
  public boolean isStopped() {
    return stopped;
  }

  /** Resolves names and finds programs while ExpressRoute is still connected. */
  private List<ProbeTarget> prepared(
      List<ProbeSpec> probes, HybridNetwork network, DrillRequest request)
      throws InterruptedException {
    List<ProbeTarget> targets = ProbePreparation.real(request.probes().directory()).prepare(probes);
    VirtualNetwork inside = Objects.requireNonNull(network.virtualNetwork());
    if (cloud.bills()) {
      // The service behind a simulated network is on this machine.
      warn(
          ProbeTargetCheck.outside(
              targets, inside.addressPrefixes().stream().map(Cidr::text).toList()));
    }
    return targets;
  }

  private DrillRun drill(
      DrillTarget target,
      DrillSettings settings,
      DrillRequest.Overrides overrides,
      ProbePlan probePlan)
      throws InterruptedException {
    DrillRunner workshop =
        new DrillRunner(cloud, options, out, environment, overrides.noPeeringKey());
    try {
      return workshop.run(target, settings, overrides.allowProduction(), probePlan);
    } catch (CloudException failure) {
      throw GoalProblems.unreadable(failure);
    }
  }

  private void conclude(DrillResult result, DrillRequest request) {
    DrillReport report = DrillReport.of(cloud.name(), result);
    if (result.verdict().outcome() == DrillVerdict.Outcome.OBSERVED) {
      ReadinessScore readinessScore = ReadinessScore.of(preflight(result));
      List<String> lines = lines(readinessScore);
      report = report.withReadiness(readinessScore.score(), lines);
      DrillText.observed(readinessScore.score(), lines, result).forEach(out::info);
    } else if (result.settings().mode() == DrillSettings.Mode.DRY_RUN) {
      DrillText.dryRun(result, request.overrides().allOptions()).forEach(out::info);
    }
    warn(reports.write(report));
    out.info("Timeline: " + reports.timeline());
    switch (result.verdict().outcome()) {
      case OBSERVED -> {}
      case DRY_RUN -> {
        if (!request.confirmation().isPreview()) {
          throw DrillProblems.unconfirmed(
              result.target().expressRoute().gateway().name(), result.settings().method());
        }
      }
      case PASSED -> DrillText.result(result, out);
      default -> {
        DrillText.result(result, out);
        // Why the drill failed must not be hidden by a stop that came meanwhile.
        Thread.interrupted();
        throw DrillProblems.of(result);
      }
    }
  }

  private static List<GateResult> preflight(DrillResult result) {
    return result.gates().stream().filter(g -> DrillPreflight.ids().contains(g.id())).toList();
  }

  private static List<String> lines(ReadinessScore readinessScore) {
    List<String> lines = new ArrayList<>(readinessScore.parts());
    lines.addAll(readinessScore.mend());
    return lines;
  }

  private void warn(List<DrillFinding> warnings) {
    warnings.forEach(warning -> out.warn(warning.withFix()));
  }
}
