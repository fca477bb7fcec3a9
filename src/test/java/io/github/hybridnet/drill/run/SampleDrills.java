package io.github.hybridnet.drill.run;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.arm.SamplePlans;
import io.github.hybridnet.drill.action.DisconnectAnnouncement;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillEvent;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillMilestones;
import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.api.DrillSettings;
import io.github.hybridnet.drill.api.DrillSettings.Mode;
import io.github.hybridnet.drill.api.DrillSettings.TimeLimits;
import io.github.hybridnet.drill.api.DrillStep;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.DrillThresholds;
import io.github.hybridnet.drill.gate.GateResult;
import io.github.hybridnet.drill.gate.GateResult.Status;
import io.github.hybridnet.drill.measure.ProbeMeasurement;
import io.github.hybridnet.drill.measure.ProbeMeasurement.LatencySummary;
import io.github.hybridnet.drill.measure.ProbeMeasurement.TargetMeasurement;
import io.github.hybridnet.drill.measure.TargetOutage;
import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.drill.probe.ProbeSample;
import io.github.hybridnet.drill.run.DrillResult.Evidence;
import io.github.hybridnet.drill.run.DrillVerdict.Outcome;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.NetworkResources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Drills of the reference network, for tests of what shows them. */
public final class SampleDrills {
  public static final String ID = "20261125-221500-3fa9c1";
  public static final Instant BEGIN = Instant.parse("2026-11-25T22:15:00Z");
  public static final DrillThresholds THRESHOLDS =
      new DrillThresholds(
          Optional.of(Duration.ofSeconds(30)),
          Optional.of(Duration.ofSeconds(10)),
          Optional.of(Duration.ofMinutes(3)),
          OptionalDouble.of(0.95));
  public static final DrillMilestones MARKS =
      DrillMilestones.none()
          .with(Milestone.BASELINE, seconds(12))
          .with(Milestone.DISCONNECT_REQUESTED, seconds(74.2))
          .with(Milestone.DETECTED, seconds(77.35))
          .with(Milestone.FAILED_OVER, seconds(95))
          .with(Milestone.RESTORE, seconds(215))
          .with(Milestone.RECONNECTED, seconds(243))
          .with(Milestone.RESTORED, seconds(268))
          .with(Milestone.END, seconds(270));

  private static final DisconnectAnnouncement ANNOUNCEMENT =
      new DisconnectAnnouncement(
          "Disables the private peering of the circuit ra-erc.",
          List.of(
              "Connection ra-er-cn: 3 prefixes go over the VPN meanwhile.",
              "Every other network on the circuit ra-erc loses ExpressRoute too."),
          "Azure does it in seconds; BGP with BFD moves the traffic in under a minute.",
          List.of(
              "az network express-route peering update --subscription sub --resource-group ra-rg"
                  + " --circuit-name ra-erc --name AzurePrivatePeering --set state=Enabled",
              "az network express-route peering show --subscription sub --resource-group ra-rg"
                  + " --circuit-name ra-erc --name AzurePrivatePeering --query state"));

  private String id = ID;
  private DrillTarget target = target();
  private Mode mode = Mode.DRILL;
  private DrillThresholds drillThresholds = THRESHOLDS;
  private DisconnectAnnouncement disconnectAnnouncement = ANNOUNCEMENT;
  private List<GateResult> gates =
      List.of(
          new GateResult("vpn-connection", Status.MET, "ra-vpn-cn is Connected.", ""),
          new GateResult("locks", Status.WARNING, "There is a lock on ra-rg.", "Look at it."));
  private Map<String, String> targets = Map.of();
  private List<ProbeSample> samples = List.of();
  private List<PathReading> readings = readings();
  private List<DrillEvent> events = events();
  private Optional<ProbeMeasurement> measurement = Optional.empty();
  private DrillMilestones drillMilestones = MARKS;
  private DrillVerdict drillVerdict = new DrillVerdict(Outcome.PASSED, List.of());

  private SampleDrills() {}

  /** A drill that passed, without probes. */
  public static SampleDrills unprobed() {
    return new SampleDrills();
  }

  /** A drill that passed, with a probe of each target in each period. */
  public static SampleDrills probed(Duration period, String... names) {
    SampleDrills drill = new SampleDrills();
    Map<String, String> targets = new TreeMap<>();
    for (String name : names) {
      targets.put(name, "tcp://10.0.1.4:8080");
    }
    return drill.targets(targets).samples(samples(period, targets.keySet(), drill.drillMilestones));
  }

  public SampleDrills id(String other) {
    this.id = other;
    return this;
  }

  public SampleDrills target(DrillTarget other) {
    this.target = other;
    return this;
  }

  public SampleDrills mode(Mode other) {
    this.mode = other;
    return this;
  }

  public SampleDrills thresholds(DrillThresholds other) {
    this.drillThresholds = other;
    return this;
  }

  public SampleDrills announcement(DisconnectAnnouncement other) {
    this.disconnectAnnouncement = other;
    return this;
  }

