package io.github.hybridnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final Duration SHORT = Duration.ofMillis(20);

  @Test
  void conditionThatNeverHoldsFails() {
    assertThatThrownBy(() -> Patience.until("the moon is blue", () -> false, SHORT))
        .isInstanceOf(AssertionError.class)
        .hasMessage("Not in PT0.02S: the moon is blue");
  }

  @Test
  void conditionIsAskedUntilItHolds() {
    AtomicInteger asked = new AtomicInteger();
    Patience.until("asked three times", () -> asked.incrementAndGet() == 3);
    assertThat(asked).hasValue(3);
  }
}
