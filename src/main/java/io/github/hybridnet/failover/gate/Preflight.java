package io.github.hybridnet.failover.gate;

import io.github.hybridnet.engine.Glance;
import io.github.hybridnet.engine.Glance.Sight;
import io.github.hybridnet.engine.guard.ChangeGuard;
import io.github.hybridnet.engine.guard.Objection;
import io.github.hybridnet.engine.guard.Question;
import io.github.hybridnet.failover.DrillSettings;
import io.github.hybridnet.failover.DrillTarget;
import io.github.hybridnet.failover.DrillTime;
import io.github.hybridnet.failover.LeverKind;
import io.github.hybridnet.failover.Ports;
import io.github.hybridnet.failover.gate.GateResult.Status;
import io.github.hybridnet.failover.gate.check.Gate;
import io.github.hybridnet.failover.gate.check.LeverNeeds;
import io.github.hybridnet.failover.gate.check.Situation;
import io.github.hybridnet.failover.gate.check.Situation.Seen;
import io.github.hybridnet.failover.gate.check.StandardGates;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceKeys;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at everything that must hold before ExpressRoute is taken away. Touches nothing. */
public final class Preflight {
  private final Ports ports;
  private final DrillTarget target;
  private final DrillSettings settings;
  private final boolean allowProduction;
  private final PathReader reader;
  private final InstantSource clock;

  /**
   * A preflight.
   *
   * @param settings of which the lever and the overridden gates are used
   * @param allowProduction whether the user said that production may be drilled
   */
  public Preflight(
      Ports ports,
      DrillTarget target,
      DrillSettings settings,
      boolean allowProduction,
      DrillTime time) {
    this.ports = ports;
    this.target = target;
    this.settings = settings;
    this.allowProduction = allowProduction;
    this.reader = new PathReader(ports, target, time);
    this.clock = time.clock();
  }

  /** The names of all gates. */
  public static List<String> ids() {
    return StandardGates.all().stream().map(Gate::id).toList();
  }

  /**
   * The names of those gates that users may override: not those without which nothing could be put
   * back, nor that of production, which has a parameter of its own.
   */
  public static List<String> overridable() {
    return StandardGates.all().stream()
        .filter(g -> g.kind().isOverridable())
        .map(Gate::id)
        .toList();
  }

  /**
   * Looks at everything.
   *
   * @param within how long to wait for the answers to questions that are asked at once
   * @throws InterruptedException when the build is stopped
   */
  public PreflightReport look(Duration within) throws InterruptedException {
    Seen seen = seen(within);
    PathReading reading = reader.read(within);
    Situation situation = new Situation(target, settings, allowProduction, reading, seen);
    List<GateResult> results = new ArrayList<>();
    for (Gate gate : StandardGates.all()) {
      results.add(overridden(gate, gate.check(situation)));
    }
    return new PreflightReport(results, reading);
  }

  private GateResult overridden(Gate gate, GateResult result) {
    boolean named = settings.overridden().stream().anyMatch(gate.id()::equalsIgnoreCase);
    if (!named || result.status() != Status.NOT_MET) {
      return result;
    }
    return gate.kind().isOverridable()
        ? new GateResult(result.id(), Status.OVERRIDDEN, result.text(), result.fix())
        : new GateResult(
            result.id(),
            Status.NOT_MET,
            result.text() + " This gate cannot be overridden.",
            result.fix());
  }

  private Seen seen(Duration within) throws InterruptedException {
    Map<ResourceKey, Sight<Optional<ActualResource>>> resources =
        new LinkedHashMap<>(Glance.at(resources(), ports.cloud()::read, within));
    List<ResourceKey> network = network(resources.get(target.expressRoute().gateway()));
    resources.putAll(Glance.at(network, ports.cloud()::read, within));
    ChangeGuard guard =
        new ChangeGuard(ports.cloud(), ports.drills(), within).withSignIn(ports.signIn(), clock);
    Sight<List<ActualResource>> ofGateway = users(target.expressRoute().gateway(), within);
    List<Objection> objections = new ArrayList<>(guard.objections(LeverNeeds.of(settings, target)));
    unread(target.expressRoute().gateway(), ofGateway).ifPresent(objections::add);
    if (settings.lever() == LeverKind.PEERING) {
      // The peering is every network's on the circuit.
      ResourceKey circuit = target.circuit().key();
      unread(circuit, users(circuit, within)).ifPresent(objections::add);
    }
    return new Seen(
        resources, ofGateway, one(target.group(), ports.drills()::tags, within), objections);
  }

  private Sight<List<ActualResource>> users(ResourceKey end, Duration within)
      throws InterruptedException {
    return one(end, ports.cloud()::connectionsOf, within);
  }

  /** Who else uses what is disconnected has to be known. */
  private static Optional<Objection> unread(ResourceKey end, Sight<List<ActualResource>> users) {
    return Optional.ofNullable(users.failure())
        .map(
            failure ->
                Objection.unanswered(
                    Question.USERS,
                    "The list of connections of the " + end,
                    failure,
                    "use an identity that may read it"));
  }

  private Set<ResourceKey> resources() {
    Set<ResourceKey> keys = new LinkedHashSet<>();
    keys.add(target.expressRoute().gateway());
    keys.add(target.vpn().gateway());
    keys.add(target.expressRoute().connection().key());
    keys.add(target.vpn().connection().key());
    keys.add(target.localNetworkGateway());
    keys.add(target.circuit().key());
    return keys;
  }

  /** The virtual network that a gateway is in; none when the gateway was not read. */
  private static List<ResourceKey> network(@Nullable Sight<Optional<ActualResource>> gateway) {
    Optional<ActualResource> found = gateway == null ? null : gateway.value();
    if (found == null || found.isEmpty()) {
      return List.of();
    }
    String subnet = Properties.text(found.get(), "ipConfigurations/properties/subnet/id");
    int end = subnet.toLowerCase(Locale.ROOT).indexOf("/subnets/");
    return end < 0 ? List.of() : List.of(ResourceKeys.parse(subnet.substring(0, end)));
  }

  private static <T> Sight<T> one(
      ResourceKey key, Glance.Reading<ResourceKey, T> reading, Duration within)
      throws InterruptedException {
    return Objects.requireNonNull(Glance.at(List.of(key), reading, within).get(key));
  }
}
