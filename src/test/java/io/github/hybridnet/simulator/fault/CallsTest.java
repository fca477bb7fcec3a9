package io.github.hybridnet.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CallsTest {
  private static List<Long> affected(Calls calls, String key) {
    long[] fired = {0};
    return LongStream.rangeClosed(1, 12)
        .filter(
            number -> {
              boolean hit = calls.affects(key, number, fired[0]);
              fired[0] += hit ? 1 : 0;
              return hit;
            })
        .boxed()
        .toList();
  }

  private static Calls calls(long from, long every, long times) {
    return new Calls(from, every, times, new Calls.Chance(1, 0), false);
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
    Calls half = new Calls(1, 1, 100, new Calls.Chance(0.5, 42), true);
    assertThat(affected(half, "")).isEqualTo(affected(half, ""));
    assertThat(affected(half, "")).containsExactly(1L, 2L, 3L, 4L, 6L, 8L, 10L, 11L);
    assertThat(affected(half, "rg/a")).isNotEqualTo(affected(half, "rg/b"));
    Calls other = new Calls(1, 1, 100, new Calls.Chance(0.5, 43), true);
    assertThat(affected(other, "")).isNotEqualTo(affected(half, ""));
  }

  @Test
  void chanceIsAsLargeAsItSays() {
    for (double probability : new double[] {0.01, 0.3, 0.9}) {
      Calls.Chance chance = new Calls.Chance(probability, 7);
      long hits = LongStream.range(0, 100_000).filter(number -> chance.hits("k", number)).count();
      assertThat(hits / 100_000.0).isBetween(probability - 0.01, probability + 0.01);
    }
  }
}
