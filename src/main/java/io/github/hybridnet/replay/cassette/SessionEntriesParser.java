package io.github.hybridnet.replay.cassette;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.replay.cassette.RawExchange.Message;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The forms with {@code Entries}: what the test proxy of the Azure SDKs writes, with bodies as
 * JSON, and session records of .NET and PowerShell, with bodies as texts and the address in base64.
 */
final class SessionEntriesParser implements CassetteParser {

  @Override
  public boolean isMeant(JsonNode root) {
    return root.path("Entries").isArray();
  }

  @Override
  public Cassette parse(String name, JsonNode root) throws CassetteFormatException {
    ExchangeCollector exchanges = new ExchangeCollector();
    for (JsonNode entry : root.path("Entries")) {
      exchanges.add(
          new RawExchange(
              entry.path("RequestMethod").asText(""),
              address(entry),
              new Message(entry.path("RequestHeaders"), entry.path("RequestBody")),
              entry.path("StatusCode").asInt(),
              new Message(entry.path("ResponseHeaders"), entry.path("ResponseBody"))));
    }
    return exchanges.cassette(name);
  }

  private static String address(JsonNode entry) {
    String plain = entry.path("RequestUri").asText("");
    return plain.isEmpty() ? decoded(entry.path("EncodedRequestUri").asText("")) : plain;
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
