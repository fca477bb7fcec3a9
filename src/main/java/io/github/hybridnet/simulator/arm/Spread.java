package io.github.hybridnet.simulator.arm;

import java.time.Duration;

/**
 * How durations of the same kind differ: lognormal around the median, and a few much longer.
 *
 * @param sigma the standard deviation of the logarithm
 * @param exceptions the share of those that are much longer
 * @param factor how many times longer they are
 */
record Spread(double sigma, double exceptions, double factor) {
  /** No difference at all. */
  static final Spread NONE = new Spread(0, 0, 1);

  /** Reads {@code sigma[ exceptions factor]}. */
  static Spread parse(String text) {
    String[] parts = text.strip().split("\\s+");
    double sigma = Double.parseDouble(parts[0]);
    return parts.length == 1
        ? new Spread(sigma, 0, 1)
        : new Spread(sigma, Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
  }

  Duration around(Duration median, Draw draw) {
    double times = Math.exp(sigma * draw.normal()) * (draw.uniform() < exceptions ? factor : 1);
    return Duration.ofMillis(Math.round(median.toMillis() * times));
  }
}