  public SampleDrills gates(GateResult... others) {
    this.gates = List.of(others);
    return this;
  }

  public SampleDrills targets(Map<String, String> others) {
    this.targets = others;
    return this;
  }

  /** Other samples, and what they say. */
  public SampleDrills samples(List<ProbeSample> others) {
    this.samples = others;
    this.measurement = Optional.of(measured(others));
    return this;
  }

  public SampleDrills measurement(ProbeMeasurement other) {
    this.measurement = Optional.of(other);
    return this;
  }

  public SampleDrills readings(List<PathReading> others) {
    this.readings = others;
    return this;
  }

  public SampleDrills events(List<DrillEvent> others) {
    this.events = others;
    return this;
  }

  public SampleDrills marks(DrillMilestones others) {
    this.drillMilestones = others;
    return this;
  }

  public SampleDrills verdict(Outcome outcome, DrillFinding... findings) {
    this.drillVerdict = new DrillVerdict(outcome, List.of(findings));
    return this;
  }

  public DrillResult result() {
    return new DrillResult(
        id,
        BEGIN,
        target,
        new DrillSettings(
            mode,
            DisconnectMethod.PEERING,
            new TimeLimits(
                seconds(60),
                seconds(60),
                seconds(300),
                seconds(120),
                seconds(120),
                seconds(300),
                seconds(300),
                seconds(10)),
            drillThresholds,
            Set.of("locks", "permissions")),
        disconnectAnnouncement,
        gates,
        new Evidence(targets, samples, readings, events, measurement),
        drillMilestones,
        drillVerdict);
  }

  /** Nothing was touched. */
  public static SampleDrills untouched(Outcome outcome, Mode mode) {
    return unprobed()
        .mode(mode)
        .verdict(outcome)
        .readings(List.of())
        .marks(DrillMilestones.none().with(Milestone.END, seconds(4)))
        .events(List.of(new DrillEvent(seconds(0), DrillStep.PREFLIGHT, DrillEvent.Kind.STEP, "")));
  }

  /** ExpressRoute is not back. */
  public static SampleDrills notRestored() {
    return probed(seconds(1), "web")
        .marks(new DrillMilestones(without(Milestone.RECONNECTED, Milestone.RESTORED)))
        .verdict(
            Outcome.RESTORE_FAILED,
            new DrillFinding("HN5020", "The VPN did not take over in 2m.", "Look at the tunnel."),
            new DrillFinding(
                "HN5030",
                "The private peering of ra-erc is still Disabled: (AnotherOperationInProgress)"
                    + " busy.",
                "Run the commands below."));
  }

  /** ExpressRoute is defined as before, and carries nothing. */
  public static SampleDrills notCarrying() {
    return probed(seconds(1), "web")
        .marks(new DrillMilestones(without(Milestone.RESTORED)))
        .verdict(
            Outcome.RESTORE_FAILED,
            new DrillFinding("HN5039", "It does not carry after 10m.", "See the provider"));
  }

  private static Map<Milestone, Duration> without(Milestone... marks) {
    Map<Milestone, Duration> times = new TreeMap<>(MARKS.times());
    times.keySet().removeAll(List.of(marks));
    return times;
  }

  public static DrillTarget target() {
    List<DeclaredResource> all =
        new NetworkResources(SampleNetwork.reference(), SamplePlans.SCOPE)
            .network(NetworkResources.Options.ALL);
    return new DrillTarget(
        SamplePlans.SCOPE.key(ResourceType.RESOURCE_GROUP, "ra-rg"),
        new DrillTarget.ConnectedGateway(key(all, "ra-er-vgw").key(), key(all, "ra-er-cn")),
        new DrillTarget.ConnectedGateway(key(all, "ra-vpn-vgw").key(), key(all, "ra-vpn-cn")),
        key(all, "ra-lgw").key(),
        new DrillTarget.TargetCircuit(
            new ResourceKey("sub", "ra-rg", ResourceType.CIRCUIT, "ra-erc"),
            true,
            Optional.empty()));
  }

  private static DeclaredResource key(List<DeclaredResource> all, String name) {
    return all.stream().filter(d -> d.key().name().equals(name)).findFirst().orElseThrow();
  }

  public static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static List<PathReading> readings() {
    List<PathReading> readings = new ArrayList<>();
    for (int at = 5; at < 270; at += 10) {
      boolean express = at < 75 || at > 250;
      readings.add(
          new PathReading(
              seconds(at),
              new PathReading.Path(
                  "Succeeded",
                  express ? "Connected" : "NotConnected",
                  express ? 2 : 0,
                  express ? List.of("10.10.0.0/16", "10.20.0.0/16") : List.of(),
                  at * 1000L,
                  -1),
              new PathReading.Path(
                  "Succeeded",
                  "Connected",
                  1,
                  at == 85 ? List.of() : List.of("10.10.0.0/16"),
                  7,
                  9),
              express ? "Enabled" : "Disabled"));
    }
    return readings;
  }

