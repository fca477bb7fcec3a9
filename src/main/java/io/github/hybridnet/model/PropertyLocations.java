package io.github.hybridnet.model;

import java.util.Map;

/**
 * Where a declared object and each of its properties was written.
 *
 * @param self the place of the object itself
 * @param properties the places of its properties, by their names in the file; of nested ones by
 *     their path, such as {@code subnets/0/name}
 */
public record PropertyLocations(SourceLocation self, Map<String, SourceLocation> properties) {

  /** Copies the map, which cannot be changed afterwards. */
  public PropertyLocations {
    properties = Map.copyOf(properties);
  }

  /** An object of which only its own place is known. */
  static PropertyLocations of(SourceLocation self) {
    return new PropertyLocations(self, Map.of());
  }

  /** Whether a property was written, be it as an empty list. */
  public boolean declares(String property) {
    return properties.containsKey(property);
  }

  /** The place of a property, or of the object where the property was not written. */
  public SourceLocation at(String property) {
    return properties.getOrDefault(property, self);
  }
}
