package io.github.hybridnet.replay.compare;

import java.util.List;
import java.util.Map;

/**
 * What came out of a replay.
 *
 * @param cassettes the scores of each, in the order of the files
 * @param withoutBodies the names of cassettes that could not be replayed, because the bodies of
 *     their requests were not recorded
 * @param notSent how many interactions were not sent, by the reason
 */
public record ReplayScore(
    List<CassetteScore> cassettes, List<String> withoutBodies, Map<String, Integer> notSent) {

  /** The interactions of all cassettes. */
  public List<StepScore> steps() {
    return cassettes.stream().flatMap(c -> c.steps().stream()).toList();
  }

  /** The totals of all cassettes. */
  public ScoreTotals totals() {
    return ScoreTotals.of(steps());
  }

  /** All differences, grouped. */
  public List<DifferenceGroup> differences() {
    return DifferenceGroup.of(cassettes);
  }
}
