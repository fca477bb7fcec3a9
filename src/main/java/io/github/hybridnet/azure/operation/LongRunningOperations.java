package io.github.hybridnet.azure.operation;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpPipeline;
import io.github.hybridnet.azure.http.Interruptions;
import io.github.hybridnet.azure.http.RetryAfter;
import io.github.hybridnet.azure.http.ServiceErrors;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.CloudException.Kind;
import io.github.hybridnet.engine.Sleeper;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the service has finished what it accepted.
 *
 * <p>The SDK's pollers are not used. They understand {@code Retry-After} in whole seconds only;
 * they end with an error when the service has forgotten the operation (404), which happens although
 * the resource stands; they end with one answer that got lost during three quarters of an hour;
 * they cannot be resumed by another run, and they take neither a clock nor an interruption. Here
 * the resource's own {@code provisioningState} decides when the operation is not known.
 *
 * @param pipeline the guarded pipeline: addresses in answers may lead anywhere
 * @param errors translates refusals
 * @param clock against which limits are kept
 * @param sleeper lets time pass
 */
public record LongRunningOperations(
    HttpPipeline pipeline, ServiceErrors errors, InstantSource clock, Sleeper sleeper) {

  private static final HttpHeaderName OPERATION = HttpHeaderName.AZURE_ASYNCOPERATION;
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration USUAL = Duration.ofSeconds(10);
  private static final Duration SHORTEST = Duration.ofMillis(10);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** How many answers in a row may be missing; with the pauses between them, some minutes. */
  private static final int LOST_ANSWERS = 10;

  /**
   * Waits for the operation that an answer speaks of.
   *
   * @param accepted the answer to the write
   * @param resource the resource, asked when nothing else knows
   * @param what for the message, such as {@code virtual network gateway vpn-gw}
   * @param limit how long to wait
   * @throws CloudException when the operation fails, or the limit is over
   * @throws InterruptedException when the build is stopped
   */
  public void await(Accepted accepted, ResourceState resource, String what, Duration limit)
      throws InterruptedException {
    Probe probe = probe(accepted, resource);
    if (probe == null) {
      return;
    }
    Duration first = RetryAfter.of(accepted.headers(), clock.instant()).orElse(FIRST);
    new Wait(probe, new StateProbe(resource), what, limit).untilDone(first);
  }

  /** The way to ask; null when there is nothing to wait for. */
  private @Nullable Probe probe(Accepted accepted, ResourceState resource) {
    String state = state(accepted.body());
    if (state.equalsIgnoreCase("Succeeded")) {
      return null;
    }
    Optional<URL> operation = address(accepted.headers(), OPERATION);
    Optional<URL> result = address(accepted.headers(), HttpHeaderName.LOCATION);
    return operation
        .map(url -> AddressProbe.ofOperation(this, url))
        .or(() -> result.map(url -> AddressProbe.ofResult(this, url)))
        .orElseGet(() -> new StateProbe(resource));
  }

  private static String state(String body) {
    Map<String, Object> resource = JsonTree.read(body).orElse(Map.of());
    Map<String, Object> properties = JsonTree.object(resource, "properties");
    return JsonTree.text(properties, "provisioningState").orElse("");
  }

  private static Optional<URL> address(HttpHeaders headers, HttpHeaderName name) {
    String value = headers.getValue(name);
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(URI.create(value).toURL());
    } catch (MalformedURLException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** One wait: its way of asking, its end, and how many answers were lost. */
  private final class Wait {
    private final StateProbe fallback;
    private final String what;
    private final Duration limit;
    private final Instant deadline;
    private Probe probe;
    private int lost;

    Wait(Probe probe, StateProbe fallback, String what, Duration limit) {
      this.probe = probe;
      this.fallback = fallback;
      this.what = what;
      this.limit = limit;
      this.deadline = clock.instant().plus(limit);
    }

    void untilDone(Duration first) throws InterruptedException {
      Duration delay = first;
      while (true) {
        pause(delay);
        Progress progress = look();
        if (progress.phase() == Progress.Phase.DONE) {
          return;
        }
        if (progress.phase() == Progress.Phase.LOST) {
          probe = fallback;
        }
        delay =
            progress
                .askAgainIn()
                .orElse(progress.phase() == Progress.Phase.LOST ? SHORTEST : USUAL);
      }
    }

    private Progress look() throws InterruptedException {
      try {
        Progress progress = probe.look();
        lost = 0;
        return progress;
      } catch (RuntimeException thrown) {
        Interruptions.rethrow(thrown);
        CloudException failure = errors.of(thrown);
        boolean passing = failure.kind() == Kind.UNREACHABLE || failure.kind() == Kind.BUSY;
        if (!passing || ++lost > LOST_ANSWERS) {
          throw failure;
        }
        return new Progress(Progress.Phase.RUNNING, failure.retryAfter());
      }
    }

    private void pause(Duration wanted) throws InterruptedException {
      Duration left = Duration.between(clock.instant(), deadline);
      if (left.isZero() || left.isNegative()) {
        throw timedOut();
      }
      Duration asked = wanted.isZero() ? FIRST : wanted;
      Duration bounded = shorter(LONGEST, asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked);
      sleeper.sleep(shorter(bounded, left));
    }

    private CloudException timedOut() {
      return new CloudException(
          Kind.TIMED_OUT,
          "StillRunning",
          "The "
              + what
              + " was not finished within "
              + limit.toMinutes()
              + " minutes. Azure goes on with it; run the goal again to wait for it.",
          CloudException.Answer.NONE,
          null);
    }
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
