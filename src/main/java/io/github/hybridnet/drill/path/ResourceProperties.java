package io.github.hybridnet.drill.path;

import io.github.hybridnet.arm.ActualResource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads parts of resources by their paths. */
public final class ResourceProperties {
  private ResourceProperties() {}

  /** A property of a resource that stands, {@code peer/id}; empty when it has none. */
  public static String text(ActualResource resource, String path) {
    return text(resource.body(), path);
  }

  /** A property of a body; empty when it has none. */
  public static String text(Map<String, Object> body, String path) {
    return Objects.toString(value(body, path), "");
  }

  /** A property that is a list of texts. */
  public static List<String> texts(ActualResource resource, String path) {
    return value(resource.body(), path) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /**
   * A state that the service alone says of a resource; {@code unknown} when it does not, whether
   * the member is missing, null, empty or {@code Unknown}.
   */
  public static String observed(ActualResource resource, String fact) {
    String state = Objects.toString(resource.observed().get(fact), "").strip();
    return state.isEmpty() || state.equalsIgnoreCase(PathReading.UNKNOWN)
        ? PathReading.UNKNOWN
        : state;
  }

  /** What the service alone says of a resource, as a number; -1 when it does not. */
  public static long number(ActualResource resource, String fact) {
    return resource.observed().get(fact) instanceof Number number ? number.longValue() : -1;
  }

  private static @Nullable Object value(Map<String, Object> body, String path) {
    Object found = body.get("properties");
    for (String name : path.split("/", -1)) {
      if (found instanceof List<?> list) {
        found = list.isEmpty() ? null : list.get(0);
      }
      if (!(found instanceof Map<?, ?> map)) {
        return null;
      }
      found = map.get(name);
    }
    return found;
  }
}
