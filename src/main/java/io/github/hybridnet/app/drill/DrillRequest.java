package io.github.hybridnet.app.drill;

import io.github.hybridnet.app.Confirmation;
import io.github.hybridnet.drill.action.DisconnectActions;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillSettings;
import io.github.hybridnet.drill.api.DrillSettings.Mode;
import io.github.hybridnet.drill.api.DrillSettings.TimeLimits;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.DrillThresholds;
import io.github.hybridnet.drill.run.Drill;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks of a drill.
 *
 * @param location the region, or null for the group's own
 * @param confirmation the ExpressRoute gateway that may be cut off
 * @param observe whether only readiness is scored
 * @param overrides what the user takes upon himself
 * @param times how long things may take; a zero for the lever means its usual time
 * @param thresholds what fails the build
 * @param probes what is probed
 */
public record DrillRequest(
    @Nullable String location,
    Confirmation confirmation,
    boolean observe,
    Overrides overrides,
    TimeLimits times,
    DrillThresholds thresholds,
    ProbeRequest probes) {

  /**
   * What the user takes upon himself.
   *
   * @param lever which lever; empty for the one that is right for the circuit
   * @param overridden ids of gates that shall not stop the drill
   * @param allowProduction whether a group that is tagged as production may be drilled
   * @param noPeeringKey whether a peering that is not declared has no MD5 key
   * @param options what a command has to repeat to mean the same drill
   */
  public record Overrides(
      Optional<DisconnectMethod> lever,
      Set<String> overridden,
      boolean allowProduction,
      boolean noPeeringKey,
      List<String> options) {

    /** Copies the set. */
    public Overrides {
      overridden = Set.copyOf(overridden);
      options = List.copyOf(options);
    }
  }

  /**
   * What is probed.
   *
   * @param targets as the user wrote them
   * @param interval how often, or empty for the usual
   * @param timeout how long an answer is waited for, or empty for the usual
   * @param directory where commands run
   * @param inside what Azure is asked from inside the network
   */
  public record ProbeRequest(
      List<String> targets,
      Optional<Duration> interval,
      Optional<Duration> timeout,
      Path directory,
      InsideRequest inside) {

    /** Copies the list. */
    public ProbeRequest {
      targets = List.copyOf(targets);
    }
  }

  /**
   * What Azure is asked from inside the network, as the user wrote it.
   *
   * @param vm from which machine, or null
   * @param target about what on premises, or null
   */
  public record InsideRequest(@Nullable String vm, @Nullable String target) {}

  /** The same with other targets. */
  DrillRequest probing(List<String> targets, Duration interval) {
    ProbeRequest other =
        new ProbeRequest(
            targets, Optional.of(interval), probes.timeout(), probes.directory(), probes.inside());
    return new DrillRequest(location, confirmation, observe, overrides, times, thresholds, other);
  }

  /**
   * How the drill is run.
   *
   * @throws io.github.hybridnet.model.HybridnetException HN5000 to HN5002, when it cannot be run so
   */
  DrillSettings settings(DrillTarget target) {
    String gateway = target.expressRoute().gateway().name();
    String given = confirmation.given();
    if (given != null && !given.equalsIgnoreCase(gateway)) {
      throw DrillProblems.otherGateway(given, gateway);
    }
    requireUsable();
    DisconnectMethod lever = lever(target);
    TimeLimits limits = times.lever().isZero() ? times.withLever(lever.usualLimit()) : times;
    return new DrillSettings(mode(gateway), lever, limits, thresholds, overrides.overridden());
  }

  private void requireUsable() {
    List<String> mistakes = DrillProblems.mistakes(this);
    if (!mistakes.isEmpty()) {
      throw DrillProblems.unusable(mistakes);
    }
    List<String> unknown =
        overrides.overridden().stream()
            .filter(id -> !Drill.overridable().contains(id))
            .sorted()
            .toList();
    if (!unknown.isEmpty()) {
      throw DrillProblems.unknownGates(unknown, Drill.overridable());
    }
  }

  private Mode mode(String gateway) {
    if (observe) {
      return Mode.OBSERVE;
    }
    return confirmation.covers(gateway) ? Mode.DRILL : Mode.DRY_RUN;
  }

  private DisconnectMethod lever(DrillTarget target) {
    return overrides.lever().orElse(DisconnectActions.usual(target, overrides.noPeeringKey()));
  }
}
