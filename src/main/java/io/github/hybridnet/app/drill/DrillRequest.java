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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks of a drill.
 *
 * @param location the region, or null for the group's own
 * @param confirmation names the ExpressRoute gateway that may be disconnected
 * @param observe whether only the readiness is scored
 * @param overrides what the user allows, and how ExpressRoute is disconnected
 * @param times the time limits; zero for the disconnect means the default of its method
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
   * What the user allows, and how ExpressRoute is disconnected.
   *
   * @param disconnect how ExpressRoute is disconnected; empty for the method that fits the circuit
   * @param overridden ids of gates that are not to stop the drill
   * @param allowProduction whether a group that is tagged as production may be drilled
   * @param noPeeringKey whether a peering that is not declared has no MD5 key
   * @param options what a command has to repeat to mean the same drill
   */
  public record Overrides(
      Optional<DisconnectMethod> disconnect,
      Set<String> overridden,
      boolean allowProduction,
      boolean noPeeringKey,
      List<String> options) {

    /** Copies the set, which cannot be changed afterwards. */
    public Overrides {
      overridden = Set.copyOf(overridden);
      options = List.copyOf(options);
    }

    /** The options with what the user confirmed of the peering. */
    List<String> allOptions() {
      return noPeeringKey
          ? Stream.concat(options.stream(), Stream.of("-Dhybridnet.failover.noPeeringKey")).toList()
          : options;
    }
  }

  /**
   * What is probed, and how often.
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

    /** Copies the list, which cannot be changed afterwards. */
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
   * @throws io.github.hybridnet.text.UserException HN5000 to HN5002, when it cannot be run so
   */
  DrillSettings settings(DrillTarget target) {
    String gateway = target.expressRoute().gateway().name();
    String given = confirmation.given();
    if (given != null && !given.equalsIgnoreCase(gateway)) {
      throw DrillProblems.otherGateway(given, gateway);
    }
    requireUsable();
    DisconnectMethod method = method(target);
    TimeLimits limits =
        times.disconnect().isZero() ? times.withDisconnect(method.defaultLimit()) : times;
    return new DrillSettings(mode(gateway), method, limits, thresholds, overrides.overridden());
  }

  private void requireUsable() {
    List<String> mistakes = DrillProblems.mistakes(this);
    if (!mistakes.isEmpty()) {
      throw DrillProblems.unusable(mistakes);
    }
    if (!Drill.overridable().containsAll(overrides.overridden())) {
      throw DrillProblems.wrongGates(overrides.overridden());
    }
  }

  private Mode mode(String gateway) {
    if (observe) {
      return Mode.OBSERVE;
    }
    return confirmation.covers(gateway) ? Mode.DRILL : Mode.DRY_RUN;
  }

  private DisconnectMethod method(DrillTarget target) {
    return overrides
        .disconnect()
        .orElse(DisconnectActions.defaultMethod(target, overrides.noPeeringKey()));
  }
}
