package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Request;
import io.github.hybridnet.simulator.http.Response;
import io.github.hybridnet.simulator.state.SimulatedClock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What was asked since the start: method, path, status, and the state that the answer showed. Never
 * bodies or tokens, and of queries only the values that cannot be secret. The latest requests are
 * kept.
 */
public final class Journal {
  private static final int LIMIT = 20_000;
  private static final int LONGEST_ID = 100;
  private static final Set<String> SHOWN = Set.of("api-version", "$top", "$expand", "peer");

  private final SimulatedClock clock;
  private final Deque<ObjectNode> entries = new ArrayDeque<>();
  private long sequence;

  public Journal(SimulatedClock clock) {
    this.clock = clock;
  }

  /**
   * Notes a request that was answered.
   *
   * @param nanos how long the simulator took, delays by faults included
   */
  public void add(Request request, Response response, long nanos) {
    ObjectNode entry = Json.object().put("sequence", 0);
    entry.put("time", clock.wallNow().toString());
    entry.put("simulatedTime", clock.now().toString());
    entry.put("method", request.method());
    entry.put("path", request.target().path());
    Map<String, String> query = request.query();
    entry.put("query", shown(query));
    entry.put("apiVersion", query.getOrDefault("api-version", ""));
    request
        .header("x-ms-client-request-id")
        .ifPresent(
            id -> entry.put("clientRequestId", id.substring(0, Math.min(LONGEST_ID, id.length()))));
    entry.put("status", response.status());
    entry.put("durationMillis", nanos / 1_000_000);
    if (!response.causes().isEmpty()) {
      ArrayNode faults = entry.putArray("faults");
      response.causes().forEach(faults::add);
      entry.put("delivered", response.delivery().name().toLowerCase(Locale.ROOT));
    }
    JsonNode body = response.body().orElse(Json.object());
    note(entry, "operationStatus", body.path("status"));
    note(entry, "provisioningState", body.path("properties").path("provisioningState"));
    keep(entry);
  }

  private synchronized void keep(ObjectNode entry) {
    entries.addLast(entry.put("sequence", ++sequence));
    if (entries.size() > LIMIT) {
      entries.removeFirst();
    }
  }

  /** The first entries that are wanted, the oldest first, and the number of the latest of all. */
  synchronized ObjectNode toJson(Predicate<ObjectNode> wanted, long limit) {
    ObjectNode body = Json.object().put("sequence", sequence);
    ArrayNode requests = body.putArray("requests");
    entries.stream().filter(wanted).limit(limit).forEach(requests::add);
    return body;
  }

  /** Forgets all entries; their numbers go on. */
  public synchronized void clear() {
    entries.clear();
  }

  private static String shown(Map<String, String> query) {
    return query.entrySet().stream()
        .map(
            each ->
                SHOWN.contains(each.getKey())
                    ? each.getKey() + "=" + each.getValue()
                    : each.getKey())
        .collect(Collectors.joining("&"));
  }

  private static void note(ObjectNode entry, String field, JsonNode value) {
    if (value.isTextual()) {
      entry.set(field, value);
    }
  }
}
