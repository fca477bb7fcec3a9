package io.github.hybridnet.drill.action;

import io.github.hybridnet.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds members of resource bodies. */
final class BodyMembers {
  private BodyMembers() {}

  /** A member's value, or null. */
  static @Nullable Object value(@Nullable Object body, String... path) {
    Object here = body;
    for (String name : path) {
      here = here instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return here;
  }

  /** A member's text; empty when there is none. */
  static String text(@Nullable Object body, String... path) {
    return Objects.toString(value(body, path), "");
  }

  /** A secret member. */
  static Optional<Secret> secret(@Nullable Object body, String... path) {
    return value(body, path) instanceof Secret secret ? Optional.of(secret) : Optional.empty();
  }

  /** A list's elements. */
  static List<?> list(@Nullable Object body, String... path) {
    return value(body, path) instanceof List<?> list ? list : List.of();
  }
}
