package io.github.hybridnet.azure.resource;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the service alone says of a resource.
 *
 * @param name the name as the service writes it, without its parent's; null when it does not say
 * @param etag the version to write against, or null where the service keeps none
 * @param state the provisioning state
 * @param observed everything else
 */
record ObservedFacts(
    @Nullable String name, @Nullable String etag, String state, Map<String, Object> observed) {

  static ObservedFacts of(@Nullable String name, @Nullable Object state) {
    return new ObservedFacts(name, null, Objects.toString(state, "Unknown"), new LinkedHashMap<>());
  }

  /** The same with the version to write against. */
  ObservedFacts versioned(@Nullable String version) {
    return new ObservedFacts(name, version, state, observed);
  }

  /** Adds a fact, unless it is null. */
  ObservedFacts with(String fact, @Nullable Object value) {
    if (value instanceof Number || value instanceof Boolean || value instanceof Iterable<?>) {
      observed.put(fact, value);
    } else if (value != null) {
      observed.put(fact, value.toString());
    }
    return this;
  }
}
