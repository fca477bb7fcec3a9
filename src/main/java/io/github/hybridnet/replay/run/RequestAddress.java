package io.github.hybridnet.replay.run;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the addresses of requests; characters that an address cannot have are encoded. */
final class RequestAddress {
  private static final String PATH = "/%:@!$&'()*+,;=~-._";
  private static final String QUERY = "+$'(),:@/*!~-._";

  private RequestAddress() {}

  /** An address at an endpoint, with a query whose values are decoded. */
  static URI of(URI endpoint, String path, Map<String, String> query) {
    String parameters =
        query.entrySet().stream()
            .map(p -> encoded(p.getKey(), QUERY) + "=" + encoded(p.getValue(), QUERY))
            .collect(Collectors.joining("&"));
    return URI.create(
        endpoint + encoded(path, PATH) + (parameters.isEmpty() ? "" : "?" + parameters));
  }

  /** An address that the simulator gave, at the endpoint, whatever host it names. */
  static URI link(URI endpoint, String url) {
    String local = url.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://[^/?]*", "");
    int query = local.indexOf('?');
    String path = query < 0 ? local : local.substring(0, query);
    String rest = query < 0 ? "" : "?" + encoded(local.substring(query + 1), PATH + "?");
    return URI.create(endpoint + encoded(path, PATH) + rest);
  }

  private static String encoded(String text, String kept) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xFF);
      if (isPlain(c) || kept.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return out.toString();
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
