package io.github.hybridnet.drill.run;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.drill.action.DisconnectActions;
import io.github.hybridnet.drill.api.DrillTime;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tries until it works or cannot work, whatever happens meanwhile: an interruption is remembered,
 * and begins the try anew.
 */
final class RestoreRetryLoop {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private final DrillTime time;
  private final RestoreRetryPolicy retryPolicy;
  private final Consumer<String> listener;
  private final Duration begin;
  private boolean interrupted;
  private int tries;
  private Duration pause = FIRST_PAUSE;
  private @Nullable Duration refusedSince;

  /** One try. */
  interface RestoreAttempt {
    /** Tries. */
    void run() throws InterruptedException;
  }

  RestoreRetryLoop(DrillTime time, RestoreRetryPolicy retryPolicy, Consumer<String> tell) {
    this.time = time;
    this.retryPolicy = retryPolicy;
    this.listener = tell;
    this.begin = time.now();
    this.interrupted = Thread.interrupted();
  }

  /**
   * Tries.
   *
   * @return why it was given up; empty when it worked
   */
  Optional<String> retry(RestoreAttempt attempt) {
    while (true) {
      tries++;
      Throwable failure = outcomeOf(attempt);
      if (Thread.interrupted() || failure instanceof InterruptedException) {
        interrupted = true;
        if (failure == null) {
          return Optional.empty();
        }
        continue;
      }
      if (failure == null) {
        return Optional.empty();
      }
      if (isOver(failure)) {
        return Optional.of(text(failure));
      }
      rest(failure);
    }
  }

  /** Nothing that goes wrong may end the restore, mistakes of this plugin included. */
  private static @Nullable Throwable outcomeOf(RestoreAttempt attempt) {
    try {
      attempt.run();
      return null;
    } catch (InterruptedException | RuntimeException | Error failure) {
      return failure;
    }
  }

  private boolean isOver(Throwable failure) {
    if (failure instanceof CloudException cloud && DisconnectActions.isFinalFailure(cloud)) {
      return true;
    }
    Duration now = time.now();
    if (passes(failure)) {
      refusedSince = null;
      return now.minus(begin).compareTo(retryPolicy.transientLimit()) >= 0;
    }
    Duration since = refusedSince == null ? now : refusedSince;
    refusedSince = since;
    return now.minus(since).compareTo(retryPolicy.refusedLimit()) >= 0;
  }

  private static boolean passes(Throwable failure) {
    return failure instanceof CloudException cloud
        && switch (cloud.kind()) {
          case BUSY, CONFLICT, UNREACHABLE, UNREADABLE, TIMED_OUT, FAILED -> true;
          case UNAUTHORIZED -> cloud.isSignInLost();
          case REFUSED -> false;
        };
  }

  private void rest(Throwable failure) {
    Duration asked =
        failure instanceof CloudException cloud
            ? cloud.retryAfter().orElse(Duration.ZERO)
            : Duration.ZERO;
    Duration next = asked.compareTo(pause) > 0 ? asked : pause;
    listener.accept(
        "ExpressRoute is not back yet after try "
            + tries
            + " ("
            + time.now().minus(begin).toSeconds()
            + " s): "
            + text(failure)
            + "; tried again in "
            + next.toSeconds()
            + " s.");
    Duration doubled = pause.multipliedBy(2);
    pause =
        doubled.compareTo(retryPolicy.longestPause()) > 0 ? retryPolicy.longestPause() : doubled;
    sleep(next);
  }

  /** What Azure asked to wait is waited, also by somebody who is interrupted. */
  private void sleep(Duration duration) {
    try {
      time.sleeper().sleep(duration);
    } catch (InterruptedException e) {
      interrupted = true;
      sleepOn(duration);
    }
  }

  private void sleepOn(Duration duration) {
    try {
      time.sleeper().sleep(duration);
    } catch (InterruptedException e) {
      // Twice is enough: the next try may come early.
      interrupted = true;
    }
  }

  static String text(Throwable failure) {
    return failure instanceof CloudException cloud
        ? cloud.inWords()
        : failure.getClass().getSimpleName();
  }

  /** How often it was tried. */
  int tries() {
    return tries;
  }

  /** How long it has been tried. */
  Duration elapsed() {
    return time.now().minus(begin);
  }

  /** Sets an interruption again that came meanwhile. */
  void end() {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A failure that passes: Azure has not done yet what it said it had. */
  static CloudException stillDisconnected(String message) {
    return new CloudException(Kind.BUSY, "StillAway", message, CloudException.Answer.NONE, null);
  }
}
