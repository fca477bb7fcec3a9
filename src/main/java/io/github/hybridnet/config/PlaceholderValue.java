package io.github.hybridnet.config;

import io.github.hybridnet.model.SourceLocation;
import java.util.Set;

/**
 * A value that a placeholder brought into a file.
 *
 * @param name as in the placeholder, such as {@code env.SHARED_KEY}
 * @param value what stands for it
 * @param place where
 * @param origin where the value came from
 */
record PlaceholderValue(String name, String value, SourceLocation place, ValueSource origin) {
  /** Where a value came from, which decides when it is shown. */
  enum ValueSource {
    /** A property that anybody may see, unless it also fills a secret. */
    PROPERTY,
    /** The environment, also by way of a property: shown where it is valid for its place. */
    ENVIRONMENT,
    /** Never shown, wherever it stands. */
    HIDDEN
  }

  /** The members that the model reads as secrets. */
  private static final Set<String> SECRETS = Set.of("sharedKey", "authorizationKey");

  boolean hidden() {
    return origin == ValueSource.HIDDEN;
  }

  boolean ofEnvironment() {
    return origin == ValueSource.ENVIRONMENT;
  }

  boolean fillsSecret() {
    return isSecret(place);
  }

  static boolean isSecret(SourceLocation sourceLocation) {
    String pointer = sourceLocation.pointer();
    return SECRETS.contains(pointer.substring(pointer.lastIndexOf('/') + 1));
  }
}
