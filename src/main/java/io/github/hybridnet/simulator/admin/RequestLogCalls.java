package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.engine.RequestSubject;
import io.github.hybridnet.simulator.arm.engine.SimulationEngine;
import io.github.hybridnet.simulator.http.GlobPattern;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code GET requests} with filters, and {@code DELETE requests}. */
public final class RequestLogCalls implements AdminSection {
  private static final Set<String> FILTERS =
      Set.of("method", "type", "name", "since", "limit", "fault");

  private final RequestLog requestLog;
  private final SimulationEngine simulationEngine;

  /** Shows this journal; the engine knows what its paths are about. */
  public RequestLogCalls(RequestLog requestLog, SimulationEngine simulationEngine) {
    this.requestLog = requestLog;
    this.simulationEngine = simulationEngine;
  }

  @Override
  public Optional<ServerResponse> serve(
      String call, ServerRequest serverRequest, @Nullable JsonNode body) {
    return switch (call) {
      case "GET requests" -> Optional.of(list(serverRequest.query()));
      case "DELETE requests" -> {
        requestLog.clear();
        yield Optional.of(ServerResponse.empty(204));
      }
      default -> Optional.empty();
    };
  }

  private ServerResponse list(Map<String, String> query) {
    for (String parameter : query.keySet()) {
      if (!FILTERS.contains(parameter)) {
        String known = String.join(", ", new TreeSet<>(FILTERS));
        return AdminErrors.error(
            400,
            "InvalidQuery",
            "Requests cannot be filtered by '" + parameter + "', but by " + known + ".");
      }
    }
    Optional<Long> since = AdminErrors.number(query.getOrDefault("since", "0"));
    Optional<Long> limit = AdminErrors.number(query.getOrDefault("limit", "" + Long.MAX_VALUE));
    if (since.isEmpty() || limit.isEmpty()) {
      String wrong = since.isEmpty() ? "since" : "limit";
      return AdminErrors.badQuery(wrong, "a number that is not negative");
    }
    Predicate<RequestLogEntry> wanted = entry -> entry.sequence() > since.get();
    wanted = wanted.and(entry -> is(query.get("method"), entry.asked().method()));
    wanted = wanted.and(entry -> faulty(query.get("fault"), entry.given().faults()));
    return ServerResponse.json(200, requestLog.toJson(wanted.and(about(query)), limit.get()));
  }

  private Predicate<RequestLogEntry> about(Map<String, String> query) {
    String type = query.get("type");
    String name = query.get("name");
    if (type == null && name == null) {
      return entry -> true;
    }
    return entry -> {
      RequestSubject.Resource about =
          simulationEngine.addressed(ServerRequest.segments(entry.asked().path())).resource();
      return is(type, about.type())
          && (name == null || GlobPattern.of(name).matchesEnd(about.names()));
    };
  }

  private static boolean is(@Nullable String wanted, String value) {
    return wanted == null || wanted.equalsIgnoreCase(value);
  }

  private static boolean faulty(@Nullable String wanted, List<String> faults) {
    return wanted == null || GlobPattern.of(wanted).matchesAny(faults);
  }
}
