package io.github.hybridnet.survival;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that somebody else has done to a resource, and that must be there whatever we do.
 *
 * @param what for messages
 * @param resource the id of the resource
 * @param part the part of the resource that is theirs; a missing node when it is gone
 * @param value what it was when it was done
 */
record Claim(String what, String resource, Function<JsonNode, JsonNode> part, JsonNode value) {

  /** Takes note of a part as it is now. */
  static Claim on(Rig rig, String what, String resource, Function<JsonNode, JsonNode> part) {
    JsonNode value = part.apply(Estate.normalised(rig.get(resource)));
    if (value.isMissingNode()) {
      throw new IllegalStateException(what + " was not done to " + resource);
    }
    return new Claim(what, resource, part, value);
  }

  /** Whether it is a part of something of ours, which cannot be taken away from under it. */
  boolean isPartOfOurs() {
    return what.equals("a subnet") || what.equals("a peering") || what.equals("a rule");
  }

  /** What is wrong with it now; empty when it is as it was. */
  Optional<String> broken(Rig rig) {
    JsonNode now = part.apply(Estate.normalised(rig.get(resource)));
    return now.equals(value)
        ? Optional.empty()
        : Optional.of(what + " on " + resource + ": " + value + " -> " + now);
  }

  /** The element of an array that has this name. */
  static Function<JsonNode, JsonNode> named(String array, String name) {
    return resource -> {
      for (JsonNode element : resource.at(array)) {
        if (element.path("name").asText().equals(name)) {
          return element;
        }
      }
      return resource.path("no such element");
    };
  }

  /** What stands at a JSON pointer. */
  static Function<JsonNode, JsonNode> at(String pointer) {
    return resource -> resource.at(pointer);
  }
}
