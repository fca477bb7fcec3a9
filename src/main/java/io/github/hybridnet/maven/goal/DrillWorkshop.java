package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.DrillText;
import io.github.hybridnet.console.EventText;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.failover.Drill;
import io.github.hybridnet.failover.DrillParts;
import io.github.hybridnet.failover.DrillParts.Clocks;
import io.github.hybridnet.failover.DrillParts.Inside;
import io.github.hybridnet.failover.DrillResult;
import io.github.hybridnet.failover.DrillSettings;
import io.github.hybridnet.failover.DrillTarget;
import io.github.hybridnet.failover.GuardedSafety;
import io.github.hybridnet.failover.InsideTarget;
import io.github.hybridnet.failover.Ports;
import io.github.hybridnet.failover.Restoration;
import io.github.hybridnet.failover.gate.PathReader;
import io.github.hybridnet.failover.gate.Preflight;
import io.github.hybridnet.failover.journal.DrillFiles;
import io.github.hybridnet.failover.journal.DrillGuard;
import io.github.hybridnet.failover.lever.Lever;
import io.github.hybridnet.failover.lever.LeverWorkings;
import io.github.hybridnet.failover.lever.Levers;
import io.github.hybridnet.failover.probe.ProbeTarget;
import io.github.hybridnet.failover.probe.ProbeTiming;
import io.github.hybridnet.failover.probe.Prober;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Puts drills together and runs them. */
final class DrillWorkshop {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final OpenCloud cloud;
  private final LineWriter out;
  private final DrillPlace place;
  private final LeverWorkings workings;
  private final Ports ports;

  /**
   * On one cloud.
   *
   * @param options how resources are written
   * @param noPeeringKey whether a peering that is not declared has no MD5 key
   */
  DrillWorkshop(
      OpenCloud cloud,
      EngineOptions options,
      LineWriter out,
      DrillPlace place,
      boolean noPeeringKey) {
    this.cloud = cloud;
    this.out = out;
    this.place = place;
    this.workings = new LeverWorkings(options, event -> EventText.write(event, out), noPeeringKey);
    this.ports = new Ports(cloud.cloud(), cloud.views(), cloud.drills(), cloud::signIn);
  }

  /**
   * What is probed.
   *
   * @param targets what
   * @param timing how often
   * @param inside what Azure is asked from inside the network, if anything
   */
  record Probed(List<ProbeTarget> targets, ProbeTiming timing, Optional<InsideTarget> inside) {}

  /** What came of a drill, and whether somebody stopped the build meanwhile. */
  record Ran(DrillResult result, boolean stopped) {}

  /** Runs one. */
  Ran run(DrillTarget target, DrillSettings settings, boolean allowProduction, Probed probed)
      throws InterruptedException {
    Clocks clocks = place.clocks().get();
    Lever lever = Levers.of(settings.lever(), ports, target, workings);
    try (GuardedSafety safety = safety(target, lever, clocks)) {
      DrillParts parts =
          new DrillParts(
              new Preflight(ports, target, settings, allowProduction, clocks.time())::look,
              new PathReader(ports, target, clocks.time())::read,
              lever,
              safety,
              (time, listener) -> Prober.start(probed.targets(), probed.timing(), time, listener),
              clocks,
              probed.inside().map(each -> new Inside(cloud.inside(), each)));
      Drill drill =
          new Drill(id(clocks), target, settings, parts, event -> DrillText.event(event, out));
      return new Ran(drill.run(), drill.isStopped());
    }
  }

  private GuardedSafety safety(DrillTarget target, Lever lever, Clocks clocks) {
    return new GuardedSafety(
        written(clocks),
        new GuardedSafety.Origin(target.group(), place.machine()),
        lever,
        new Restoration(clocks.time(), place.patience(), out::warn));
  }

  private DrillGuard.Place written(Clocks clocks) {
    return new DrillGuard.Place(
        cloud.drills(),
        new DrillFiles(place.journals(), cloud.endpoint()),
        clocks.time().sleeper(),
        place.beat(),
        place.seal());
  }

  private static String id(Clocks clocks) {
    String random = UUID.randomUUID().toString().substring(0, 6);
    return STAMP.format(clocks.time().begin()) + "-" + random;
  }
}
