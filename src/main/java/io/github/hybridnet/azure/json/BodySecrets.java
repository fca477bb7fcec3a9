package io.github.hybridnet.azure.json;

import io.github.hybridnet.model.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Turns the secret values of a body into {@link Secret}s, and back for the request alone. */
public final class BodySecrets {
  /** {@code sharedKey}, {@code authorizationKey}, {@code radiusServerSecret}, and what may come. */
  private static final Pattern NAMES =
      Pattern.compile(
          ".*(sharedkey|authorizationkey|md5key|privatekey|secret|password|passphrase)s?",
          Pattern.CASE_INSENSITIVE);

  private BodySecrets() {}

  /**
   * A body as it came from the service, with each secret masked.
   *
   * @param noted told of each secret
   */
  public static Map<String, Object> masked(Map<String, Object> body, UnaryOperator<Secret> noted) {
    return members(false, body, noted);
  }

  private static Map<String, Object> members(
      boolean secret, Map<String, Object> members, UnaryOperator<Secret> noted) {
    Map<String, Object> masked = new LinkedHashMap<>();
    members.forEach(
        (name, value) ->
            masked.put(name, value(secret || NAMES.matcher(name).matches(), value, noted)));
    return masked;
  }

  /** Whatever stands under the name of a secret is one, in whatever shape. */
  private static Object value(boolean secret, Object value, UnaryOperator<Secret> noted) {
    if (value instanceof String text && secret) {
      return noted.apply(Secret.of(text, Secret.Source.CLOUD));
    }
    if (value instanceof Map<?, ?> map) {
      return members(secret, JsonTree.asObject(map), noted);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(element -> value(secret, element, noted)).toList();
    }
    return value;
  }

  /**
   * A body for the wire, with each secret in clear.
   *
   * @param noted told of each secret
   */
  public static Map<String, Object> revealed(
      Map<String, Object> body, UnaryOperator<Secret> noted) {
    Map<String, Object> revealed = new LinkedHashMap<>();
    body.forEach((name, value) -> revealed.put(name, revealedValue(value, noted)));
    return revealed;
  }

  private static Object revealedValue(Object value, UnaryOperator<Secret> noted) {
    if (value instanceof Secret secret) {
      return noted.apply(secret).reveal();
    }
    if (value instanceof Map<?, ?> map) {
      return revealed(JsonTree.asObject(map), noted);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(element -> revealedValue(element, noted)).toList();
    }
    return value;
  }
}
