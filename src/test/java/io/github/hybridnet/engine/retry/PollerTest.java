package io.github.hybridnet.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.azure.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PollerTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualTime time = new ManualTime();
  private final Poller poller = new Poller(time, time);
  private int looks;

  private PolledCondition<Integer> until(int wanted) {
    return PolledCondition.of(() -> ++looks, seen -> seen == wanted);
  }

  @Test
  void itLooksUntilTheConditionIsReached() throws Exception {
    Backoff doubling = new Backoff(SECOND, 2, Duration.ofSeconds(3));

    PollOutcome<Integer> outcome = poller.await(until(5), doubling, Duration.ofMinutes(1));

    assertThat(outcome).isEqualTo(new PollOutcome<>(5, true, Duration.ofSeconds(9)));
    assertThat(time.slept()).extracting(Duration::toSeconds).containsExactly(1L, 2L, 3L, 3L);
  }

  @Test
  void whatIsThereAtOnceIsNotWaitedFor() throws Exception {
    assertThat(poller.await(until(1), Backoff.fixed(SECOND), Duration.ZERO))
        .isEqualTo(new PollOutcome<>(1, true, Duration.ZERO));
    assertThat(time.slept()).isEmpty();
  }

  @Test
  void theLastLookIsAtTheLimit() throws Exception {
    Backoff tens = Backoff.fixed(Duration.ofSeconds(10));

    PollOutcome<Integer> outcome = poller.await(until(100), tens, Duration.ofSeconds(25));

    assertThat(outcome).isEqualTo(new PollOutcome<>(4, false, Duration.ofSeconds(25)));
    assertThat(time.slept()).extracting(Duration::toSeconds).containsExactly(10L, 10L, 5L);
  }

  @Test
  void aLookThatTakesLongCountsAgainstTheLimit() throws Exception {
    PolledCondition<Integer> slow =
        PolledCondition.of(
            () -> {
              time.sleep(Duration.ofSeconds(40));
              return ++looks;
            },
            seen -> false);

    assertThat(poller.await(slow, Backoff.fixed(SECOND), Duration.ofMinutes(1)))
        .isEqualTo(new PollOutcome<>(2, false, Duration.ofSeconds(81)));
  }

  @Test
  void itEndsEvenIfTheClockStandsStill() throws Exception {
    Poller still = new Poller(() -> Instant.EPOCH, duration -> {});

    assertThat(still.await(until(-1), Backoff.fixed(SECOND), Duration.ofSeconds(3)))
        .isEqualTo(new PollOutcome<>(4, false, Duration.ofSeconds(3)));
  }

  @Test
  void theServiceMayAskForAnotherPause() throws Exception {
    List<String> told = new ArrayList<>();
    PolledCondition<Integer> condition =
        new PolledCondition<>() {
          @Override
          public Integer look() {
            return ++looks;
          }

          @Override
          public boolean isReached(Integer seen) {
            return seen == 3;
          }

          @Override
          public Optional<Duration> askedPause(Integer seen) {
            return seen == 1 ? Optional.of(Duration.ofSeconds(17)) : Optional.empty();
          }

          @Override
          public void waiting(Integer seen, Duration waited) {
            told.add(seen + " after " + waited.toSeconds() + " s");
          }
        };

    poller.await(condition, Backoff.fixed(SECOND), Duration.ofMinutes(1));

    assertThat(time.slept()).extracting(Duration::toSeconds).containsExactly(17L, 1L);
    assertThat(told).containsExactly("1 after 0 s", "2 after 17 s");
  }

  @Test
  void aStoppedBuildEndsTheWait() {
    Poller stopped =
        new Poller(
            time,
            duration -> {
              throw new InterruptedException("stopped");
            });

    assertThatThrownBy(() -> stopped.await(until(-1), Backoff.fixed(SECOND), Duration.ofMinutes(1)))
        .isInstanceOf(InterruptedException.class);
    assertThat(looks).isEqualTo(1);
  }
}
