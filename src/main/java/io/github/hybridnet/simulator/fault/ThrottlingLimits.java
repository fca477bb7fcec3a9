package io.github.hybridnet.simulator.fault;

import java.time.Duration;
import java.util.Map;

/**
 * The numbers of throttling.
 *
 * @param buckets of {@code reads}, {@code writes} and {@code deletes}, for each principal
 * @param globalFactor how much larger the buckets of the whole subscription are
 * @param network what the network provider allows
 * @param simulated whether buckets fill in simulated time
 */
record ThrottlingLimits(
    Map<String, Bucket> buckets, double globalFactor, NetworkLimits network, boolean simulated) {

  /** As documented since 2024. */
  static final Map<String, Bucket> DOCUMENTED =
      Map.of(
          "reads", new Bucket(250, 25),
          "writes", new Bucket(200, 10),
          "deletes", new Bucket(200, 10));

  ThrottlingLimits {
    buckets = Map.copyOf(buckets);
  }

  /**
   * A token bucket, which limits requests.
   *
   * @param size how many requests it holds
   * @param perSecond how many are added
   */
  record Bucket(double size, double perSecond) {

    Bucket times(double factor) {
      return new Bucket(size * factor, perSecond * factor);
    }
  }

  /**
   * The limits of the network provider for a subscription.
   *
   * @param reads reads in the window
   * @param writes writes and deletes in the window
   * @param window how long it is
   */
  record NetworkLimits(long reads, long writes, Duration window) {}
}
