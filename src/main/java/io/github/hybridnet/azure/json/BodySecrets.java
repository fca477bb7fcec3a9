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
   * @param recorder is called with each secret
   */
  public static Map<String, Object> masked(
      Map<String, Object> body, UnaryOperator<Secret> recorder) {
    return members(false, body, recorder);
  }

  private static Map<String, Object> members(
      boolean secret, Map<String, Object> members, UnaryOperator<Secret> recorder) {
    Map<String, Object> masked = new LinkedHashMap<>();
    members.forEach(
        (name, value) ->
            masked.put(name, value(secret || NAMES.matcher(name).matches(), value, recorder)));
    return masked;
  }

  /** Every value under the name of a secret is a secret, whatever its type. */
  private static Object value(boolean secret, Object value, UnaryOperator<Secret> recorder) {
    if (value instanceof String text && secret) {
      return recorder.apply(Secret.of(text, Secret.Source.CLOUD));
    }
    if (value instanceof Map<?, ?> map) {
      return members(secret, JsonTree.asObject(map), recorder);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(element -> value(secret, element, recorder)).toList();
    }
    return value;
  }

  /**
   * The text of a request: the body with each secret in clear. Nothing else holds them in clear.
   *
   * @param recorder is called with each secret
   */
  public static String json(Map<String, Object> body, UnaryOperator<Secret> recorder) {
    return JsonTree.write(revealed(body, recorder));
  }

  private static Map<String, Object> revealed(
      Map<String, Object> body, UnaryOperator<Secret> recorder) {
    Map<String, Object> revealed = new LinkedHashMap<>();
    body.forEach((name, value) -> revealed.put(name, revealedValue(value, recorder)));
    return revealed;
  }

  private static Object revealedValue(Object value, UnaryOperator<Secret> recorder) {
    if (value instanceof Secret secret) {
      return recorder.apply(secret).reveal();
    }
    if (value instanceof Map<?, ?> map) {
      return revealed(JsonTree.asObject(map), recorder);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(element -> revealedValue(element, recorder)).toList();
    }
    return value;
  }
}
