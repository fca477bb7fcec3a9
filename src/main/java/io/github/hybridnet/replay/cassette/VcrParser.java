package io.github.hybridnet.replay.cassette;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.hybridnet.replay.cassette.RawExchange.Message;
import java.nio.charset.StandardCharsets;

/**
 * The form of VCR: {@code interactions} (vcrpy of Python, which the Azure CLI uses) or {@code
 * http_interactions} (Ruby), whose requests have a {@code uri}. Bodies are texts, or texts in
 * {@code string}.
 */
final class VcrParser implements CassetteParser {

  @Override
  public boolean isMeant(JsonNode root) {
    return root.path("http_interactions").isArray()
        || root.at("/interactions/0/request/uri").isTextual();
  }

  @Override
  public Cassette parse(String name, JsonNode root) throws CassetteFormatException {
    JsonNode ruby = root.path("http_interactions");
    ExchangeCollector exchanges = new ExchangeCollector();
    for (JsonNode each : ruby.isArray() ? ruby : root.path("interactions")) {
      JsonNode request = each.path("request");
      JsonNode response = each.path("response");
      exchanges.add(
          new RawExchange(
              request.path("method").asText(""),
              request.path("uri").asText(""),
              new Message(request.path("headers"), body(request)),
              response.at("/status/code").asInt(),
              new Message(response.path("headers"), body(response))));
    }
    return exchanges.cassette(name);
  }

  private static JsonNode body(JsonNode of) {
    JsonNode body = of.path("body");
    JsonNode text = body.isObject() ? body.path("string") : body;
    return text instanceof BinaryNode binary
        ? TextNode.valueOf(new String(binary.binaryValue(), StandardCharsets.UTF_8))
        : text;
  }
}
