package io.github.hybridnet.failover.measure;

import io.github.hybridnet.failover.probe.ProbeSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the outages of one target. */
final class Interruptions {
  private final List<ProbeSample> samples;
  private final Neighbours neighbours;

  /** In the probes of one target, in the order of their begin. */
  Interruptions(List<ProbeSample> samples) {
    this.samples = samples;
    this.neighbours = new Neighbours(samples);
  }

  List<Interruption> find() {
    List<Interruption> found = new ArrayList<>();
    Interruption open = null;
    for (int i = 0; i < samples.size(); i++) {
      ProbeSample sample = samples.get(i);
      if (!sample.ok()) {
        Duration reach = neighbours.reach(i);
        if (open == null || open.endedBy(sample.at())) {
          open = new Interruption(before(i), sample, reach);
          found.add(open);
        }
        open.failed(sample, reach);
      } else if (open != null) {
        open.succeeded(sample);
      }
    }
    return found;
  }

  private Interruption.Before before(int index) {
    return new Interruption.Before(
        lastAnswered(index, null),
        lastAnswered(index, samples.get(index).at()),
        neighbours.usual(index));
  }

  private @Nullable ProbeSample lastAnswered(int index, @Nullable Duration by) {
    for (int i = index - 1; i >= 0; i--) {
      ProbeSample sample = samples.get(i);
      if (sample.ok() && (by == null || Moments.known(sample).compareTo(by) <= 0)) {
        return sample;
      }
    }
    return null;
  }
}
