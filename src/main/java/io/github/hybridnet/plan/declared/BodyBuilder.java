package io.github.hybridnet.plan.declared;

import io.github.hybridnet.arm.ResourceKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Builds a resource body in the order of its properties; what is null was not declared and is left
 * out.
 */
final class BodyBuilder {
  private final Map<String, Object> values = new LinkedHashMap<>();

  static BodyBuilder of(String name, @Nullable Object value) {
    return new BodyBuilder().with(name, value);
  }

  static Map<String, Object> id(ResourceKey key) {
    return Map.of("id", key.id());
  }

  BodyBuilder with(String name, @Nullable Object value) {
    if (value instanceof BodyBuilder bodyBuilder) {
      values.put(name, bodyBuilder.map());
    } else if (value != null) {
      values.put(name, value);
    }
    return this;
  }

  BodyBuilder withTags(Map<String, String> tags) {
    return tags.isEmpty() ? this : with("tags", new TreeMap<>(tags));
  }

  Map<String, Object> map() {
    return values;
  }
}
