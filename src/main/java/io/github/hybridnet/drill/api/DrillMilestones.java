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

  /** Something that a drill reaches. */
  public enum Milestone {
    /** The probes of the baseline began. */
    BASELINE("baseline", "baseline"),
    /** The request that disconnects ExpressRoute is sent. */
    DISCONNECT_REQUESTED("lever", "disconnect requested"),
    /** Azure reports that it has disconnected ExpressRoute. */
    DISCONNECTED("takenAway", "disconnected"),
    /** The first sign that ExpressRoute is gone: a failed probe, or the routes of a gateway. */
    DETECTED("detected", "detected"),
    /** The gateways report that the VPN carries the traffic, and the probes succeed. */
    FAILED_OVER("failedOver", "failed over"),
    /** The restore of ExpressRoute begins. */
    RESTORE("restore", "restore"),
    /** Azure reports that it has reconnected ExpressRoute. */
    RECONNECTED("putBack", "reconnected"),
    /** Routes are back on ExpressRoute, and the probes succeed. */
    RESTORED("restored", "restored"),
    /** The drill ended with its verdict. */
    END("end", "end");

    private final String id;
    private final String label;

    Milestone(String id, String label) {
      this.id = id;
      this.label = label;
    }

    /** The member of result files that has its time. It is a format, and never changes. */
    public String id() {
      return id;
    }

    /** As shown to users. */
    public String label() {
      return label;
    }
  }

  /** Copies the map, which cannot be changed afterwards. */
  public DrillMilestones {
    times = Map.copyOf(times);
  }

  /** No milestone has been reached yet. */
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
