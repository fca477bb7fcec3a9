package io.github.hybridnet.simulator.arm.time;

import java.time.Duration;

/**
 * How durations of the same kind differ: lognormal around the median, and a few much longer.
 *
 * @param sigma the standard deviation of the logarithm
 * @param exceptions the share of those that are much longer
 * @param factor how many times longer they are
 */
record DurationSpread(double sigma, double exceptions, double factor) {
  /** No difference at all. */
  static final DurationSpread NONE = new DurationSpread(0, 0, 1);

  /** Reads {@code sigma[ exceptions factor]}. */
  static DurationSpread parse(String text) {
    String[] parts = text.strip().split("\\s+");
    double sigma = Double.parseDouble(parts[0]);
    return parts.length == 1
        ? new DurationSpread(sigma, 0, 1)
        : new DurationSpread(sigma, Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
  }

  Duration around(Duration median, RandomDraw randomDraw) {
    double times =
        Math.exp(sigma * randomDraw.normal()) * (randomDraw.uniform() < exceptions ? factor : 1);
    return Duration.ofMillis(Math.round(median.toMillis() * times));
  }
}
