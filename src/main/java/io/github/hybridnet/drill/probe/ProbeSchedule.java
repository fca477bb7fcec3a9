package io.github.hybridnet.drill.probe;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * When the probes of one target are due: the n-th one n intervals after the first, however long
 * anything took. A probe is sent until the next one is due; what could not be sent by then is
 * missed, so that a machine that stood still does not send it all at once.
 */
final class ProbeSchedule {
  private final Duration begin;
  private final long interval;
  private long next;
  private long missed;

  ProbeSchedule(Duration begin, Duration interval) {
    this.begin = begin;
    this.interval = interval.toNanos();
  }

  /** The number of the probe that has to be sent now, if any has; it counts as sent then. */
  OptionalLong take(Duration now) {
    long number = Math.floorDiv(now.minus(begin).toNanos(), interval);
    if (number < next) {
      return OptionalLong.empty();
    }
    missed += number - next;
    next = number + 1;
    return OptionalLong.of(number);
  }

  /** When the next one is due. */
  Duration due() {
    return begin.plusNanos(interval * next);
  }

  /** One that was taken could not be sent. */
  void failedToSend() {
    missed++;
  }

  /** How many were not sent. */
  long missed() {
    return missed;
  }
}
