package io.github.hybridnet.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Query strings and form bodies. */
public final class QueryString {

  private QueryString() {}

  /** The parameters of {@code a=1&b=2}, decoded; of a repeated name the first value counts. */
  public static Map<String, String> parse(@Nullable String raw) {
    Map<String, String> values = new LinkedHashMap<>();
    if (raw == null) {
      return values;
    }
    for (String pair : raw.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!name.isEmpty()) {
        values.putIfAbsent(decode(name), decode(value));
      }
    }
    return values;
  }

  /** Decodes percent signs and plus signs; a text with broken escapes is returned as it is. */
  static String decode(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
