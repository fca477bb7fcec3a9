package io.github.hybridnet.azure.recording;

import com.azure.core.http.HttpHeader;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request and its answer in the plugin's own form of cassettes, without originals. */
final class InteractionRecord {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> PLAIN =
      Set.of("accept", "content-type", "content-length", "azure-asyncnotification");
  private static final Set<String> NUMBERS = Set.of("retry-after", "retry-after-ms");
  private static final Set<String> ADDRESSES = Set.of("azure-asyncoperation", "location");
  private static final Set<String> ETAGS = Set.of("etag", "if-match", "if-none-match");
  private static final String LIMITS = "x-ms-ratelimit-";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern MEDIA = Pattern.compile("[a-z0-9*/+.;=, -]{1,99}");

  private final TrafficAnonymizer anonymizer;
  private String firstDate = "";

  InteractionRecord(TrafficAnonymizer anonymizer) {
    this.anonymizer = anonymizer;
  }

  ObjectNode of(HttpRequest request, HttpResponse response) {
    ObjectNode sent = NODES.objectNode();
    sent.put("method", request.getHttpMethod().toString());
    sent.put("path", anonymizer.paths().path(request.getUrl().getPath()));
    String query = request.getUrl().getQuery();
    ObjectNode parameters = sent.putObject("query");
    anonymizer.paths().query(query == null ? "" : query).forEach(parameters::put);
    sent.set("headers", headers(request.getHeaders()));
    sent.set("body", body(request.getBodyAsBinaryData()));
    ObjectNode received = NODES.objectNode();
    received.put("status", response.getStatusCode());
    received.set("headers", headers(response.getHeaders()));
    received.set("body", body(response.getBodyAsBinaryData()));
    ObjectNode interaction = NODES.objectNode();
    interaction.set("request", sent);
    interaction.set("response", received);
    String date = date(response.getHeaders());
    interaction.putObject("meta").put("date", date);
    firstDate = firstDate.isEmpty() ? date : firstDate;
    return interaction;
  }

  /** The date of the first answer that has one; empty before. */
  String firstDate() {
    return firstDate;
  }

  private JsonNode body(@Nullable BinaryData body) {
    if (body == null || body.toBytes().length == 0) {
      return NODES.nullNode();
    }
    try {
      return anonymizer.body(JSON.readTree(body.toString()));
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(anonymizer.text("", "", body.toString()));
    }
  }

  private ObjectNode headers(HttpHeaders headers) {
    ObjectNode kept = NODES.objectNode();
    for (HttpHeader header : headers) {
      String name = header.getName().toLowerCase(Locale.ROOT);
      String value = header.getValue();
      if (ADDRESSES.contains(name)) {
        kept.put(name, anonymizer.paths().address(value));
      } else if (ETAGS.contains(name)) {
        kept.put(name, value.equals("*") ? value : anonymizer.text("", name, value));
      } else if (PLAIN.contains(name) && MEDIA.matcher(value.toLowerCase(Locale.ROOT)).matches()) {
        kept.put(name, value);
      } else if ((NUMBERS.contains(name) || name.startsWith(LIMITS))
          && NUMBER.matcher(value).matches()) {
        kept.put(name, value);
      }
    }
    return kept;
  }

  private static String date(HttpHeaders headers) {
    String date = headers.getValue(HttpHeaderName.DATE);
    try {
      Instant moment =
          date == null ? null : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
      return moment == null
          ? ""
          : DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return "";
    }
  }
}
