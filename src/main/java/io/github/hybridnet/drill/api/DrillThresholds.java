package io.github.hybridnet.drill.api;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a drill has to keep for the build to succeed; each may be left open.
 *
 * @param maxOutage the longest outage of any probe's target, by its upper bound
 * @param maxDetection from the disconnect to the first sign that ExpressRoute is gone
 * @param maxRestore from the start of the restore until traffic is back on ExpressRoute
 * @param minAvailability the least share of probes that succeeded between disconnect and restore, 0
 *     to 1
 */
public record DrillThresholds(
    Optional<Duration> maxOutage,
    Optional<Duration> maxDetection,
    Optional<Duration> maxRestore,
    OptionalDouble minAvailability) {

  /** No threshold is set, so nothing measured fails the drill. */
  public static final DrillThresholds NONE =
      new DrillThresholds(
          Optional.empty(), Optional.empty(), Optional.empty(), OptionalDouble.empty());
}
