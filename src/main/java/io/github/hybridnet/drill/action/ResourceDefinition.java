package io.github.hybridnet.drill.action;

import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.engine.journal.ContentHash;
import io.github.hybridnet.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a resource as values by their paths, without secrets and without what the
 * service alone decides: what has to be the same before and after a drill.
 *
 * @param values texts by paths such as {@code properties.vlanId}
 */
public record ResourceDefinition(Map<String, String> values) {
  /** The definition of a resource that does not exist. */
  public static final ResourceDefinition NONE = new ResourceDefinition(Map.of());

  private static final int LENGTH = 32;
  private static final String TAGS = "tags.";

  /** Copies the map, which cannot be changed afterwards. */
  public ResourceDefinition {
    values = Map.copyOf(values);
  }

  /** The definition that a body holds. */
  public static ResourceDefinition of(Map<String, Object> body) {
    Map<String, String> values = new TreeMap<>();
    body.forEach((name, value) -> add(name, name, value, values));
    return new ResourceDefinition(values);
  }

  private static void add(
      String path, String name, @Nullable Object value, Map<String, String> values) {
    if (value == null || value instanceof Secret || ResourceBody.SET_BY_SERVICE.contains(name)) {
      return;
    }
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, member) -> add(path + "." + key, String.valueOf(key), member, values));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        add(path + "[" + i + "]", "", list.get(i), values);
      }
    } else {
      values.put(path, value.toString());
    }
  }

  /** The same with one other value. */
  ResourceDefinition with(String path, String value) {
    Map<String, String> others = new TreeMap<>(values);
    others.put(path, value);
    return new ResourceDefinition(others);
  }

  /** The tags by their names. */
  Map<String, String> tags() {
    Map<String, String> tags = new TreeMap<>();
    values.forEach(
        (path, value) -> {
          if (path.startsWith(TAGS)) {
            tags.put(path.substring(TAGS.length()), value);
          }
        });
    return tags;
  }

  /** Whether nothing is known. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** The same text for the same definition, and for no other. */
  public String fingerprint() {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(values)
        .forEach(
            (path, value) ->
                text.append(path.length()).append(':').append(path).append(value).append('\n'));
    return ContentHash.of(text.toString()).substring(0, LENGTH);
  }

  /** How another definition differs from this one, each as {@code path: before -> after}. */
  public List<String> differences(ResourceDefinition after) {
    Set<String> paths = new TreeSet<>(values.keySet());
    paths.addAll(after.values.keySet());
    List<String> differences = new ArrayList<>();
    for (String path : paths) {
      String here = values.getOrDefault(path, "absent");
      String there = after.values.getOrDefault(path, "absent");
      if (!here.equals(there)) {
        differences.add(path + ": " + here + " -> " + there);
      }
    }
    return differences;
  }
}
