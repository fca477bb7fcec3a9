package io.github.hybridnet.failover;

import io.github.hybridnet.engine.Call;
import io.github.hybridnet.failover.DrillResult.Announcement;
import io.github.hybridnet.failover.DrillSettings.Mode;
import io.github.hybridnet.failover.DrillSettings.Times;
import io.github.hybridnet.failover.gate.GateResult;
import io.github.hybridnet.failover.gate.PathReading;
import io.github.hybridnet.failover.gate.PathReading.Path;
import io.github.hybridnet.failover.gate.PreflightReport;
import io.github.hybridnet.failover.probe.NoProbing;
import io.github.hybridnet.failover.probe.ProbeListener;
import io.github.hybridnet.failover.probe.Probing;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A drill of a network that does what the test says, in a time that passes when somebody waits. */
final class DrillRig {
  static final ResourceKey GROUP = key(ResourceType.RESOURCE_GROUP, "rg");
  static final List<String> PREFIXES = List.of("192.168.0.0/16");
  private static final Path CARRIES = new Path("Succeeded", "Connected", 2, PREFIXES, 0, 0);
  private static final Path GONE = new Path("Succeeded", "Connected", 0, List.of(), 0, 0);
  private static final Path UNKNOWN =
      new Path("unknown", "unknown", -1, List.of(), -1, -1, PathReading.Routing.UNKNOWN);
  private static final Path DOWN = new Path("Succeeded", "NotConnected", 0, List.of(), 0, 0);

  /** What happened, in its order. */
  final List<String> log = new ArrayList<>();

  final List<DrillEvent> events = new CopyOnWriteArrayList<>();
  final List<GateResult> gates = new ArrayList<>();
  final DrillClock clock = new DrillClock();

  boolean away;
  boolean logIsClosed;
  boolean nothingCarriedBefore;
  boolean undoneElsewhere;
  boolean staysAfterLever;
  boolean tellsNothing;
  boolean staysAwayAfterRestore;
  boolean vpnCarries = true;
  Mode mode = Mode.DRILL;
  Thresholds thresholds = Thresholds.NONE;
  Probing probing = new NoProbing();

  /** Who is told by the probes. */
  @Nullable ProbeListener listener;

  Optional<DrillParts.Inside> inside = Optional.empty();
  Thrower onPull = () -> {};
  Thrower onArm = () -> {};
  Runnable onPutBack = () -> {};
  Thrower onRead = () -> {};
  Optional<Verdict.Finding> restoreFailure = Optional.empty();
  List<Verdict.Finding> refusals = List.of();

  /** Something that may fail. */
  interface Thrower {
    void run() throws InterruptedException;
  }

  Drill drill() {
    return new Drill("20261125-221500-3fa9c1", target(), settings(), parts(), this::hear);
  }

  private void hear(DrillEvent event) {
    if (logIsClosed) {
      throw new IllegalStateException("the log is closed");
    }
    events.add(event);
  }

  private DrillSettings settings() {
    Times times =
        new Times(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(4),
            Duration.ofMinutes(2),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofSeconds(5));
    return new DrillSettings(mode, LeverKind.PEERING, times, thresholds, Set.of());
  }

  private DrillParts parts() {
    return new DrillParts(
        within -> new PreflightReport(gates, reading()),
        within -> {
          onRead.run();
          return reading();
        },
        new SaidLever(),
        new SaidSafety(),
        (time, told) -> {
          listener = told;
          return probing;
        },
        new DrillParts.Clocks(clock.time(), clock::alarm),
        inside);
  }

  private PathReading reading() {
    if (tellsNothing) {
      return new PathReading(clock.time().now(), UNKNOWN, UNKNOWN, PathReading.UNKNOWN);
    }
    boolean gone = (away || nothingCarriedBefore) && !staysAfterLever;
    return new PathReading(
        clock.time().now(),
        gone ? GONE : CARRIES,
        vpnCarries ? CARRIES : DOWN,
        away ? "Disabled" : "Enabled");
  }

  static DrillTarget target() {
    return new DrillTarget(
        GROUP,
        leg("er"),
        leg("vpn"),
        key(ResourceType.LOCAL_NETWORK_GATEWAY, "lgw"),
        new DrillTarget.DrilledCircuit(key(ResourceType.CIRCUIT, "erc"), true, Optional.empty()));
  }

  private static DrillTarget.Leg leg(String name) {
    ResourceKey connection = key(ResourceType.CONNECTION, name + "-cn");
    return new DrillTarget.Leg(
        key(ResourceType.VIRTUAL_NETWORK_GATEWAY, name + "-vgw"),
        new DesiredResource(
            connection, Map.of(), List.of(), DesiredResource.WriteRules.locking(connection)));
  }

  private static ResourceKey key(ResourceType type, String name) {
    return new ResourceKey("00000000-0000-0000-0000-000000000001", "rg", type, name);
  }

  /** A lever that moves when it is told to. */
  private final class SaidLever extends UnusedLever {
    @Override
    public List<Verdict.Finding> refusals() {
      return refusals;
    }

    @Override
    public Announcement announcement() {
      return new Announcement("The lever.", List.of("Others."), "Nothing.", List.of("az undo"));
    }

    @Override
    public void pull(Call call) throws InterruptedException {
      log.add("pull within " + call.limit().toSeconds() + " s");
      away = true;
      onPull.run();
    }
  }

  private final class SaidSafety implements Safety {
    @Override
    public void arm(String id, DrillTime time) throws InterruptedException {
      onArm.run();
      log.add("arm");
    }

    @Override
    public boolean isUndoneElsewhere() {
      return undoneElsewhere;
    }

    @Override
    public Outcome putBack() {
      log.add("put back" + (Thread.currentThread().isInterrupted() ? " interrupted" : ""));
      onPutBack.run();
      if (restoreFailure.isEmpty()) {
        away = staysAwayAfterRestore;
      }
      return new Outcome(restoreFailure, List.of("A note."));
    }
  }
}
