package io.github.hybridnet.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Answer;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.azure.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetryExecutorTest {
  private static final Duration BUDGET = Duration.ofMinutes(10);

  private final ManualTime time = new ManualTime();
  private final List<String> told = new ArrayList<>();
  private final RetryExecutor retries =
      new RetryExecutor(
          time, time, (failure, delay) -> told.add(failure.code() + " " + delay.toSeconds()));

  private static CloudException busy(@Nullable Duration retryAfter) {
    return new CloudException(Kind.BUSY, "Busy", "busy", new Answer(409, null, retryAfter), null);
  }

  private static final RetryPolicy FIVE_SECONDS =
      new CountedRetryPolicy(
          4,
          Backoff.fixed(Duration.ofSeconds(5)),
          Duration.ofSeconds(30),
          failure -> failure.kind() == Kind.BUSY);

  @Test
  void whatPassesIsTriedAgain() throws Exception {
    String result =
        retries.until(
            FIVE_SECONDS,
            BUDGET,
            number -> {
              if (number < 3) {
                throw busy(number == 1 ? Duration.ofSeconds(7) : null);
              }
              return "attempt " + number;
            });

    assertThat(result).isEqualTo("attempt 3");
    assertThat(told).containsExactly("Busy 7", "Busy 5");
    assertThat(time.slept()).extracting(Duration::toSeconds).containsExactly(7L, 5L);
  }

  @Test
  void theServiceCannotAskForMoreThanTheLongestPause() throws Exception {
    retries.until(
        FIVE_SECONDS,
        BUDGET,
        number -> {
          if (number == 1) {
            throw busy(Duration.ofHours(1));
          }
          return number;
        });

    assertThat(time.slept()).containsExactly(Duration.ofSeconds(30));
  }

  @Test
  void afterTheLastAttemptTheFailureIsThrown() {
    List<Integer> attempts = new ArrayList<>();

    assertThatThrownBy(
            () ->
                retries.until(
                    FIVE_SECONDS,
                    BUDGET,
                    number -> {
                      attempts.add(number);
                      throw busy(null);
                    }))
        .isInstanceOf(CloudException.class);

    assertThat(attempts).containsExactly(1, 2, 3, 4);
  }

  @Test
  void aFinalFailureIsThrownAtOnce() {
    CloudException refused =
        new CloudException(Kind.REFUSED, "InvalidParameter", "no", Answer.NONE, null);

    assertThatThrownBy(
            () ->
                retries.until(
                    FIVE_SECONDS,
                    BUDGET,
                    number -> {
                      throw refused;
                    }))
        .isSameAs(refused);
    assertThat(told).isEmpty();
  }

  @Test
  void thePolicyIsToldWhatIsLeftOfTheBudget() {
    List<Long> left = new ArrayList<>();
    RetryPolicy untilSpent =
        (failure, attempt, rest) -> {
          left.add(rest.toSeconds());
          return rest.isNegative() ? Optional.empty() : Optional.of(Duration.ofSeconds(4));
        };

    assertThatThrownBy(
            () ->
                retries.until(
                    untilSpent,
                    Duration.ofSeconds(10),
                    number -> {
                      time.sleep(Duration.ofSeconds(2));
                      throw busy(null);
                    }))
        .isInstanceOf(CloudException.class);

    assertThat(left).containsExactly(8L, 2L, -4L);
  }

  @Test
  void pausesCountEvenIfTheClockStandsStill() {
    List<Long> left = new ArrayList<>();
    RetryExecutor still = new RetryExecutor(() -> Instant.EPOCH, duration -> {});

    assertThatThrownBy(
            () ->
                still.until(
                    (failure, attempt, rest) -> {
                      left.add(rest.toSeconds());
                      return attempt < 3 ? Optional.of(Duration.ofSeconds(4)) : Optional.empty();
                    },
                    Duration.ofSeconds(10),
                    number -> {
                      throw busy(null);
                    }))
        .isInstanceOf(CloudException.class);

    assertThat(left).containsExactly(10L, 6L, 2L);
  }

  @Test
  void anInterruptionEndsThePause() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () ->
                retries.until(
                    FIVE_SECONDS,
                    BUDGET,
                    number -> {
                      throw busy(null);
                    }))
        .isInstanceOf(InterruptedException.class);
  }
}
