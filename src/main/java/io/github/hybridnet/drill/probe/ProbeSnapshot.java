package io.github.hybridnet.drill.probe;

import io.github.hybridnet.drill.api.DrillFinding;
import java.util.List;
import java.util.Map;

/**
 * What was probed up to some moment.
 *
 * @param timing the schedule
 * @param targets the names of all targets
 * @param samples all probes whose answer is known, in the order of their begin; of each target
 *     without a gap up to some probe
 * @param missed how many probes of each target could not be sent in time; their numbers are missing
 *     in the samples
 */
public record ProbeSnapshot(
    ProbeTiming timing, List<String> targets, List<ProbeSample> samples, Map<String, Long> missed) {

  /** Copies the collections, which cannot be changed afterwards. */
  public ProbeSnapshot {
    targets = List.copyOf(targets);
    samples = List.copyOf(samples);
    missed = Map.copyOf(missed);
  }

  /** The samples of one target. */
  public List<ProbeSample> of(String target) {
    return samples.stream().filter(sample -> sample.target().equals(target)).toList();
  }

  /** What has to be known beside the figures. */
  public List<DrillFinding> findings() {
    return targets.stream()
        .filter(target -> missed.getOrDefault(target, 0L) > 0)
        .map(target -> ProbeProblems.missed(target, missed.getOrDefault(target, 0L), timing))
        .toList();
  }
}
