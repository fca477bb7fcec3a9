package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Request;
import io.github.hybridnet.simulator.http.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A request that was answered, with nothing that can be secret. Written as JSON only when somebody
 * reads it, because most entries are never read.
 *
 * @param sequence its number
 * @param when it was answered
 * @param asked what was asked
 * @param given what was answered
 */
record JournalEntry(long sequence, When when, Asked asked, Given given) {
  private static final int LONGEST_ID = 100;
  private static final Set<String> SHOWN = Set.of("api-version", "$top", "$expand", "peer");

  /**
   * Two clocks.
   *
   * @param wall the real time
   * @param simulated the simulated one
   * @param nanos how long the answer took
   */
  record When(Instant wall, Instant simulated, long nanos) {}

  /**
   * A request.
   *
   * @param query only the values that cannot be secret
   * @param clientId by which the client names it; null for none
   */
  record Asked(
      String method, String path, String query, String apiVersion, @Nullable String clientId) {

    static Asked of(Request request) {
      Map<String, String> query = request.query();
      String id = request.header("x-ms-client-request-id").orElse(null);
      return new Asked(
          request.method(),
          request.target().path(),
          shown(query),
          query.getOrDefault("api-version", ""),
          id == null ? null : id.substring(0, Math.min(LONGEST_ID, id.length())));
    }

    private static String shown(Map<String, String> query) {
      StringJoiner pairs = new StringJoiner("&");
      query.forEach((name, value) -> pairs.add(SHOWN.contains(name) ? name + "=" + value : name));
      return pairs.toString();
    }
  }

  /**
   * An answer.
   *
   * @param faults the rules that made it what it is
   * @param operation the status of an operation that it shows; null for none
   * @param provisioning the state of a resource that it shows; null for none
   */
  record Given(
      int status,
      List<String> faults,
      Response.Delivery delivery,
      @Nullable String operation,
      @Nullable String provisioning) {

    Given {
      faults = List.copyOf(faults);
    }

    static Given of(Response response) {
      JsonNode body = response.body().orElse(Json.object());
      return new Given(
          response.status(),
          response.causes(),
          response.delivery(),
          body.path("status").textValue(),
          body.path("properties").path("provisioningState").textValue());
    }
  }

  ObjectNode toJson() {
    ObjectNode entry = Json.object().put("sequence", sequence);
    entry.put("time", when.wall().toString());
    entry.put("simulatedTime", when.simulated().toString());
    entry.put("method", asked.method());
    entry.put("path", asked.path());
    entry.put("query", asked.query());
    entry.put("apiVersion", asked.apiVersion());
    note(entry, "clientRequestId", asked.clientId());
    entry.put("status", given.status());
    entry.put("durationMillis", when.nanos() / 1_000_000);
    if (!given.faults().isEmpty()) {
      ArrayNode faults = entry.putArray("faults");
      given.faults().forEach(faults::add);
      entry.put("delivered", given.delivery().name().toLowerCase(Locale.ROOT));
    }
    note(entry, "operationStatus", given.operation());
    note(entry, "provisioningState", given.provisioning());
    return entry;
  }

  private static void note(ObjectNode entry, String field, @Nullable String value) {
    if (value != null) {
      entry.put(field, value);
    }
  }
}
