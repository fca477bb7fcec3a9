package io.github.hybridnet.replay.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the steps so far have created, and which resources cannot be relied on. */
final class CreatedResources {
  private final CassetteNamespace names;
  private final Set<String> known = new HashSet<>();
  private final Map<String, StepClass> unreliable = new LinkedHashMap<>();

  /** Where an element of a list comes from. */
  private enum ElementOrigin {
    OURS,
    FOREIGN,
    UNSEEDED
  }

  CreatedResources(CassetteNamespace names) {
    this.names = names;
  }

  void add(Set<String> resources) {
    known.addAll(resources);
  }

  void distrust(String resource, StepClass why) {
    unreliable.putIfAbsent(resource, why);
  }

  boolean exists(String resource) {
    return known.stream().anyMatch(k -> RecordedPath.isWithin(resource, k));
  }

  /** Why something that a text in lower case names cannot be relied on. */
  Optional<StepClass> whyUnreliable(String text) {
    return unreliable.entrySet().stream()
        .filter(e -> text.contains(e.getKey()))
        .filter(
            e -> Pattern.compile(Pattern.quote(e.getKey()) + "(?![\\w.-])").matcher(text).find())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private ElementOrigin origin(JsonNode element, boolean created) {
    String id = element.path("id").isTextual() ? element.path("id").asText() : "";
    Optional<Boolean> ours = names.isOurs(id);
    if (ours.isEmpty()) {
      return ElementOrigin.OURS;
    }
    if (!ours.get()) {
      return ElementOrigin.FOREIGN;
    }
    String key = RecordedPath.comparable(id);
    boolean missing = created && RecordedPath.target(id).isPresent() && !exists(key);
    return missing || whyUnreliable(key).isPresent() ? ElementOrigin.UNSEEDED : ElementOrigin.OURS;
  }

  /**
   * A list without the elements that the cassette has not made.
   *
   * @param created whether what was not created so far is left out too
   */
  JsonNode visible(JsonNode body, boolean created) {
    if (!(body instanceof ObjectNode object) || !(body.path("value") instanceof ArrayNode all)) {
      return body;
    }
    ArrayNode kept = all.arrayNode();
    all.forEach(
        element -> {
          if (origin(element, created) == ElementOrigin.OURS) {
            kept.add(element);
          }
        });
    ObjectNode shown = object.deepCopy();
    shown.set("value", kept);
    return shown;
  }

  /** Whether a list has elements of our groups that the cassette has not made. */
  boolean hasUnseeded(JsonNode body) {
    for (JsonNode element : body.path("value")) {
      if (origin(element, true) == ElementOrigin.UNSEEDED) {
        return true;
      }
    }
    return false;
  }
}
