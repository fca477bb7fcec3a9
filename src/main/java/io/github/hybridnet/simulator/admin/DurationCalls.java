package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.time.DurationTable;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code _simulator/durations}: shows how long operations take, and replaces overrides. */
public final class DurationCalls implements AdminSection {
  private final DurationTable durationTable;

  /** Calls on these durations. */
  public DurationCalls(DurationTable durationTable) {
    this.durationTable = durationTable;
  }

  @Override
  public Optional<ServerResponse> serve(
      String call, ServerRequest serverRequest, @Nullable JsonNode body) {
    return switch (call) {
      case "GET durations" -> Optional.of(show());
      case "PUT durations" -> Optional.of(replace(body));
      default -> Optional.empty();
    };
  }

  private ServerResponse show() {
    ObjectNode body = JsonCodec.object().put("model", durationTable.vary() ? "recorded" : "fixed");
    ObjectNode overrides = body.putObject("overrides");
    durationTable.overrides().forEach((key, value) -> overrides.put(key, value.toString()));
    ObjectNode medians = body.putObject("medians");
    durationTable.medians().forEach((key, value) -> medians.put(key, value.toString()));
    return ServerResponse.json(200, body);
  }

  /** Replaces the overrides of an earlier call by those of the body. */
  private ServerResponse replace(@Nullable JsonNode body) {
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
      durationTable.override(overrides);
    } catch (IllegalArgumentException e) {
      return refusal(String.valueOf(e.getMessage()));
    }
    return show();
  }

  private static ServerResponse refusal(String message) {
    return AdminErrors.error(400, "InvalidDuration", message + ".");
  }
}
