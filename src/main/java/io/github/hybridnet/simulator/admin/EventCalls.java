package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.event.EventLog;
import io.github.hybridnet.simulator.event.EventStream;
import io.github.hybridnet.simulator.http.Request;
import io.github.hybridnet.simulator.http.Response;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET events}: what happens, as it happens. */
public final class EventCalls implements AdminSection {
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final EventLog log;

  public EventCalls(EventLog log) {
    this.log = log;
  }

  @Override
  public Optional<Response> serve(String call, Request request, @Nullable JsonNode body) {
    return call.equals("GET events") ? Optional.of(events(request)) : Optional.empty();
  }

  private Response events(Request request) {
    Map<String, String> query = request.query();
    boolean serverSent =
        request.header("Accept").filter(type -> type.contains("text/event-stream")).isPresent();
    String since = query.getOrDefault("since", request.header("Last-Event-ID").orElse("")).strip();
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
    boolean follow = !query.getOrDefault("follow", "true").equals("false");
    EventStream.Start start = new EventStream.Start(number.get(), follow, heartbeat, serverSent);
    String type = serverSent ? "text/event-stream" : "application/x-ndjson";
    return Response.streamed(type, new EventStream(log, start)).with("Cache-Control", "no-store");
  }
}
