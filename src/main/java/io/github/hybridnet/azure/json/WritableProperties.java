package io.github.hybridnet.azure.json;

import io.github.hybridnet.arm.ResourceBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a resource's JSON can be sent back: all that the model of its type writes, with the
 * service's own values, and all that the model does not know. What the model knows and does not
 * write is the service's.
 */
public final class WritableProperties {
  private final Set<String> unknown;

  private WritableProperties(Set<String> unknown) {
    this.unknown = unknown;
  }

  /**
   * The part of a resource.
   *
   * @param json as the service sent it
   * @param written as the model of its type writes it
   * @param unknown the places of what the model does not know
   */
  public static Map<String, Object> of(
      Map<String, Object> json, Map<String, Object> written, Set<String> unknown) {
    return new WritableProperties(unknown).members("", json, written);
  }

  private Map<String, Object> members(
      String place, Map<String, Object> json, Map<String, Object> written) {
    Map<String, Object> kept = new LinkedHashMap<>();
    json.forEach(
        (name, value) -> {
          String child = UnknownMemberReader.place(place, name);
          if (unknown.contains(child) && !isServices(json, name)) {
            kept.put(name, value);
          } else if (written.containsKey(name)) {
            kept.put(name, value(child, value, written.get(name)));
          }
        });
    return kept;
  }

  private Object value(String place, Object json, @Nullable Object written) {
    if (json instanceof Map<?, ?> map && written instanceof Map<?, ?> known) {
      return members(place, JsonTree.asObject(map), JsonTree.asObject(known));
    }
    if (json instanceof List<?> list
        && written instanceof List<?> known
        && list.size() == known.size()) {
      List<Object> elements = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        elements.add(value(UnknownMemberReader.place(place, i), list.get(i), known.get(i)));
      }
      return elements;
    }
    return json;
  }

  /** Of a part with an id, the type too. */
  private static boolean isServices(Map<String, Object> json, String name) {
    return ResourceBody.SET_BY_SERVICE.contains(name)
        || (name.equals("type") && json.containsKey("id"));
  }
}
