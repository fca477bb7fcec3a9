package io.github.hybridnet.plan;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Builds a resource body in the order of its properties; what is null was not declared and is left
 * out.
 */
final class Body {
  private final Map<String, Object> values = new LinkedHashMap<>();

  static Body of(String name, @Nullable Object value) {
    return new Body().with(name, value);
  }

  static Map<String, Object> id(ResourceKey key) {
    return Map.of("id", key.id());
  }

  Body with(String name, @Nullable Object value) {
    if (value instanceof Body body) {
      values.put(name, body.map());
    } else if (value != null) {
      values.put(name, value);
    }
    return this;
  }

  Body withUnlessEmpty(String name, Collection<?> value) {
    return value.isEmpty() ? this : with(name, value);
  }

  Body withTags(Map<String, String> tags) {
    return tags.isEmpty() ? this : with("tags", new TreeMap<>(tags));
  }

  Map<String, Object> map() {
    return values;
  }
}
