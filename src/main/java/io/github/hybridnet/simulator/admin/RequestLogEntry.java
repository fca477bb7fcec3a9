package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
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
record RequestLogEntry(
    long sequence, EntryTimes when, RequestSummary asked, ResponseSummary given) {
  private static final int LONGEST_ID = 100;
  private static final Set<String> SHOWN = Set.of("api-version", "$top", "$expand", "peer");

  /**
   * The times of a request on both clocks.
   *
   * @param wall the real time
   * @param simulated the simulated one
   * @param nanos how long the answer took
   */
  record EntryTimes(Instant wall, Instant simulated, long nanos) {}

  /**
   * What is kept of a request.
   *
   * @param query only the values that cannot be secret
   * @param clientId by which the client names it; null for none
   */
  record RequestSummary(
      String method, String path, String query, String apiVersion, @Nullable String clientId) {

    static RequestSummary of(ServerRequest serverRequest) {
      Map<String, String> query = serverRequest.query();
      String id = serverRequest.header("x-ms-client-request-id").orElse(null);
      return new RequestSummary(
          serverRequest.method(),
          serverRequest.target().path(),
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
   * What is kept of an answer.
   *
   * @param faults the rules that changed it
   * @param operation the status of an operation that it shows; null for none
   * @param provisioning the state of a resource that it shows; null for none
   */
  record ResponseSummary(
      int status,
      List<String> faults,
      ServerResponse.Delivery delivery,
      @Nullable String operation,
      @Nullable String provisioning) {

    ResponseSummary {
      faults = List.copyOf(faults);
    }

    static ResponseSummary of(ServerResponse serverResponse) {
      JsonNode body = serverResponse.body().orElse(JsonCodec.object());
      return new ResponseSummary(
          serverResponse.status(),
          serverResponse.causes(),
          serverResponse.delivery(),
          body.path("status").textValue(),
          body.path("properties").path("provisioningState").textValue());
    }
  }

  ObjectNode toJson() {
    ObjectNode entry = JsonCodec.object().put("sequence", sequence);
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
