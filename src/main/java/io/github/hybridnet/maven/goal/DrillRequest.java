package io.github.hybridnet.maven.goal;

import io.github.hybridnet.failover.Drill;
import io.github.hybridnet.failover.DrillSettings;
import io.github.hybridnet.failover.DrillSettings.Mode;
import io.github.hybridnet.failover.DrillSettings.Times;
import io.github.hybridnet.failover.DrillTarget;
import io.github.hybridnet.failover.LeverKind;
import io.github.hybridnet.failover.Thresholds;
import io.github.hybridnet.failover.lever.Levers;
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
 * @param confirmed the ExpressRoute gateway that may be cut off, or null for none
 * @param observe whether only readiness is scored
 * @param words what the user takes upon himself
 * @param times how long things may take; a zero for the lever means its usual time
 * @param thresholds what fails the build
 * @param probes what is probed
 */
public record DrillRequest(
    @Nullable String location,
    @Nullable String confirmed,
    boolean observe,
    Words words,
    Times times,
    Thresholds thresholds,
    ProbeRequest probes) {

  /**
   * What the user takes upon himself.
   *
   * @param lever which lever; empty for the one that is right for the circuit
   * @param overridden ids of gates that shall not stop the drill
   * @param allowProduction whether a group that is tagged as production may be drilled
   * @param noPeeringKey whether a peering that is not declared has no MD5 key
   */
  public record Words(
      Optional<LeverKind> lever,
      Set<String> overridden,
      boolean allowProduction,
      boolean noPeeringKey) {

    /** Copies the set. */
    public Words {
      overridden = Set.copyOf(overridden);
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

  /**
   * How the drill is run.
   *
   * @throws io.github.hybridnet.model.HybridnetException HN5000 to HN5002, when it cannot be run so
   */
  DrillSettings settings(DrillTarget target) {
    String gateway = target.expressRoute().gateway().name();
    if (confirmed != null && !confirmed.equalsIgnoreCase(gateway)) {
      throw FailoverProblems.otherGateway(confirmed, gateway);
    }
    requireUsable();
    LeverKind lever = lever(target);
    Times limits = times.lever().isZero() ? times.withLever(lever.usualLimit()) : times;
    return new DrillSettings(mode(), lever, limits, thresholds, words.overridden());
  }

  private void requireUsable() {
    List<String> mistakes = FailoverProblems.mistakes(this);
    if (!mistakes.isEmpty()) {
      throw FailoverProblems.unusable(mistakes);
    }
    List<String> unknown =
        words.overridden().stream()
            .filter(id -> !Drill.overridable().contains(id))
            .sorted()
            .toList();
    if (!unknown.isEmpty()) {
      throw FailoverProblems.unknownGates(unknown, Drill.overridable());
    }
  }

  private Mode mode() {
    if (observe) {
      return Mode.OBSERVE;
    }
    return confirmed == null ? Mode.DRY_RUN : Mode.DRILL;
  }

  private LeverKind lever(DrillTarget target) {
    return words.lever().orElse(Levers.usual(target, words.noPeeringKey()));
  }
}
