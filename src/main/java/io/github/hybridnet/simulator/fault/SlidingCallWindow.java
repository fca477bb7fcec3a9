package io.github.hybridnet.simulator.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the calls of the latest minutes; holds no more of them than are allowed. */
final class SlidingCallWindow {
  private final long allowed;
  private final Duration length;
  private final Deque<Instant> calls = new ArrayDeque<>();

  SlidingCallWindow(long allowed, Duration length) {
    this.allowed = allowed;
    this.length = length;
  }

  /** Seconds until a call is allowed; 0 if one is now. */
  double missing(Instant now) {
    while (!calls.isEmpty() && !calls.getFirst().plus(length).isAfter(now)) {
      calls.removeFirst();
    }
    return calls.size() < allowed
        ? 0
        : Duration.between(now, calls.getFirst().plus(length)).toNanos() / 1e9;
  }

  void take(Instant now) {
    calls.addLast(now);
  }
}
