package io.github.hybridnet.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeferredInterruptTest {
  private static final Sleeper STOPPED =
      duration -> {
        throw new InterruptedException("stopped");
      };

  @AfterEach
  void clear() {
    Thread.interrupted();
  }

  @Test
  void anInterruptionComesBackAtTheEnd() {
    Thread.currentThread().interrupt();
    try (DeferredInterrupt deferred = new DeferredInterrupt()) {
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
      assertThat(deferred.isInterrupted()).isTrue();
    }
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void oneThatComesMeanwhileIsClearedAndComesBack() {
    try (DeferredInterrupt deferred = new DeferredInterrupt()) {
      assertThat(deferred.clear()).isFalse();
      Thread.currentThread().interrupt();
      assertThat(deferred.clear()).isTrue();
      assertThat(deferred.clear()).isFalse();
      assertThat(deferred.isInterrupted()).isTrue();
    }
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anInterruptedPauseIsRemembered() {
    try (DeferredInterrupt deferred = new DeferredInterrupt()) {
      assertThat(deferred.sleep(STOPPED, Duration.ofSeconds(1))).isFalse();
      assertThat(deferred.sleep(duration -> {}, Duration.ofSeconds(1))).isTrue();
    }
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whoeverWasNotInterruptedIsNotAfterwards() {
    try (DeferredInterrupt deferred = new DeferredInterrupt()) {
      assertThat(deferred.isInterrupted()).isFalse();
    }
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void anExceptionOfACallCountsAsOne() {
    try (DeferredInterrupt deferred = new DeferredInterrupt()) {
      deferred.remember();
    }
    assertThat(Thread.interrupted()).isTrue();
  }
}
