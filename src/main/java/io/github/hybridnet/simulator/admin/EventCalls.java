package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.engine.SimulationEngine;
import io.github.hybridnet.simulator.event.EventLog;
import io.github.hybridnet.simulator.event.EventStream;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET events}: a stream of events. */
public final class EventCalls implements AdminSection {
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final EventLog log;
  private final SimulationEngine simulationEngine;

  /** Calls on this log, to which the engine adds. */
  public EventCalls(EventLog log, SimulationEngine simulationEngine) {
    this.log = log;
    this.simulationEngine = simulationEngine;
  }

  @Override
  public Optional<ServerResponse> serve(
      String call, ServerRequest serverRequest, @Nullable JsonNode body) {
    return call.equals("GET events") ? Optional.of(events(serverRequest)) : Optional.empty();
  }

  private ServerResponse events(ServerRequest serverRequest) {
    Map<String, String> query = serverRequest.query();
    boolean serverSent =
        serverRequest
            .header("Accept")
            .filter(type -> type.contains("text/event-stream"))
            .isPresent();
    String since =
        query.getOrDefault("since", serverRequest.header("Last-Event-ID").orElse("")).strip();
    Duration heartbeat;
    try {
      heartbeat = Duration.parse(query.getOrDefault("heartbeat", HEARTBEAT.toString()));
    } catch (DateTimeParseException e) {
      heartbeat = Duration.ZERO;
    }
    if (heartbeat.compareTo(SHORTEST) < 0 || heartbeat.compareTo(LONGEST) > 0) {
      return AdminErrors.badQuery("heartbeat", "an ISO-8601 duration from PT0.1S to PT1M");
    }
    Optional<Long> number = since.isEmpty() ? Optional.of(-1L) : AdminErrors.number(since);
    if (number.isEmpty()) {
      return AdminErrors.badQuery("since", "the sequence of an event, or 0");
    }
    // What is due has happened, also for whoever does not want to wait.
    simulationEngine.settle();
    boolean follow = !query.getOrDefault("follow", "true").equals("false");
    EventStream.StreamOptions streamOptions =
        new EventStream.StreamOptions(number.get(), follow, heartbeat, serverSent);
    String type = serverSent ? "text/event-stream" : "application/x-ndjson";
    return ServerResponse.streamed(type, new EventStream(log, streamOptions))
        .with("Cache-Control", "no-store");
  }
}
