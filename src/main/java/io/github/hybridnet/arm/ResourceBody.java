package io.github.hybridnet.arm;

import io.github.hybridnet.model.Secret;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A view of the members of a resource's body, or of one of its elements. The members are not
 * copied. What is not there, or is of another kind than asked for, is an empty view, an empty list
 * or an empty text.
 *
 * <p>A path is given as its names: {@code body.text("properties", "peer", "id")}. A number takes
 * that element of a list: {@code body.text("properties", "ipConfigurations", "0", "name")}. How two
 * bodies are put together is in {@link BodyMerge}.
 *
 * @param members the members by their names
 */
public record ResourceBody(Map<String, Object> members) {
  /** Members that only the service sets, of every type and at every depth. */
  public static final Set<String> SET_BY_SERVICE =
      Set.of("etag", "provisioningState", "resourceGuid", "systemData");

  /** The view of a value; an empty one for anything that is no object. */
  public static ResourceBody of(@Nullable Object value) {
    return new ResourceBody(map(value));
  }

  /** The members of a value; none for anything that is no object. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /** The elements of a value as objects; none for anything that is no list. */
  public static List<Map<String, Object>> maps(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().map(ResourceBody::map).toList()
        : List.of();
  }

  /** Whether there are no members. */
  boolean isEmpty() {
    return members.isEmpty();
  }

  /** The value at a path; null where there is none. */
  public @Nullable Object value(String... path) {
    Object value = members;
    for (String step : path) {
      value = step(value, step);
    }
    return value;
  }

  private static @Nullable Object step(@Nullable Object value, String step) {
    if (value instanceof List<?> list) {
      int index = index(step);
      return index >= 0 && index < list.size() ? list.get(index) : null;
    }
    return map(value).get(step);
  }

  private static int index(String step) {
    boolean isNumber =
        !step.isEmpty() && step.length() < 9 && step.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Integer.parseInt(step) : -1;
  }

  /** The text of the value at a path, whatever its kind; empty where there is none. */
  public String text(String... path) {
    return Objects.toString(value(path), "");
  }

  /** The object at a path. */
  public ResourceBody body(String... path) {
    return of(value(path));
  }

  /** The list of objects at a path. */
  public List<ResourceBody> bodies(String... path) {
    return list(path).stream().map(ResourceBody::of).toList();
  }

  /** The texts of the list at a path. */
  public List<String> texts(String... path) {
    return list(path).stream().map(String::valueOf).toList();
  }

  /** The list at a path. */
  public List<?> list(String... path) {
    return value(path) instanceof List<?> list ? list : List.of();
  }

  /** The secret at a path. */
  public Optional<Secret> secret(String... path) {
    return value(path) instanceof Secret secret ? Optional.of(secret) : Optional.empty();
  }

  /** A view of the object {@code properties}, empty where there is none. */
  public ResourceBody properties() {
    return body("properties");
  }

  /** The text of the member {@code name}, empty where there is none. */
  String name() {
    return text("name");
  }

  /**
   * A copy with another value at a path through objects. Objects that are missing on the way are
   * made.
   */
  public ResourceBody with(Object value, String... path) {
    return new ResourceBody(changed(members, value, path, 0));
  }

  /** A copy without the member at a path through objects. */
  public ResourceBody without(String... path) {
    return body(parent(path)).members.containsKey(path[path.length - 1])
        ? new ResourceBody(changed(members, null, path, 0))
        : this;
  }

  private static String[] parent(String[] path) {
    return Arrays.copyOf(path, path.length - 1);
  }

  private static Map<String, Object> changed(
      Map<String, Object> members, @Nullable Object value, String[] path, int depth) {
    Map<String, Object> copy = new LinkedHashMap<>(members);
    String name = path[depth];
    if (depth < path.length - 1) {
      copy.put(name, changed(map(members.get(name)), value, path, depth + 1));
    } else if (value == null) {
      copy.remove(name);
    } else {
      copy.put(name, value);
    }
    return copy;
  }
}
