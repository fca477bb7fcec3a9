package io.github.hybridnet.replay.cassette;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.replay.cassette.RecordedInteraction.RecordedRequest;
import io.github.hybridnet.replay.cassette.RecordedInteraction.RecordedResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The form with parsed bodies: {@code interactions}, each with a {@code request} ({@code method},
 * {@code path}, {@code query}, {@code headers}, {@code body}), a {@code response} ({@code status},
 * {@code headers}, {@code body}) and {@code meta} with the answer's {@code date}.
 */
final class PlainCassetteParser implements CassetteParser {

  @Override
  public boolean isMeant(JsonNode root) {
    return root.path("interactions").isArray();
  }

  @Override
  public Cassette parse(String name, JsonNode root) throws CassetteFormatException {
    List<RecordedInteraction> interactions = new ArrayList<>();
    for (JsonNode each : root.path("interactions")) {
      interactions.add(interaction(each, interactions.size()));
    }
    return new Cassette(
        name,
        root.path("recorded").asText(""),
        root.path("requestBodiesRecorded").asBoolean(true),
        interactions);
  }

  private static RecordedInteraction interaction(JsonNode each, int number)
      throws CassetteFormatException {
    JsonNode request = each.path("request");
    JsonNode response = each.path("response");
    String method = request.path("method").asText("");
    String path = request.path("path").asText("");
    if (method.isBlank() || !path.startsWith("/") || !response.path("status").canConvertToInt()) {
      throw new CassetteFormatException(
          "interaction " + number + " has no method, no path or no status");
    }
    return new RecordedInteraction(
        new RecordedRequest(
            method.toUpperCase(Locale.ROOT),
            path,
            texts(request.path("query"), false),
            texts(request.path("headers"), false),
            request.path("body")),
        new RecordedResponse(
            response.path("status").intValue(),
            texts(response.path("headers"), true),
            response.path("body")),
        each.path("meta").path("date").asText(""));
  }

  private static Map<String, String> texts(JsonNode object, boolean lowerCase) {
    Map<String, String> texts = new LinkedHashMap<>();
    object
        .fields()
        .forEachRemaining(
            field ->
                texts.put(
                    lowerCase ? field.getKey().toLowerCase(Locale.ROOT) : field.getKey(),
                    field.getValue().asText()));
    return texts;
  }
}
