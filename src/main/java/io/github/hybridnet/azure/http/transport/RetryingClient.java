package io.github.hybridnet.azure.http.transport;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.github.hybridnet.engine.retry.Sleeper;
import io.github.hybridnet.text.TlsFailure;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Sends again what a moment's disturbance may have spoiled: no answer, 408, 500, 502, 503, 504, and
 * a read or a sign-in that was throttled. At most four times, as the service says in {@code
 * Retry-After}, and for ten minutes in all: then the caller can report why it waits.
 *
 * <p>A write is sent again only when no connection was made. Otherwise it may have arrived, and a
 * resource that is written twice may never be reported as finished: the engine reads the resource
 * before it writes again, and reports why it waits. The SDK's own retry policy logs each attempt as
 * an error, and sleeps on threads that outlive the session. Answers are tried again here too, and
 * {@link io.github.hybridnet.engine.retry.RetryExecutor} knows failures only.
 */
public final class RetryingClient implements HttpClient {
  /** Marks a write that may be sent again when it was throttled, because no caller repeats it. */
  public static final Context WHILE_THROTTLED =
      new Context(RetryingClient.class, "while throttled");

  private static final Set<Integer> PASSING = Set.of(408, 500, 502, 503, 504);
  private static final int TOO_MANY = 429;
  private static final Set<HttpMethod> WRITES =
      Set.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
  private static final int RETRIES = 4;
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration IN_ALL = Duration.ofMinutes(10);

  private final HttpClient delegate;
  private final InstantSource clock;
  private final Sleeper sleeper;

  /** Retries over another client. */
  public RetryingClient(HttpClient delegate, InstantSource clock, Sleeper sleeper) {
    this.delegate = delegate;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    return send(request, Context.NONE);
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request, Context context) {
    return Mono.fromCallable(() -> sendSync(request, context));
  }

  @Override
  public HttpResponse sendSync(HttpRequest request, Context context) {
    Instant end = clock.instant().plus(IN_ALL);
    for (int retry = 0; ; retry++) {
      Duration delay = FIRST.multipliedBy(1L << retry);
      try {
        HttpResponse response = delegate.sendSync(request, context);
        if (retry == RETRIES || !mayPass(request, response, context)) {
          return response;
        }
        delay = bounded(RetryAfterHeader.of(response.getHeaders(), clock.instant()).orElse(delay));
        if (clock.instant().plus(delay).isAfter(end)) {
          return response;
        }
        response.close();
      } catch (UncheckedIOException e) {
        boolean late = clock.instant().plus(delay).isAfter(end);
        if (retry == RETRIES
            || late
            || isFinal(e)
            || ShortTimeoutPolicy.of(context).isPresent()
            || mayHaveArrived(request, e)) {
          throw e;
        }
      }
      pause(delay);
    }
  }

  private static boolean mayPass(HttpRequest request, HttpResponse response, Context context) {
    int status = response.getStatusCode();
    if (isWrite(request)) {
      return status == TOO_MANY && context.getData(RetryingClient.class).isPresent();
    }
    return PASSING.contains(status) || status == TOO_MANY;
  }

  private static boolean isFinal(UncheckedIOException failure) {
    return failure.getCause() instanceof EndpointGoneException
        || failure.getCause() instanceof BodyTooLargeException
        || TlsFailure.of(failure).filter(TlsFailure::isFinal).isPresent();
  }

  private static boolean mayHaveArrived(HttpRequest request, UncheckedIOException failure) {
    return isWrite(request) && !(failure.getCause() instanceof ConnectException);
  }

  private static boolean isWrite(HttpRequest request) {
    return WRITES.contains(request.getHttpMethod());
  }

  private static Duration bounded(Duration delay) {
    return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
  }

  private void pause(Duration delay) {
    try {
      sleeper.sleep(delay);
    } catch (InterruptedException e) {
      throw InterruptedExchangeException.during(e);
    }
  }
}
