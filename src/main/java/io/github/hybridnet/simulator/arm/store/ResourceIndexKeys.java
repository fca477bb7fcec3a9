package io.github.hybridnet.simulator.arm.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.id.ArmId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What stored top-level resources are found by. */
final class ResourceIndexKeys {
  private static final String ID = "/subscriptions/";

  private ResourceIndexKeys() {}

  static List<String> type(ObjectNode resource) {
    return List.of(resource.path("type").asText().toLowerCase(Locale.ROOT));
  }

  static List<String> group(ObjectNode resource) {
    return ArmId.parse(resource.path("id").asText()).map(id -> id.group().key()).stream().toList();
  }

  /** The keys of the top-level resources that this one names anywhere. */
  static Set<String> references(ObjectNode resource) {
    String own = resource.path("id").asText();
    Set<String> found = new HashSet<>();
    collect(resource, own, found);
    return found;
  }

  private static void collect(JsonNode node, String own, Set<String> found) {
    if (node.isContainerNode()) {
      node.forEach(child -> collect(child, own, found));
    } else if (node.isTextual() && isOther(node.textValue(), own)) {
      ArmId.parse(node.textValue())
          .filter(ArmId::isResource)
          .ifPresent(id -> found.add(id.root().key()));
    }
  }

  /** Whether a text is an id, but not this one or one inside it. */
  private static boolean isOther(String text, String own) {
    return text.regionMatches(true, 0, ID, 0, ID.length())
        && !(text.regionMatches(true, 0, own, 0, own.length())
            && (text.length() == own.length() || text.charAt(own.length()) == '/'));
  }
}
