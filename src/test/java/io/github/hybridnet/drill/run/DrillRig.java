package io.github.hybridnet.drill.run;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.drill.action.DisconnectAnnouncement;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillEvent;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillSettings;
import io.github.hybridnet.drill.api.DrillSettings.Mode;
import io.github.hybridnet.drill.api.DrillSettings.TimeLimits;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.DrillThresholds;
import io.github.hybridnet.drill.api.DrillTime;
import io.github.hybridnet.drill.gate.GateResult;
import io.github.hybridnet.drill.gate.PreflightReport;
import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.drill.path.PathReading.Path;
import io.github.hybridnet.drill.probe.EmptyProbeSession;
import io.github.hybridnet.drill.probe.ProbeListener;
import io.github.hybridnet.drill.probe.ProbeSession;
import io.github.hybridnet.plan.declared.DeclaredResource;
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
  DrillThresholds thresholds = DrillThresholds.NONE;
  ProbeSession probing = new EmptyProbeSession();

  /** Who is told by the probes. */
  @Nullable ProbeListener listener;

  Optional<DrillComponents.InsideSource> inside = Optional.empty();
  Thrower onPull = () -> {};
  Thrower onArm = () -> {};
  Runnable onPutBack = () -> {};
  Thrower onRead = () -> {};
  Optional<DrillFinding> restoreFailure = Optional.empty();
  List<DrillFinding> refusals = List.of();

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
    TimeLimits timeLimits =
        new TimeLimits(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(4),
            Duration.ofMinutes(2),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofSeconds(5));
    return new DrillSettings(mode, DisconnectMethod.PEERING, timeLimits, thresholds, Set.of());
  }

  private DrillComponents parts() {
    return new DrillComponents(
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
        new DrillComponents.DrillClocks(clock.time(), clock::alarm),
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
        new DrillTarget.TargetCircuit(key(ResourceType.CIRCUIT, "erc"), true, Optional.empty()));
  }

  private static DrillTarget.ConnectedGateway leg(String name) {
    ResourceKey connection = key(ResourceType.CONNECTION, name + "-cn");
    return new DrillTarget.ConnectedGateway(
        key(ResourceType.VIRTUAL_NETWORK_GATEWAY, name + "-vgw"),
        new DeclaredResource(
            connection, Map.of(), List.of(), DeclaredResource.WriteRules.locking(connection)));
  }

  private static ResourceKey key(ResourceType type, String name) {
    return new ResourceKey("00000000-0000-0000-0000-000000000001", "rg", type, name);
  }

  /** A lever that moves when it is told to. */
  private final class SaidLever extends UnusedDisconnect {
    @Override
    public List<DrillFinding> refusals() {
      return refusals;
    }

    @Override
    public DisconnectAnnouncement announcement() {
      return new DisconnectAnnouncement(
          "The lever.", List.of("Others."), "Nothing.", List.of("az undo"));
    }

    @Override
    public void disconnect(Duration limit) throws InterruptedException {
      log.add("pull within " + limit.toSeconds() + " s");
      away = true;
      onPull.run();
    }
  }

  private final class SaidSafety implements DrillSafeguard {
    @Override
    public void acquire(String id, DrillTime time) throws InterruptedException {
      onArm.run();
      log.add("arm");
    }

    @Override
    public boolean isRestoredElsewhere() {
      return undoneElsewhere;
    }

    @Override
    public RestoreResult restore() {
      log.add("put back" + (Thread.currentThread().isInterrupted() ? " interrupted" : ""));
      onPutBack.run();
      if (restoreFailure.isEmpty()) {
        away = staysAwayAfterRestore;
      }
      return new RestoreResult(
          restoreFailure, true, List.of(new DrillFinding("HN5032", "A note.", "")), List.of());
    }
  }
}
