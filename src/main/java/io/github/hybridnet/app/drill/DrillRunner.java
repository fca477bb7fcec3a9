package io.github.hybridnet.app.drill;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.console.DrillText;
import io.github.hybridnet.console.EngineEventText;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.drill.action.DisconnectAction;
import io.github.hybridnet.drill.action.DisconnectActions;
import io.github.hybridnet.drill.action.DisconnectOptions;
import io.github.hybridnet.drill.api.DrillPorts;
import io.github.hybridnet.drill.api.DrillSettings;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.InsideTarget;
import io.github.hybridnet.drill.gate.DrillPreflight;
import io.github.hybridnet.drill.lease.DrillJournal;
import io.github.hybridnet.drill.lease.DrillLease;
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
import io.github.hybridnet.drill.run.RestoreProcedure;
import io.github.hybridnet.engine.EngineOptions;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Puts drills together and runs them. */
final class DrillRunner {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final CloudSession cloud;
  private final LineWriter out;
  private final DrillEnvironment place;
  private final DisconnectOptions options;
  private final DrillPorts drillPorts;

  /**
   * On one cloud.
   *
   * @param options how resources are written
   * @param noPeeringKey whether a peering that is not declared has no MD5 key
   */
  DrillRunner(
      CloudSession cloud,
      EngineOptions options,
      LineWriter out,
      DrillEnvironment place,
      boolean noPeeringKey) {
    this.cloud = cloud;
    this.out = out;
    this.place = place;
    this.options =
        new DisconnectOptions(options, event -> EngineEventText.write(event, out), noPeeringKey);
    this.drillPorts = new DrillPorts(cloud.cloud(), cloud.views(), cloud.drills(), cloud::signIn);
  }

  /**
   * What is probed.
   *
   * @param targets what
   * @param timing how often
   * @param inside what Azure is asked from inside the network, if anything
   */
  record ProbePlan(List<ProbeTarget> targets, ProbeTiming timing, Optional<InsideTarget> inside) {}

  /** What came of a drill, and whether somebody stopped the build meanwhile. */
  record DrillRun(DrillResult result, boolean stopped) {}

  /** Runs one. */
  DrillRun run(
      DrillTarget target, DrillSettings settings, boolean allowProduction, ProbePlan probePlan)
      throws InterruptedException {
    DrillClocks drillClocks = place.clocks().get();
    DisconnectAction disconnectAction =
        DisconnectActions.of(settings.method(), drillPorts, target, options);
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
        written(drillClocks),
        new LeasedSafeguard.DrillOrigin(target.group(), place.machine()),
        disconnectAction,
        new RestoreProcedure(drillClocks.time(), place.patience(), out::warn));
  }

  private DrillLease.LeaseStorage written(DrillClocks drillClocks) {
    return new DrillLease.LeaseStorage(
        cloud.drills(),
        new DrillJournal(place.journals(), cloud.endpoint()),
        drillClocks.time().sleeper(),
        place.beat(),
        place.seal());
  }

  private static String id(DrillClocks drillClocks) {
    String random = UUID.randomUUID().toString().substring(0, 6);
    return STAMP.format(drillClocks.time().begin()) + "-" + random;
  }
}
