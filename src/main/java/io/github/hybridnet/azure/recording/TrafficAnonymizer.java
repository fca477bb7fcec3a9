package io.github.hybridnet.azure.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces what a body tells of its owner. Structure, JSON types, truth values and numbers stay,
 * and texts that {@link HarmlessValues} knows. Each other text becomes a placeholder, the same one
 * wherever the text is.
 */
final class TrafficAnonymizer {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Members whose content is the user's own, names of members included. */
  private static final Set<String> OWN_CONTENT =
      Set.of("tags", "parameters", "outputs", "variables", "template", "userassignedidentities");

  private static final Pattern ETAG = Pattern.compile("(W/)?\"([^\"]*)\"");
  private static final Pattern AS_PATH = Pattern.compile("\\d{1,10}([- ]\\d{1,10})*");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final int FIRST_PRIVATE_AS = 64512;
  private static final int LAST_PRIVATE_AS = 65535;
  private static final int MICROSOFT_AS = 12076;
  private static final int DOCUMENTATION_AS = 64496;

  private final PlaceholderTable placeholders = new PlaceholderTable();
  private final ResourcePathReplacement paths = new ResourcePathReplacement(placeholders);
  private final AddressReplacement addresses;

  TrafficAnonymizer(SecureRandom random) {
    this.addresses = new AddressReplacement(random);
  }

  /** For paths, addresses and queries. */
  ResourcePathReplacement paths() {
    return paths;
  }

  /** A body without what it tells of its owner. */
  JsonNode body(JsonNode body) {
    return value("", "", body, false);
  }

  /** A text at a member of a body, or an ETag in a header. */
  String text(String parent, String member, String text) {
    if (HarmlessValues.isHarmless(parent, member, text)) {
      return text;
    }
    return replaced(member, text);
  }

  private JsonNode value(String parent, String member, JsonNode value, boolean own) {
    if (value.isObject()) {
      return object(member, value, own || OWN_CONTENT.contains(member.toLowerCase(Locale.ROOT)));
    }
    if (value.isArray()) {
      ArrayNode list = NODES.arrayNode();
      value.forEach(each -> list.add(value(parent, member, each, own)));
      return list;
    }
    if (value.isTextual()) {
      String text = value.textValue();
      return TextNode.valueOf(own ? replaced(member, text) : text(parent, member, text));
    }
    // A parameter of a deployment has its value one level deeper.
    boolean isAsn = (isAsn(member) || isAsn(parent)) && value.canConvertToLong();
    return isAsn ? IntNode.valueOf((int) asNumber(value.longValue())) : value;
  }

  private static boolean isAsn(String member) {
    return member.toLowerCase(Locale.ROOT).endsWith("asn");
  }

  private ObjectNode object(String member, JsonNode object, boolean own) {
    ObjectNode other = NODES.objectNode();
    object
        .fields()
        .forEachRemaining(
            field ->
                other.set(
                    own || !HarmlessValues.isMember(field.getKey())
                        ? replaced("", field.getKey())
                        : field.getKey(),
                    value(member, field.getKey(), field.getValue(), own)));
    return other;
  }

  private String replaced(String member, String text) {
    if (member.equalsIgnoreCase("message")) {
      return paths.name(text);
    }
    if (ResourcePathReplacement.isPath(text)) {
      return paths.path(text);
    }
    if (text.regionMatches(true, 0, "https://", 0, 8)) {
      return paths.address(text);
    }
    Matcher etag = ETAG.matcher(text);
    if (etag.matches()) {
      return (etag.group(1) == null ? "" : "W/") + '"' + paths.name(etag.group(2)) + '"';
    }
    if (member.equalsIgnoreCase("asPath") && AS_PATH.matcher(text).matches()) {
      return NUMBER
          .matcher(text)
          .replaceAll(number -> String.valueOf(asNumber(Long.parseLong(number.group()))));
    }
    return addresses.of(text).orElseGet(() -> paths.name(text));
  }

  /** Private numbers and Microsoft's stay; another becomes one of those for documentation. */
  private static long asNumber(long number) {
    boolean common =
        number == 0
            || number == MICROSOFT_AS
            || (number >= FIRST_PRIVATE_AS && number <= LAST_PRIVATE_AS);
    return common ? number : DOCUMENTATION_AS + number % 16;
  }
}
