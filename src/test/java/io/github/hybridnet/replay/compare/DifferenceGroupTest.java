package io.github.hybridnet.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The same difference of several requests is told once. */
class DifferenceGroupTest {
  private static StepScore step(int number, String verb, MemberDifference... differences) {
    EqualShare none = EqualShare.none();
    return new StepScore(
        number, verb, "t", "/p", EqualShare.one(true), none, none, none, List.of(differences));
  }

  private static MemberDifference difference(ScoreAxis axis, String member, String simulated) {
    return new MemberDifference(axis, member, "1", simulated);
  }

  @Test
  void areSortedByAxisAndCounted() {
    List<DifferenceGroup> groups =
        DifferenceGroup.of(
            List.of(
                new CassetteScore(
                    "a",
                    "",
                    List.of(
                        step(0, "GET", difference(ScoreAxis.VALUES, "x", "2")),
                        step(1, "GET", difference(ScoreAxis.VALUES, "y", "2")),
                        step(2, "GET", difference(ScoreAxis.VALUES, "y", "3")))),
                new CassetteScore(
                    "b",
                    "",
                    List.of(
                        step(0, "PUT", difference(ScoreAxis.PROTOCOL, "status", "2")),
                        step(1, "PUT", difference(ScoreAxis.PROTOCOL, "status", "3"))))));
    assertThat(groups)
        .extracting(
            g -> g.example().member() + " " + g.count() + " " + g.cassette() + g.interaction())
        .containsExactly("status 1 b0", "status 1 b1", "y 2 a1", "x 1 a0");
  }

  @Test
  void meansCountEachRequestTheSame() {
    StepScore one = scored(new EqualShare(1, 1));
    StepScore other = scored(new EqualShare(0, 99));
    ScoreTotals totals = ScoreTotals.of(List.of(one, other));
    assertThat(totals.body()).hasValue(0.5);
    assertThat(totals.values()).isEmpty();
    assertThat(totals.protocol()).isEqualTo(new EqualShare(2, 2));
  }

  private static StepScore scored(EqualShare body) {
    EqualShare none = EqualShare.none();
    return new StepScore(0, "GET", "t", "/p", EqualShare.one(true), none, body, none, List.of());
  }
}
