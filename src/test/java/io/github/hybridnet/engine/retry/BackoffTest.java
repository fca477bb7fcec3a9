package io.github.hybridnet.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void eachPauseIsLongerUpToTheLongest() {
    Backoff backoff = new Backoff(SECOND, 2, Duration.ofSeconds(5));

    assertThat(IntStream.rangeClosed(1, 5).mapToObj(backoff::pause).map(Duration::toSeconds))
        .containsExactly(1L, 2L, 4L, 5L, 5L);
  }

  @Test
  void aPartOfASecondGrowsToo() {
    Backoff backoff = new Backoff(Duration.ofMillis(500), 1.5, Duration.ofSeconds(30));

    assertThat(backoff.pause(2)).isEqualTo(Duration.ofMillis(750));
    assertThat(backoff.pause(3)).isEqualTo(Duration.ofMillis(1125));
  }

  @Test
  void noNumberOfAttemptsIsTooHigh() {
    assertThat(new Backoff(SECOND, 2, Duration.ofDays(1)).pause(Integer.MAX_VALUE))
        .isEqualTo(Duration.ofDays(1));
    assertThat(Backoff.fixed(Duration.ZERO).pause(1_000_000)).isEqualTo(Duration.ZERO);
  }

  @Test
  void aFixedPauseDoesNotGrow() {
    assertThat(Backoff.fixed(SECOND).pause(1)).isEqualTo(SECOND);
    assertThat(Backoff.fixed(SECOND).pause(100)).isEqualTo(SECOND);
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> new Backoff(SECOND, 0.5, SECOND))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Backoff(SECOND, 2, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Backoff.fixed(SECOND.negated()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
