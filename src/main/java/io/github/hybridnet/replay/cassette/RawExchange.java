package io.github.hybridnet.replay.cassette;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.hybridnet.replay.cassette.RecordedInteraction.RecordedRequest;
import io.github.hybridnet.replay.cassette.RecordedInteraction.RecordedResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A request and its answer as recorders keep them that store what was on the wire.
 *
 * @param method in any letters
 * @param url with or without a host
 * @param request its headers, each with a text or a list of texts, and its body
 * @param status the HTTP status
 * @param response the same of the answer
 */
record RawExchange(String method, String url, Message request, int status, Message response) {

  /**
   * Headers and body; a body that is JSON may be a text.
   *
   * @param headers an object
   * @param body missing, null or empty if there is none
   */
  record Message(JsonNode headers, JsonNode body) {
    private Map<String, String> headerTexts() {
      Map<String, String> texts = new LinkedHashMap<>();
      headers
          .fields()
          .forEachRemaining(
              field -> {
                JsonNode value = field.getValue();
                JsonNode first = value.isArray() ? value.path(0) : value;
                texts.put(field.getKey().toLowerCase(Locale.ROOT), first.asText(""));
              });
      return texts;
    }

    private JsonNode tree() {
      if (body.isNull() || (body.isTextual() && body.asText().isBlank())) {
        return MissingNode.getInstance();
      }
      if (!body.isTextual()) {
        return body;
      }
      try {
        return CassetteReader.JSON.readTree(body.asText());
      } catch (JsonProcessingException e) {
        return body;
      }
    }
  }

  /** Whether it went to an Azure Resource Manager, and not to a sign-in or a data plane. */
  boolean isResourceManager() {
    String host = url.startsWith("/") ? "" : url.replaceFirst("^[A-Za-z]+://", "");
    return url.startsWith("/") || host.startsWith("management.");
  }

  /** Whether it writes a body. */
  boolean isPut() {
    return method.equalsIgnoreCase("PUT");
  }

  RecordedInteraction interaction() {
    String local = url.replaceFirst("^[A-Za-z]+://[^/?]*", "");
    int mark = local.indexOf('?');
    Map<String, String> answered = response.headerTexts();
    return new RecordedInteraction(
        new RecordedRequest(
            method.toUpperCase(Locale.ROOT),
            mark < 0 ? local : local.substring(0, mark),
            query(mark < 0 ? "" : local.substring(mark + 1)),
            request.headerTexts(),
            request.tree()),
        new RecordedResponse(status, answered, response.tree()),
        Objects.requireNonNullElse(answered.get("date"), ""));
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String part : text.split("&", -1)) {
      int mark = part.indexOf('=');
      if (!part.isEmpty()) {
        query.put(
            PercentText.decoded(mark < 0 ? part : part.substring(0, mark)),
            mark < 0 ? "" : PercentText.decoded(part.substring(mark + 1)));
      }
    }
    return query;
  }
}
