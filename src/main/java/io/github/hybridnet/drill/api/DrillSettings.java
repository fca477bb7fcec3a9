package io.github.hybridnet.drill.api;

import java.time.Duration;
import java.util.Set;

/**
 * How a drill is run.
 *
 * @param mode how far the drill goes
 * @param method how ExpressRoute is disconnected
 * @param times how long things may take
 * @param thresholds what fails the build
 * @param overridden ids of gates that do not stop the drill when they are not met
 */
public record DrillSettings(
    Mode mode,
    DisconnectMethod method,
    TimeLimits times,
    DrillThresholds thresholds,
    Set<String> overridden) {

  /** Copies the set, which cannot be changed afterwards. */
  public DrillSettings {
    overridden = Set.copyOf(overridden);
  }

  /** How far a drill goes. */
  public enum Mode {
    /** Nothing is changed; the readiness is scored. */
    OBSERVE,
    /** Everything up to the disconnect; nothing is changed. */
    DRY_RUN,
    /** ExpressRoute is disconnected and restored. */
    DRILL
  }

  /**
   * How long things may take.
   *
   * @param baseline how long probes run before the disconnect
   * @param settle how long gates that do not hold yet are waited for
   * @param disconnect how long Azure may take to disconnect ExpressRoute; at most an hour
   * @param failover how long the VPN may take to carry the traffic after the disconnect
   * @param hold how long the network stays failed over
   * @param maxDuration from the disconnect to the start of the restore, whatever happens; at most
   *     an hour
   * @param trafficBack how long traffic may take to be back on ExpressRoute after the restore
   * @param poll how often the gateways are asked
   */
  public record TimeLimits(
      Duration baseline,
      Duration settle,
      Duration disconnect,
      Duration failover,
      Duration hold,
      Duration maxDuration,
      Duration trafficBack,
      Duration poll) {
    /** The most that {@code disconnect} and {@code maxDuration} may each be. */
    public static final Duration MOST = Duration.ofHours(1);

    /** From the begin of the baseline until traffic is back, at the longest. */
    public Duration longest() {
      return baseline.plus(disconnect).plus(maxDuration).plus(trafficBack);
    }

    /** The same with another time limit for the disconnect. */
    public TimeLimits withDisconnect(Duration other) {
      return new TimeLimits(
          baseline, settle, other, failover, hold, maxDuration, trafficBack, poll);
    }
  }
}
