package io.github.hybridnet.failover;

import io.github.hybridnet.failover.DrillResult.Announcement;
import io.github.hybridnet.failover.DrillResult.Evidence;
import io.github.hybridnet.failover.DrillSettings.Mode;
import io.github.hybridnet.failover.DrillSettings.Times;
import io.github.hybridnet.failover.Marks.Mark;
import io.github.hybridnet.failover.Verdict.Finding;
import io.github.hybridnet.failover.Verdict.Outcome;
import io.github.hybridnet.failover.gate.GateResult;
import io.github.hybridnet.failover.gate.GateResult.Status;
import io.github.hybridnet.failover.gate.PathReading;
import io.github.hybridnet.failover.measure.Measurement;
import io.github.hybridnet.failover.measure.Measurement.Latency;
import io.github.hybridnet.failover.measure.Measurement.OfTarget;
import io.github.hybridnet.failover.measure.Outage;
import io.github.hybridnet.failover.probe.ProbeSample;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.plan.DesiredNetwork;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import io.github.hybridnet.plan.SamplePlans;
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
  public static final Thresholds THRESHOLDS =
      new Thresholds(
          Optional.of(Duration.ofSeconds(30)),
          Optional.of(Duration.ofSeconds(10)),
          Optional.of(Duration.ofMinutes(3)),
          OptionalDouble.of(0.95));
  public static final Marks MARKS =
      Marks.none()
          .with(Mark.BASELINE, seconds(12))
          .with(Mark.LEVER, seconds(74.2))
          .with(Mark.DETECTED, seconds(77.35))
          .with(Mark.FAILED_OVER, seconds(95))
          .with(Mark.RESTORE, seconds(215))
          .with(Mark.PUT_BACK, seconds(243))
          .with(Mark.RESTORED, seconds(268))
          .with(Mark.END, seconds(270));

  private static final Announcement ANNOUNCEMENT =
      new Announcement(
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
  private Thresholds thresholds = THRESHOLDS;
  private Announcement announcement = ANNOUNCEMENT;
  private List<GateResult> gates =
      List.of(
          new GateResult("vpn-connection", Status.MET, "ra-vpn-cn is Connected.", ""),
          new GateResult("locks", Status.WARNING, "There is a lock on ra-rg.", "Look at it."));
  private Map<String, String> targets = Map.of();
  private List<ProbeSample> samples = List.of();
  private List<PathReading> readings = readings();
  private List<DrillEvent> events = events();
  private Optional<Measurement> measurement = Optional.empty();
  private Marks marks = MARKS;
  private Verdict verdict = new Verdict(Outcome.PASSED, List.of());

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
    return drill.targets(targets).samples(samples(period, targets.keySet(), drill.marks));
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

  public SampleDrills thresholds(Thresholds other) {
    this.thresholds = other;
    return this;
  }

  public SampleDrills announcement(Announcement other) {
    this.announcement = other;
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

  public SampleDrills measurement(Measurement other) {
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

  public SampleDrills marks(Marks others) {
    this.marks = others;
    return this;
  }

  public SampleDrills verdict(Outcome outcome, Finding... findings) {
    this.verdict = new Verdict(outcome, List.of(findings));
    return this;
  }

  public DrillResult result() {
    return new DrillResult(
        id,
        BEGIN,
        target,
        new DrillSettings(
            mode,
            LeverKind.PEERING,
            new Times(
                seconds(60),
                seconds(60),
                seconds(300),
                seconds(120),
                seconds(120),
                seconds(300),
                seconds(300),
                seconds(10)),
            thresholds,
            Set.of("locks", "permissions")),
        announcement,
        gates,
        new Evidence(targets, samples, readings, events, measurement),
        marks,
        verdict);
  }

  /** Nothing was touched. */
  public static SampleDrills untouched(Outcome outcome, Mode mode) {
    return unprobed()
        .mode(mode)
        .verdict(outcome)
        .readings(List.of())
        .marks(Marks.none().with(Mark.END, seconds(4)))
        .events(List.of(new DrillEvent(seconds(0), Step.PREFLIGHT, DrillEvent.Kind.STEP, "")));
  }

  /** ExpressRoute is not back. */
  public static SampleDrills notRestored() {
    return probed(seconds(1), "web")
        .marks(new Marks(without(Mark.PUT_BACK, Mark.RESTORED)))
        .verdict(
            Outcome.RESTORE_FAILED,
            new Finding("HN5020", "The VPN did not take over in 2m.", "Look at the tunnel."),
            new Finding(
                "HN5030",
                "The private peering of ra-erc is still Disabled: (AnotherOperationInProgress)"
                    + " busy.",
                "Run the commands below."));
  }

  /** ExpressRoute is defined as before, and carries nothing. */
  public static SampleDrills notCarrying() {
    return probed(seconds(1), "web")
        .marks(new Marks(without(Mark.RESTORED)))
        .verdict(
            Outcome.RESTORE_FAILED,
            new Finding("HN5039", "It does not carry after 10m.", "See the provider"));
  }

  private static Map<Mark, Duration> without(Mark... marks) {
    Map<Mark, Duration> times = new TreeMap<>(MARKS.times());
    times.keySet().removeAll(List.of(marks));
    return times;
  }

  public static DrillTarget target() {
    List<DesiredResource> all =
        new DesiredNetwork(SampleNetwork.reference(), SamplePlans.SCOPE)
            .network(DesiredNetwork.Options.ALL);
    return new DrillTarget(
        SamplePlans.SCOPE.key(ResourceType.RESOURCE_GROUP, "ra-rg"),
        new DrillTarget.Leg(key(all, "ra-er-vgw").key(), key(all, "ra-er-cn")),
        new DrillTarget.Leg(key(all, "ra-vpn-vgw").key(), key(all, "ra-vpn-cn")),
        key(all, "ra-lgw").key(),
        new DrillTarget.DrilledCircuit(
            new ResourceKey("sub", "ra-rg", ResourceType.CIRCUIT, "ra-erc"),
            true,
            Optional.empty()));
  }

  private static DesiredResource key(List<DesiredResource> all, String name) {
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
        event(0, Step.PREFLIGHT, DrillEvent.Kind.STEP, "Looking at both paths"),
        event(12, Step.BASELINE, DrillEvent.Kind.STEP, "Probing over ExpressRoute"),
        event(72, Step.JOURNAL, DrillEvent.Kind.STEP, "Writing down how to undo it"),
        event(74.2, Step.LEVER, DrillEvent.Kind.STEP, "Disabling the private peering of ra-erc"),
        event(76, Step.FAILED_OVER, DrillEvent.Kind.STEP, "Waiting for the VPN"),
        event(77.35, Step.FAILED_OVER, DrillEvent.Kind.PROBE_DOWN, "web is not reached: timeout"),
        event(89.7, Step.FAILED_OVER, DrillEvent.Kind.PROBE_UP, "web is reached again"),
        event(95, Step.HOLD, DrillEvent.Kind.STEP, "Staying failed over for 2m"),
        event(150, Step.HOLD, DrillEvent.Kind.WARNING, "Counters of ra-vpn-cn lag"),
        event(215, Step.RESTORE, DrillEvent.Kind.STEP, "Enabling the private peering of ra-erc"),
        event(243, Step.RESTORED, DrillEvent.Kind.STEP, "Waiting for the routes"),
        event(268, Step.VERDICT, DrillEvent.Kind.STEP, "Comparing with the thresholds"));
  }

  private static DrillEvent event(double at, Step step, DrillEvent.Kind kind, String text) {
    return new DrillEvent(seconds(at), step, kind, text);
  }

  /** Probes over a drill: down for some twelve seconds after the lever. */
  public static List<ProbeSample> samples(Duration period, Set<String> names, Marks marks) {
    Random random = new Random(7);
    Duration end = marks.at(Mark.END).orElseThrow();
    Duration lever = marks.at(Mark.LEVER).orElse(end);
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

  private static Measurement measured(List<ProbeSample> samples) {
    List<OfTarget> targets = new ArrayList<>();
    List<String> names = samples.stream().map(ProbeSample::target).distinct().sorted().toList();
    for (String name : names) {
      targets.add(ofTarget(name, samples.stream().filter(s -> s.target().equals(name)).toList()));
    }
    Optional<Outage> longest =
        targets.stream()
            .flatMap(t -> t.outages().stream())
            .max(Comparator.comparing(Outage::atLeast));
    double ok = samples.stream().filter(ProbeSample::ok).count();
    return new Measurement(
        targets, Optional.of(ok / samples.size()), longest, longest.map(Outage::begin));
  }

  private static OfTarget ofTarget(String name, List<ProbeSample> samples) {
    List<Outage> outages = new ArrayList<>();
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
            new Outage(
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
    return new OfTarget(
        name,
        samples.size(),
        failed,
        outages,
        Optional.of(seconds(14)),
        outages.size(),
        new Latency(60, millis(4.5), millis(5.2), millis(5.4)),
        new Latency(150, millis(16.1), millis(18.4), millis(18.6)),
        Latency.NONE);
  }

  private static Duration millis(double millis) {
    return Duration.ofNanos(Math.round(millis * 1_000_000));
  }
}
