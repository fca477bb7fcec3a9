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

/**
 * What was asked since the start: method, path, status, and the state that the answer showed. Never
 * bodies, and never tokens. The latest requests are kept.
 */
public final class Journal {
  private static final int LIMIT = 20_000;

  private final SimulatedClock clock;
  private final Deque<ObjectNode> entries = new ArrayDeque<>();
  private long sequence;

  public Journal(SimulatedClock clock) {
    this.clock = clock;
  }

  /** Notes a request that was answered. */
  public synchronized void add(Request request, Response response) {
    ObjectNode entry = Json.object();
    entry.put("sequence", ++sequence);
    entry.put("time", clock.wallNow().toString());
    entry.put("simulatedTime", clock.now().toString());
    entry.put("method", request.method());
    entry.put("path", request.target().path());
    entry.put("query", request.target().query());
    entry.put("status", response.status());
    JsonNode body = response.body().orElse(Json.object());
    note(entry, "operationStatus", body.path("status"));
    note(entry, "provisioningState", body.path("properties").path("provisioningState"));
    entries.addLast(entry);
    if (entries.size() > LIMIT) {
      entries.removeFirst();
    }
  }

  /** Forgets all entries; their numbers go on. */
  public synchronized void clear() {
    entries.clear();
  }

  /** All entries, the oldest first. */
  synchronized ObjectNode toJson() {
    ObjectNode body = Json.object();
    ArrayNode requests = body.putArray("requests");
    entries.forEach(requests::add);
    return body;
  }

  private static void note(ObjectNode entry, String field, JsonNode value) {
    if (value.isTextual()) {
      entry.set(field, value);
    }
  }
}
