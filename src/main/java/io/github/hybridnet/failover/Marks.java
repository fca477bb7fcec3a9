package io.github.hybridnet.failover;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * When a drill reached what, since its begin.
 *
 * @param times those that were reached
 */
public record Marks(Map<Mark, Duration> times) {

  /** What is reached. */
  public enum Mark {
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
  public Marks {
    times = Map.copyOf(times);
  }

  /** Nothing was reached. */
  public static Marks none() {
    return new Marks(Map.of());
  }

  /** The same with one more. */
  public Marks with(Mark mark, Duration at) {
    Map<Mark, Duration> more = new EnumMap<>(Mark.class);
    more.putAll(times);
    more.put(mark, at);
    return new Marks(more);
  }

  /** When something was reached. */
  public Optional<Duration> at(Mark mark) {
    return Optional.ofNullable(times.get(mark));
  }

  /** How long it took from one to the other, where both were reached. */
  public Optional<Duration> between(Mark from, Mark to) {
    return at(from).flatMap(a -> at(to).map(b -> b.minus(a)));
  }
}
