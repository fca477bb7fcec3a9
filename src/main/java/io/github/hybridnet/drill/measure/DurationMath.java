package io.github.hybridnet.drill.measure;

import io.github.hybridnet.drill.probe.ProbeSample;
import java.time.Duration;

/** Arithmetic of moments, which are durations since the drill's begin. */
final class DurationMath {
  private DurationMath() {}

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
