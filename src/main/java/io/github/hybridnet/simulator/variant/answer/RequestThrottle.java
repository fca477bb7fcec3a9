package io.github.hybridnet.simulator.variant.answer;

import io.github.hybridnet.simulator.arm.endpoint.OperationHeaders;
import io.github.hybridnet.simulator.arm.engine.RequestSubject;
import io.github.hybridnet.simulator.arm.engine.SimulationEngine;
import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.arm.error.ErrorResponses;
import io.github.hybridnet.simulator.arm.error.ThrottlingErrors;
import io.github.hybridnet.simulator.arm.time.SimulatedClock;
import io.github.hybridnet.simulator.http.RequestHandler;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.http.StandardHeaders;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Refuses a request in every twenty with 429 before it is carried out: of reads, of writes and of
 * polls the third each, and every twentieth after it. It counts from the beginning when the cloud
 * is emptied or replaced, and when other variants are chosen.
 */
public final class RequestThrottle implements RequestHandler {
  private static final int EVERY = 20;
  private static final int FIRST = 3;

  /** Simulated seconds after which the client shall come back. */
  private static final int SECONDS = 10;

  private static final String PROVIDER = "Microsoft.Network";

  private final SimulationEngine simulationEngine;
  private final SimulatedClock clock;
  private final RequestHandler next;
  private final Map<String, Integer> counts = new HashMap<>();
  private Object counted = "";

  /** Throttles a handler's requests. */
  public RequestThrottle(
      SimulationEngine simulationEngine, SimulatedClock clock, RequestHandler next) {
    this.simulationEngine = simulationEngine;
    this.clock = clock;
    this.next = next;
  }

  @Override
  public ServerResponse handle(ServerRequest serverRequest) {
    String variant = simulationEngine.variants().current().of(AzureVariant.THROTTLING);
    if (variant.equals(AzureVariant.THROTTLING.usual()) || !refuses(serverRequest)) {
      return next.handle(serverRequest);
    }
    ServerResponse refusal = ErrorResponses.response(error(serverRequest));
    return switch (variant) {
      case "date" -> refusal.with("Retry-After", date());
      case "rate-headers" -> exhausted(refusal, StandardHeaders.kind(serverRequest.method()));
      default -> refusal;
    };
  }

  private synchronized boolean refuses(ServerRequest serverRequest) {
    Object now = List.of(simulationEngine.variants().current(), simulationEngine.beginnings());
    if (!now.equals(counted)) {
      counted = now;
      counts.clear();
    }
    return counts.merge(kind(serverRequest), 1, Integer::sum) % EVERY == FIRST;
  }

  private String kind(ServerRequest serverRequest) {
    RequestSubject subject = simulationEngine.addressed(serverRequest.segments());
    boolean reads = StandardHeaders.kind(serverRequest.method()).equals("reads");
    return subject.kind() == RequestSubject.Kind.POLL ? "polls" : reads ? "reads" : "writes";
  }

  private static ArmError error(ServerRequest serverRequest) {
    List<String> path = serverRequest.segments();
    String subscription = path.size() > 1 ? path.get(1) : "";
    return kindOfWrite(serverRequest) && path.stream().anyMatch(PROVIDER::equalsIgnoreCase)
        ? ThrottlingErrors.byProvider(subscription, SECONDS)
        : ThrottlingErrors.byStorage(subscription, operation(serverRequest), SECONDS);
  }

  private static boolean kindOfWrite(ServerRequest serverRequest) {
    return !StandardHeaders.kind(serverRequest.method()).equals("reads");
  }

  /** The method and the path without its names. */
  private static String operation(ServerRequest serverRequest) {
    StringBuilder operation = new StringBuilder(serverRequest.method());
    List<String> path = serverRequest.segments();
    int place = 0;
    while (place < path.size()) {
      String word = path.get(place);
      operation.append('/').append(word);
      // A namespace is followed by a type, and everything else by a name.
      place += word.equalsIgnoreCase("providers") ? 1 : 2;
      if (word.equalsIgnoreCase("providers") && place < path.size()) {
        operation.append('/').append(path.get(place++));
      }
    }
    return operation.toString().toUpperCase(Locale.ROOT);
  }

  /** In wall time, as a client measures it, and never in the past. */
  private String date() {
    Duration wait = clock.isStill() ? Duration.ZERO : clock.toWall(Duration.ofSeconds(SECONDS));
    Instant then = clock.wallNow().plus(wait).plusSeconds(1);
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(then.atOffset(ZoneOffset.UTC));
  }

  private ServerResponse exhausted(ServerResponse refusal, String kind) {
    return OperationHeaders.retryAfter(refusal, clock, Duration.ofSeconds(SECONDS))
        .with(StandardHeaders.REMAINING + kind, "0")
        .with(StandardHeaders.REMAINING + "global-" + kind, "0");
  }
}
