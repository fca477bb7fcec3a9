package io.github.hybridnet.drill.api;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * When a drill reached what, since its begin.
 *
 * @param times those that were reached
 */
public record DrillMilestones(Map<Milestone, Duration> times) {

  /** What is reached. */
  public enum Milestone {
    /** The baseline began. */
    BASELINE,
    /** The request that takes ExpressRoute away is sent. */
    LEVER,
    /** Azure says that it has taken ExpressRoute away. */
    TAKEN_AWAY,
    /** The first sign that ExpressRoute is gone: a failed probe, or what a gateway said. */
    DETECTED,
    /** The gateways say that the VPN carries the traffic, and the probes succeed. */
    FAILED_OVER,
    /** The restore begins. */
    RESTORE,
    /** Azure has put ExpressRoute back. */
    PUT_BACK,
    /** Routes are back on ExpressRoute, and the probes succeed. */
    RESTORED,
    /** The drill ended. */
    END
  }

  /** Copies the map. */
  public DrillMilestones {
    times = Map.copyOf(times);
  }

  /** Nothing was reached. */
  public static DrillMilestones none() {
    return new DrillMilestones(Map.of());
  }

  /** The same with one more. */
  public DrillMilestones with(Milestone milestone, Duration at) {
    Map<Milestone, Duration> more = new EnumMap<>(Milestone.class);
    more.putAll(times);
    more.put(milestone, at);
    return new DrillMilestones(more);
  }

  /** When something was reached. */
  public Optional<Duration> at(Milestone milestone) {
    return Optional.ofNullable(times.get(milestone));
  }

  /** How long it took from one to the other, where both were reached. */
  public Optional<Duration> between(Milestone from, Milestone to) {
    return at(from).flatMap(a -> at(to).map(b -> b.minus(a)));
  }
}
