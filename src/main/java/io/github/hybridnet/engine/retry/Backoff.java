package io.github.hybridnet.engine.retry;

import java.time.Duration;

/**
 * How long to pause between two attempts or two looks: each pause is longer than the one before by
 * a factor, up to a longest one.
 *
 * @param first the pause after the first attempt; not negative
 * @param factor what each further pause is multiplied by; at least 1
 * @param longest no pause is longer; at least as long as {@code first}
 */
public record Backoff(Duration first, double factor, Duration longest) {

  /** Checks that no pause is negative and that pauses do not shrink. */
  public Backoff {
    if (first.isNegative() || factor < 1 || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "No backoff: first " + first + ", factor " + factor + ", longest " + longest);
    }
  }

  /** Pauses that are all equally long. */
  public static Backoff fixed(Duration pause) {
    return new Backoff(pause, 1, pause);
  }

  /**
   * The pause after an attempt.
   *
   * @param attempt how many attempts were made, from 1
   */
  public Duration pause(int attempt) {
    double nanos = first.toNanos() * Math.pow(factor, attempt - 1.0);
    // A double holds more than the longest pause can be; above it no digit counts.
    return nanos < longest.toNanos() ? Duration.ofNanos((long) nanos) : longest;
  }
}
