package io.github.hybridnet.drill.measure;

import io.github.hybridnet.drill.probe.ProbeSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the answers nearest to a probe say about it. */
final class NearbyProbes {
  private static final int EACH_SIDE = 20;
  private static final int ENOUGH = 10;

  private final List<ProbeSample> samples;

  /** Among the probes of one target, in the order of their begin. */
  NearbyProbes(List<ProbeSample> samples) {
    this.samples = samples;
  }

  /**
   * How long the packets of a probe that failed may have been on their way before the first was
   * lost. All that is certain is "not longer than the probe was waited for". But packets that are
   * twice as slow as nearly all around them, and then lost, are not to be expected. The slowest
   * tenth is left out: there are those in which a lost packet was repeated in time.
   */
  Duration reach(int index) {
    Duration waited = samples.get(index).took();
    List<Duration> before = answers(index, -1);
    List<Duration> after = answers(index, 1);
    if (before.size() + after.size() < ENOUGH) {
      return waited;
    }
    Duration slow = DurationMath.later(share(before, 90), share(after, 90));
    return DurationMath.earlier(waited, slow.multipliedBy(2));
  }

  /** How long an answer took before a probe; zero when there was none. */
  Duration usual(int index) {
    return share(answers(index, -1), 50);
  }

  private List<Duration> answers(int from, int step) {
    List<Duration> took = new ArrayList<>();
    for (int i = from + step; i >= 0 && i < samples.size() && took.size() < EACH_SIDE; i += step) {
      if (samples.get(i).ok()) {
        took.add(samples.get(i).took());
      }
    }
    return took;
  }

  private static Duration share(List<Duration> took, int percent) {
    return took.isEmpty()
        ? Duration.ZERO
        : took.stream().sorted().toList().get((took.size() * percent + 99) / 100 - 1);
  }
}