  private static List<DrillEvent> events() {
    return List.of(
        event(0, DrillStep.PREFLIGHT, DrillEvent.Kind.STEP, "Looking at both paths"),
        event(12, DrillStep.BASELINE, DrillEvent.Kind.STEP, "Probing over ExpressRoute"),
        event(72, DrillStep.JOURNAL, DrillEvent.Kind.STEP, "Writing down how to undo it"),
        event(
            74.2,
            DrillStep.DISCONNECT,
            DrillEvent.Kind.STEP,
            "Disabling the private peering of ra-erc"),
        event(76, DrillStep.FAILED_OVER, DrillEvent.Kind.STEP, "Waiting for the VPN"),
        event(
            77.35,
            DrillStep.FAILED_OVER,
            DrillEvent.Kind.PROBE_DOWN,
            "web is not reached: timeout"),
        event(89.7, DrillStep.FAILED_OVER, DrillEvent.Kind.PROBE_UP, "web is reached again"),
        event(95, DrillStep.HOLD, DrillEvent.Kind.STEP, "Staying failed over for 2m"),
        event(150, DrillStep.HOLD, DrillEvent.Kind.WARNING, "Counters of ra-vpn-cn lag"),
        event(
            215, DrillStep.RESTORE, DrillEvent.Kind.STEP, "Enabling the private peering of ra-erc"),
        event(243, DrillStep.RESTORED, DrillEvent.Kind.STEP, "Waiting for the routes"),
        event(268, DrillStep.VERDICT, DrillEvent.Kind.STEP, "Comparing with the thresholds"));
  }

  private static DrillEvent event(
      double at, DrillStep drillStep, DrillEvent.Kind kind, String text) {
    return new DrillEvent(seconds(at), drillStep, kind, text);
  }

  /** Probes over a drill: down for some twelve seconds after the lever. */
  public static List<ProbeSample> samples(
      Duration period, Set<String> names, DrillMilestones drillMilestones) {
    Random random = new Random(7);
    Duration end = drillMilestones.at(Milestone.END).orElseThrow();
    Duration lever = drillMilestones.at(Milestone.DISCONNECT_REQUESTED).orElse(end);
    List<ProbeSample> samples = new ArrayList<>();
    long number = 0;
    for (Duration at = seconds(1); at.compareTo(end) < 0; at = at.plus(period)) {
      for (String name : names) {
        Duration after = at.minus(lever);
        boolean down = after.compareTo(seconds(3)) > 0 && after.compareTo(seconds(15.4)) < 0;
        boolean vpn = after.compareTo(seconds(15)) > 0 && after.compareTo(seconds(175)) < 0;
        long micros =
            down ? 1_000_000 : Math.round((vpn ? 14_000 : 4_000) * (1 + random.nextDouble() / 3));
        samples.add(
            new ProbeSample(
                name, number, at, Duration.ofNanos(micros * 1000), !down, down ? "timeout" : ""));
      }
      number++;
    }
    return samples;
  }

  private static ProbeMeasurement measured(List<ProbeSample> samples) {
    List<TargetMeasurement> targets = new ArrayList<>();
    List<String> names = samples.stream().map(ProbeSample::target).distinct().sorted().toList();
    for (String name : names) {
      targets.add(ofTarget(name, samples.stream().filter(s -> s.target().equals(name)).toList()));
    }
    Optional<TargetOutage> longest =
        targets.stream()
            .flatMap(t -> t.outages().stream())
            .max(Comparator.comparing(TargetOutage::atLeast));
    double ok = samples.stream().filter(ProbeSample::ok).count();
    return new ProbeMeasurement(
        targets, Optional.of(ok / samples.size()), longest, longest.map(TargetOutage::begin));
  }

  private static TargetMeasurement ofTarget(String name, List<ProbeSample> samples) {
    List<TargetOutage> outages = new ArrayList<>();
    ProbeSample first = null;
    Duration lastUp = Duration.ZERO;
    Duration lastDown = Duration.ZERO;
    long failed = 0;
    for (ProbeSample sample : samples) {
      if (!sample.ok()) {
        first = first == null ? sample : first;
        lastDown = sample.at();
        failed++;
      } else if (first != null) {
        outages.add(
            new TargetOutage(
                name,
                first.at(),
                Optional.of(sample.at()),
                lastDown.minus(first.at()),
                Optional.of(sample.at().minus(lastUp)),
                failed));
        first = null;
      }
      lastUp = sample.ok() ? sample.at() : lastUp;
    }
    return new TargetMeasurement(
        name,
        samples.size(),
        failed,
        outages,
        Optional.of(seconds(14)),
        outages.size(),
        new LatencySummary(60, millis(4.5), millis(5.2), millis(5.4)),
        new LatencySummary(150, millis(16.1), millis(18.4), millis(18.6)),
        LatencySummary.NONE);
  }

  private static Duration millis(double millis) {
    return Duration.ofNanos(Math.round(millis * 1_000_000));
  }
}
