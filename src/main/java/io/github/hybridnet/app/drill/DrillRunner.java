package io.github.hybridnet.app.drill;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.console.DrillText;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.drill.action.DisconnectAction;
import io.github.hybridnet.drill.action.DisconnectActions;
import io.github.hybridnet.drill.api.DrillPorts;
import io.github.hybridnet.drill.api.DrillSettings;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.InsideTarget;
import io.github.hybridnet.drill.gate.DrillPreflight;
import io.github.hybridnet.drill.path.PathReader;
import io.github.hybridnet.drill.probe.ProbeTarget;
import io.github.hybridnet.drill.probe.ProbeTiming;
import io.github.hybridnet.drill.probe.ScheduledProbeSession;
import io.github.hybridnet.drill.run.Drill;
import io.github.hybridnet.drill.run.DrillComponents;
import io.github.hybridnet.drill.run.DrillComponents.DrillClocks;
import io.github.hybridnet.drill.run.DrillComponents.InsideSource;
import io.github.hybridnet.drill.run.DrillResult;
import io.github.hybridnet.drill.run.LeasedSafeguard;
import io.github.hybridnet.engine.EngineOptions;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Runs drills with the parts of one cloud. */
final class DrillRunner {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final CloudSession cloud;
  private final LineWriter out;
  private final DrillEnvironment environment;
  private final DrillComponentsFactory factory;

  /**
   * Runs drills on one cloud.
   *
   * @param options how resources are written
   * @param noPeeringKey whether a peering that is not declared has no MD5 key
   */
  DrillRunner(
      CloudSession cloud,
      EngineOptions options,
      LineWriter out,
      DrillEnvironment environment,
      boolean noPeeringKey) {
    this.cloud = cloud;
    this.out = out;
    this.environment = environment;
    this.factory = new DrillComponentsFactory(cloud, options, out, environment, noPeeringKey);
  }

  /**
   * What is probed, and how often.
   *
   * @param targets what
   * @param timing how often
   * @param inside what Azure is asked from inside the network, if anything
   */
  record ProbePlan(List<ProbeTarget> targets, ProbeTiming timing, Optional<InsideTarget> inside) {}

  /** The result of a drill, and whether the build was stopped while it ran. */
  record DrillRun(DrillResult result, boolean stopped) {}

  /** Runs one drill to its end. */
  DrillRun run(
      DrillTarget target, DrillSettings settings, boolean allowProduction, ProbePlan probePlan)
      throws InterruptedException {
    DrillPorts drillPorts = factory.ports();
    DrillClocks drillClocks = environment.clocks().get();
    DisconnectAction disconnectAction =
        DisconnectActions.of(settings.method(), drillPorts, target, factory.disconnectOptions());
    try (LeasedSafeguard safety = safety(target, disconnectAction, drillClocks)) {
      DrillComponents parts =
          new DrillComponents(
              new DrillPreflight(drillPorts, target, settings, allowProduction, drillClocks.time())
                  ::look,
              new PathReader(drillPorts, target, drillClocks.time())::read,
              disconnectAction,
              safety,
              (time, listener) ->
                  ScheduledProbeSession.start(
                      probePlan.targets(), probePlan.timing(), time, listener),
              drillClocks,
              probePlan.inside().map(each -> new InsideSource(cloud.inside(), each)));
      Drill drill =
          new Drill(id(drillClocks), target, settings, parts, event -> DrillText.event(event, out));
      return new DrillRun(drill.run(), drill.isStopped());
    }
  }

  private LeasedSafeguard safety(
      DrillTarget target, DisconnectAction disconnectAction, DrillClocks drillClocks) {
    return new LeasedSafeguard(
        factory.leaseStorage(drillClocks.time()),
        new LeasedSafeguard.DrillOrigin(target.group(), environment.machine()),
        disconnectAction,
        factory.restoreProcedure(drillClocks.time()));
  }

  private static String id(DrillClocks drillClocks) {
    String random = UUID.randomUUID().toString().substring(0, 6);
    return STAMP.format(drillClocks.time().begin()) + "-" + random;
  }
}
