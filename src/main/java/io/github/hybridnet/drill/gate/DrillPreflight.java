package io.github.hybridnet.drill.gate;

import io.github.hybridnet.arm.ActualGateway;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.action.DisconnectRequirements;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillPorts;
import io.github.hybridnet.drill.api.DrillSettings;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.DrillTime;
import io.github.hybridnet.drill.gate.GateContext.GateObservations;
import io.github.hybridnet.drill.gate.GateResult.Status;
import io.github.hybridnet.drill.path.PathReader;
import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.engine.ParallelReader;
import io.github.hybridnet.engine.ParallelReader.ReadResult;
import io.github.hybridnet.engine.guard.ChangeGuard;
import io.github.hybridnet.engine.guard.GuardObjection;
import io.github.hybridnet.engine.guard.GuardQuestion;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks everything that must hold before ExpressRoute is disconnected, and changes nothing. */
public final class DrillPreflight {
  private final DrillPorts drillPorts;
  private final DrillTarget target;
  private final DrillSettings settings;
  private final boolean allowProduction;
  private final PathReader reader;
  private final InstantSource clock;

  /**
   * The preflight of one drill.
   *
   * @param settings of which the method and the overridden gates are used
   * @param allowProduction whether a network that is tagged as production may be drilled
   */
  public DrillPreflight(
      DrillPorts drillPorts,
      DrillTarget target,
      DrillSettings settings,
      boolean allowProduction,
      DrillTime time) {
    this.drillPorts = drillPorts;
    this.target = target;
    this.settings = settings;
    this.allowProduction = allowProduction;
    this.reader = new PathReader(drillPorts, target, time);
    this.clock = time.clock();
  }

  /** The ids of all gates, in the order in which they are shown. */
  public static List<String> ids() {
    return StandardGates.all().stream().map(DrillGate::id).toList();
  }

  /**
   * The ids of the gates that users may override: not those that the restore depends on, and not
   * {@code production}, which has its own parameter.
   */
  public static List<String> overridable() {
    return StandardGates.all().stream()
        .filter(g -> g.kind().isOverridable())
        .map(DrillGate::id)
        .toList();
  }

  /**
   * Reads what the gates need, all at once, and checks every gate.
   *
   * @param within how long to wait for the answers to questions that are asked at once
   * @throws InterruptedException when the build is stopped
   */
  public PreflightReport look(Duration within) throws InterruptedException {
    GateObservations gateObservations = seen(within);
    PathReading reading = reader.read(within);
    GateContext gateContext =
        new GateContext(target, settings, allowProduction, reading, gateObservations);
    List<GateResult> results = new ArrayList<>();
    for (DrillGate drillGate : StandardGates.all()) {
      results.add(overridden(drillGate, drillGate.check(gateContext)));
    }
    return new PreflightReport(results, reading);
  }

  private GateResult overridden(DrillGate drillGate, GateResult result) {
    boolean named = settings.overridden().stream().anyMatch(drillGate.id()::equalsIgnoreCase);
    if (!named || result.status() != Status.NOT_MET) {
      return result;
    }
    return drillGate.kind().isOverridable()
        ? new GateResult(result.id(), Status.OVERRIDDEN, result.text(), result.fix())
        : new GateResult(
            result.id(),
            Status.NOT_MET,
            result.text() + " This gate cannot be overridden.",
            result.fix());
  }

  private GateObservations seen(Duration within) throws InterruptedException {
    Map<ResourceKey, ReadResult<Optional<ActualResource>>> resources =
        new LinkedHashMap<>(ParallelReader.at(resources(), drillPorts.cloud()::read, within));
    List<ResourceKey> network = network(resources.get(target.expressRoute().gateway()));
    resources.putAll(ParallelReader.at(network, drillPorts.cloud()::read, within));
    ChangeGuard guard =
        new ChangeGuard(drillPorts.cloud(), drillPorts.drills(), within)
            .withSignIn(drillPorts.signIn(), clock);
    ReadResult<List<ActualResource>> ofGateway = users(target.expressRoute().gateway(), within);
    List<GuardObjection> objections =
        new ArrayList<>(guard.objections(DisconnectRequirements.of(settings, target)));
    unread(target.expressRoute().gateway(), ofGateway).ifPresent(objections::add);
    if (settings.method() == DisconnectMethod.PEERING) {
      // The peering is every network's on the circuit.
      ResourceKey circuit = target.circuit().key();
      unread(circuit, users(circuit, within)).ifPresent(objections::add);
    }
    return new GateObservations(
        resources, ofGateway, one(target.group(), drillPorts.drills()::tags, within), objections);
  }

  private ReadResult<List<ActualResource>> users(ResourceKey end, Duration within)
      throws InterruptedException {
    return one(end, drillPorts.cloud()::connectionsOf, within);
  }

  /** Who else uses what is disconnected has to be known. */
  private static Optional<GuardObjection> unread(
      ResourceKey end, ReadResult<List<ActualResource>> users) {
    return Optional.ofNullable(users.failure())
        .map(
            failure ->
                GuardObjection.unanswered(
                    GuardQuestion.USERS,
                    "The list of connections of the " + end.quoted(),
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
  private static List<ResourceKey> network(@Nullable ReadResult<Optional<ActualResource>> gateway) {
    Optional<ActualResource> found = gateway == null ? null : gateway.value();
    return found == null
        ? List.of()
        : found.flatMap(actual -> new ActualGateway(actual).network()).stream().toList();
  }

  private static <T> ReadResult<T> one(
      ResourceKey key, ParallelReader.ReadFunction<ResourceKey, T> readFunction, Duration within)
      throws InterruptedException {
    return Objects.requireNonNull(ParallelReader.at(List.of(key), readFunction, within).get(key));
  }
}
