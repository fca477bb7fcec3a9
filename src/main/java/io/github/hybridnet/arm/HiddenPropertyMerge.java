package io.github.hybridnet.arm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says again what the service does not show of parts that stand. Unlike a merge it adds no part: an
 * element that does not stand is no business of this write.
 */
public final class HiddenPropertyMerge {
  private HiddenPropertyMerge() {}

  /** The body, with what is said again laid over the parts that it has. */
  public static Map<String, Object> over(Map<String, Object> body, Map<String, Object> hidden) {
    Map<String, Object> said = new LinkedHashMap<>(body);
    hidden.forEach(
        (name, value) -> {
          Object standing = body.get(name);
          if (value instanceof List<?> parts) {
            if (standing instanceof List<?> elements) {
              said.put(name, elements(ResourceBody.maps(elements), ResourceBody.maps(parts)));
            }
          } else if (value instanceof Map<?, ?> map) {
            if (standing instanceof Map<?, ?>) {
              said.put(name, over(ResourceBody.map(standing), ResourceBody.map(map)));
            }
          } else {
            said.put(name, value);
          }
        });
    return said;
  }

  private static List<Map<String, Object>> elements(
      List<Map<String, Object>> standing, List<Map<String, Object>> hidden) {
    return standing.stream()
        .map(
            element ->
                hidden.stream()
                    .filter(part -> sameName(part.get("name"), element.get("name")))
                    .findFirst()
                    .map(part -> over(element, BodyMerge.withoutName(part)))
                    .orElse(element))
        .toList();
  }

  private static boolean sameName(@Nullable Object name, @Nullable Object other) {
    return name != null && other != null && name.toString().equalsIgnoreCase(other.toString());
  }
}
