package io.github.hybridnet.config;

import io.github.hybridnet.model.Place;
import java.util.Set;

/**
 * A value that a placeholder brought into a file.
 *
 * @param name as in the placeholder, such as {@code env.SHARED_KEY}
 * @param value what stands for it
 * @param place where
 * @param hidden whether it is never shown, wherever it stands
 */
record Borrowed(String name, String value, Place place, boolean hidden) {
  /** The members that the model reads as secrets. */
  private static final Set<String> SECRETS = Set.of("sharedKey", "authorizationKey");

  boolean fillsSecret() {
    return isSecret(place);
  }

  static boolean isSecret(Place place) {
    String pointer = place.pointer();
    return SECRETS.contains(pointer.substring(pointer.lastIndexOf('/') + 1));
  }
}
