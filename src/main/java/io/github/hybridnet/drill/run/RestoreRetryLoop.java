package io.github.hybridnet.drill.run;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.drill.action.DisconnectActions;
import io.github.hybridnet.drill.api.DrillTime;
import io.github.hybridnet.engine.retry.Backoff;
import io.github.hybridnet.engine.retry.DeferredInterrupt;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tries until it works or cannot work. It is no {@link io.github.hybridnet.engine.retry.Poller} and
 * has no {@link io.github.hybridnet.engine.retry.RetryPolicy}: it survives every failure, also a
 * mistake of this plugin, and has two limits that begin at different moments. An interruption is
 * remembered and begins the try again; the thread is interrupted again when the loop is closed.
 */
final class RestoreRetryLoop implements AutoCloseable {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private final DrillTime time;
  private final RestoreRetryPolicy retryPolicy;
  private final Consumer<String> listener;
  private final Duration begin;
  private final DeferredInterrupt interrupt = new DeferredInterrupt();
  private final Backoff backoff;
  private int tries;
  private int pauses;
  private @Nullable Duration refusedSince;
  private @Nullable String reported;

  /** One attempt of what is tried until it succeeds. */
  interface RestoreAttempt {
    /**
     * Makes one attempt, and throws if it fails.
     *
     * @throws InterruptedException when the wait is to be given up; the attempt is made again
     */
    void run() throws InterruptedException;
  }

  RestoreRetryLoop(DrillTime time, RestoreRetryPolicy retryPolicy, Consumer<String> listener) {
    this.time = time;
    this.retryPolicy = retryPolicy;
    this.listener = listener;
    this.begin = time.now();
    this.backoff = new Backoff(FIRST_PAUSE, 2, retryPolicy.longestPause());
  }

  /**
   * Repeats an attempt until it succeeds, or until the policy gives up.
   *
   * @return why it was given up; empty when it succeeded
   */
  Optional<String> retry(RestoreAttempt attempt) {
    while (true) {
      tries++;
      Throwable failure = outcomeOf(attempt);
      boolean interrupted = interrupt.clear() || failure instanceof InterruptedException;
      if (failure == null) {
        return Optional.empty();
      }
      if (interrupted) {
        interrupt.remember();
      } else if (isOver(failure)) {
        return Optional.of(text(failure));
      } else {
        pause(failure);
      }
    }
  }

  /** No failure may end the restore, not even a mistake of this plugin. */
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
    if (failure instanceof CloudException cloud && cloud.mayPass()) {
      refusedSince = null;
      return now.minus(begin).compareTo(retryPolicy.transientLimit()) >= 0;
    }
    Duration since = refusedSince == null ? now : refusedSince;
    refusedSince = since;
    return now.minus(since).compareTo(retryPolicy.refusedLimit()) >= 0;
  }

  /** A pause that is interrupted begins again, but only once: then the next try comes early. */
  private void pause(Throwable failure) {
    pauses++;
    Duration usual = backoff.pause(pauses);
    Duration asked =
        failure instanceof CloudException cloud
            ? cloud.retryAfter().orElse(Duration.ZERO)
            : Duration.ZERO;
    Duration next = asked.compareTo(usual) > 0 ? asked : usual;
    listener.accept(RestoreMessages.retrying(tries, elapsed(), news(failure), next));
    if (!interrupt.sleep(time.sleeper(), next)) {
      interrupt.sleep(time.sleeper(), next);
    }
  }

  /** What is said again hides what is new. Only the id of the request differs each time. */
  private String news(Throwable failure) {
    String reason = failure.getClass().getName() + failure.getMessage();
    boolean isKnown = reason.equals(reported);
    reported = reason;
    return isKnown ? "" : text(failure);
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

  /** Interrupts the thread again if it was interrupted meanwhile. */
  @Override
  public void close() {
    interrupt.close();
  }

  /** A failure that may pass: Azure reported the end too early. */
  static CloudException stillDisconnected() {
    return CloudException.ofOurs(
        Kind.BUSY,
        OwnErrorCode.STILL_DISCONNECTED,
        "Azure still shows ExpressRoute as disconnected");
  }
}
