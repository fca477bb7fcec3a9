package io.github.hybridnet.simulator.fault;

import java.time.Duration;
import java.time.Instant;

/** A bucket that begins full, loses one token with each request and fills steadily. */
final class TokenBucket {
  private final ThrottlingLimits.Bucket limits;
  private double tokens;
  private Instant filled;

  TokenBucket(ThrottlingLimits.Bucket limits, Instant now) {
    this.limits = limits;
    this.tokens = limits.size();
    this.filled = now;
  }

  /** Adds what time has brought; time that goes back brings nothing. */
  void fill(Instant now) {
    if (now.isAfter(filled)) {
      double seconds = Duration.between(filled, now).toNanos() / 1e9;
      tokens = Math.min(limits.size(), tokens + seconds * limits.perSecond());
      filled = now;
    }
  }

  /** Seconds until there is a token; 0 if there is one. */
  double missing() {
    // A sum of many small fillings is never exactly a whole number.
    return tokens >= 1 - 1e-9 ? 0 : (1 - tokens) / limits.perSecond();
  }

  void take() {
    tokens = Math.max(0, tokens - 1);
  }

  long left() {
    return (long) (tokens + 1e-9);
  }
}
