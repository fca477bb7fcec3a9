package io.github.hybridnet.failover.measure;

import io.github.hybridnet.failover.probe.ProbeSample;
import java.time.Duration;

/** Arithmetic of moments. */
final class Moments {
  private Moments() {}

  static Duration later(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? b : a;
  }

  static Duration earlier(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  static Duration middle(Duration a, Duration b) {
    return a.plus(b).dividedBy(2);
  }

  /** The moment itself, or the end of the span that it is beyond. */
  static Duration within(Duration from, Duration moment, Duration to) {
    return later(from, earlier(moment, to));
  }

  /** When the outcome of a probe was known. */
  static Duration known(ProbeSample sample) {
    return sample.at().plus(sample.took());
  }
}
