package io.github.hybridnet.drill.measure;

import java.time.Duration;
import java.util.Optional;

/**
 * A time in which a target was not reached. What it says of the truth, and under which conditions,
 * is in {@code docs/failover/probes.md}.
 *
 * @param target its name
 * @param begin the best estimate of when it began, since the drill's begin
 * @param end when it ended, likewise; empty when it had not by the last probe
 * @param atLeast how long it lasted at least
 * @param atMost how long it lasted at most; empty when it had not ended
 * @param failed how many probes failed in it; a single one may be a lost packet as well
 */
public record TargetOutage(
    String target,
    Duration begin,
    Optional<Duration> end,
    Duration atLeast,
    Optional<Duration> atMost,
    long failed) {

  /** The same with another lower bound. */
  TargetOutage lastingAtLeast(Duration duration) {
    return new TargetOutage(target, begin, end, duration, atMost, failed);
  }
}
