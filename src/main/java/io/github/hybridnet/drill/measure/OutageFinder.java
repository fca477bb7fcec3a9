package io.github.hybridnet.drill.measure;

import io.github.hybridnet.drill.probe.ProbeSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the outages of one target. */
final class OutageFinder {
  private final List<ProbeSample> samples;
  private final NearbyProbes nearbyProbes;

  /** In the probes of one target, in the order of their begin. */
  OutageFinder(List<ProbeSample> samples) {
    this.samples = samples;
    this.nearbyProbes = new NearbyProbes(samples);
  }

  List<OutageEstimate> find() {
    List<OutageEstimate> found = new ArrayList<>();
    OutageEstimate open = null;
    for (int i = 0; i < samples.size(); i++) {
      ProbeSample sample = samples.get(i);
      if (!sample.ok()) {
        Duration reach = nearbyProbes.reach(i);
        if (open == null || open.endedBy(sample.at())) {
          open = new OutageEstimate(before(i), sample, reach);
          found.add(open);
        }
        open.failed(sample, reach);
      } else if (open != null) {
        open.succeeded(sample);
      }
    }
    return found;
  }

  private OutageEstimate.PrecedingProbes before(int index) {
    return new OutageEstimate.PrecedingProbes(
        lastAnswered(index, null),
        lastAnswered(index, samples.get(index).at()),
        nearbyProbes.usual(index));
  }

  private @Nullable ProbeSample lastAnswered(int index, @Nullable Duration by) {
    for (int i = index - 1; i >= 0; i--) {
      ProbeSample sample = samples.get(i);
      if (sample.ok() && (by == null || DurationMath.known(sample).compareTo(by) <= 0)) {
        return sample;
      }
    }
    return null;
  }
}
