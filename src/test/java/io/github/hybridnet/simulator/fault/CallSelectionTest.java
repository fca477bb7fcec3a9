package io.github.hybridnet.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CallSelectionTest {
  private static List<Long> affected(CallSelection callSelection, String key) {
    long[] fired = {0};
    return LongStream.rangeClosed(1, 12)
        .filter(
            number -> {
              boolean hit = callSelection.affects(key, number, fired[0]);
              fired[0] += hit ? 1 : 0;
              return hit;
            })
        .boxed()
        .toList();
  }

  private static CallSelection calls(long from, long every, long times) {
    return new CallSelection(from, every, times, new CallSelection.Chance(1, 0), false);
  }

  @Test
  void numbersChooseCalls() {
    assertThat(affected(calls(1, 1, 100), "")).hasSize(12);
    assertThat(affected(calls(3, 1, 2), "")).containsExactly(3L, 4L);
    assertThat(affected(calls(2, 4, 100), "")).containsExactly(2L, 6L, 10L);
    assertThat(affected(calls(2, 4, 2), "")).containsExactly(2L, 6L);
  }

  /** Written down, so that another Java or machine that chose other calls would be noticed. */
  @Test
  void seedChoosesTheSameCallsEverywhere() {
    CallSelection half = new CallSelection(1, 1, 100, new CallSelection.Chance(0.5, 42), true);
    assertThat(affected(half, "")).isEqualTo(affected(half, ""));
    assertThat(affected(half, "")).containsExactly(1L, 2L, 3L, 4L, 6L, 8L, 10L, 11L);
    assertThat(affected(half, "rg/a")).isNotEqualTo(affected(half, "rg/b"));
    CallSelection other = new CallSelection(1, 1, 100, new CallSelection.Chance(0.5, 43), true);
    assertThat(affected(other, "")).isNotEqualTo(affected(half, ""));
  }

  @Test
  void chanceIsAsLargeAsItSays() {
    for (double probability : new double[] {0.01, 0.3, 0.9}) {
      CallSelection.Chance chance = new CallSelection.Chance(probability, 7);
      long hits = LongStream.range(0, 100_000).filter(number -> chance.hits("k", number)).count();
      assertThat(hits / 100_000.0).isBetween(probability - 0.01, probability + 0.01);
    }
  }
}
