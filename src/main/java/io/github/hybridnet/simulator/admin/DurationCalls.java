package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Durations;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Request;
import io.github.hybridnet.simulator.http.Response;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code _simulator/durations}: shows how long operations take, and replaces overrides. */
public final class DurationCalls implements AdminSection {
  private final Durations durations;

  /** Calls on these durations. */
  public DurationCalls(Durations durations) {
    this.durations = durations;
  }

  @Override
  public Optional<Response> serve(String call, Request request, @Nullable JsonNode body) {
    return switch (call) {
      case "GET durations" -> Optional.of(show());
      case "PUT durations" -> Optional.of(replace(body));
      default -> Optional.empty();
    };
  }

  private Response show() {
    ObjectNode body = Json.object().put("model", durations.vary() ? "recorded" : "fixed");
    ObjectNode overrides = body.putObject("overrides");
    durations.overrides().forEach((key, value) -> overrides.put(key, value.toString()));
    ObjectNode medians = body.putObject("medians");
    durations.medians().forEach((key, value) -> medians.put(key, value.toString()));
    return Response.json(200, body);
  }

  /** Takes the overrides of the body in place of those of an earlier call. */
  private Response replace(@Nullable JsonNode body) {
    if (body == null || !body.isObject()) {
      return refusal("Send an object of durations by pattern, {} for none");
    }
    Map<String, Duration> overrides = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : body.properties()) {
      try {
        overrides.put(each.getKey(), Duration.parse(each.getValue().asText("")));
      } catch (DateTimeParseException e) {
        return refusal("'" + each.getKey() + "' needs an ISO-8601 duration such as PT10M");
      }
    }
    try {
      durations.override(overrides);
    } catch (IllegalArgumentException e) {
      return refusal(String.valueOf(e.getMessage()));
    }
    return show();
  }

  private static Response refusal(String message) {
    return AdminErrors.error(400, "InvalidDuration", message + ".");
  }
}
