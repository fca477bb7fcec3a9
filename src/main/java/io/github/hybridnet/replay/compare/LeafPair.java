package io.github.hybridnet.replay.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A value that both bodies have, or the lengths of a list that both have.
 *
 * @param path as in {@link JsonLeaf}
 * @param recorded of the cassette
 * @param simulated of the simulator, of the same JSON type
 */
public record LeafPair(String path, JsonNode recorded, JsonNode simulated) {
  private static final List<String> KEYS = List.of("id", "name", "resourceType", "namespace");

  /** The pairs of two bodies. */
  public static List<LeafPair> of(JsonNode recorded, JsonNode simulated) {
    List<LeafPair> pairs = new ArrayList<>();
    collect(recorded, simulated, "", pairs);
    return pairs;
  }

  private static void collect(JsonNode rec, JsonNode sim, String path, List<LeafPair> to) {
    if (rec.isObject() && sim.isObject()) {
      rec.fields()
          .forEachRemaining(
              field -> {
                if (sim.has(field.getKey())) {
                  String below = JsonLeaf.below(path, field.getKey());
                  collect(field.getValue(), sim.path(field.getKey()), below, to);
                }
              });
    } else if (rec.isArray() && sim.isArray()) {
      to.add(
          new LeafPair(
              path + JsonLeaf.LENGTH, IntNode.valueOf(rec.size()), IntNode.valueOf(sim.size())));
      collectElements(rec, sim, path + JsonLeaf.ELEMENT, to);
    } else if (rec.isValueNode()
        && !JsonLeaf.isNothing(rec)
        && rec.getNodeType() == sim.getNodeType()) {
      to.add(new LeafPair(path, rec, sim));
    }
  }

  /** Elements belong together by a member that identifies them, or else by their position. */
  private static void collectElements(JsonNode rec, JsonNode sim, String path, List<LeafPair> to) {
    for (String key : KEYS) {
      List<String> recorded = keys(rec, key);
      List<String> simulated = keys(sim, key);
      Set<String> common = new HashSet<>(recorded);
      boolean unique = common.size() == recorded.size() && !recorded.contains("");
      if (unique && common.removeAll(simulated)) {
        for (int i = 0; i < recorded.size(); i++) {
          int there = simulated.indexOf(recorded.get(i));
          if (there >= 0) {
            collect(rec.get(i), sim.get(there), path, to);
          }
        }
        return;
      }
    }
    for (int i = 0; i < Math.min(rec.size(), sim.size()); i++) {
      collect(rec.get(i), sim.get(i), path, to);
    }
  }

  private static List<String> keys(JsonNode list, String name) {
    List<String> keys = new ArrayList<>();
    list.forEach(element -> keys.add(element.path(name).asText("").toLowerCase(Locale.ROOT)));
    return keys;
  }

  /** Whether the values are the same: paths without regard to case, numbers by their value. */
  boolean isEqual() {
    if (recorded.isTextual() && recorded.asText().startsWith("/")) {
      return recorded.asText().equalsIgnoreCase(simulated.asText());
    }
    return recorded.isNumber()
        ? recorded.decimalValue().compareTo(simulated.decimalValue()) == 0
        : recorded.equals(simulated);
  }
}
