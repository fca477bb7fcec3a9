package io.github.hybridnet.azure.signin.token;

import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.text.PlainTextLine;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a JSON web token. Its signature is not checked: its receiver does that. The claims
 * only serve messages.
 *
 * @param issuer who made it, or empty
 * @param subject the identity that it is for, or empty
 * @param audience who shall take it, or empty
 * @param end when it ends, or null
 */
public record JwtClaims(String issuer, String subject, String audience, @Nullable Instant end) {
  private static final int LONGEST = 65_536;

  /** Reads it; empty when the text is no such token. */
  public static Optional<JwtClaims> of(String token) {
    String[] parts = token.split("\\.", -1);
    if (token.length() > LONGEST || parts.length != 3 || parts[1].isEmpty()) {
      return Optional.empty();
    }
    try {
      String json = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
      return JsonTree.read(json).map(JwtClaims::of);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static JwtClaims of(Map<String, Object> claims) {
    return new JwtClaims(
        text(claims.get("iss")),
        text(claims.get("sub")),
        text(claims.get("aud")),
        instant(claims.get("exp")));
  }

  /** An audience may be a list. */
  private static String text(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.isEmpty() ? "" : text(list.get(0));
    }
    return value instanceof String text ? PlainTextLine.of(text) : "";
  }

  private static @Nullable Instant instant(@Nullable Object seconds) {
    try {
      return seconds instanceof Number number ? Instant.ofEpochSecond(number.longValue()) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** When it ends, if it says so. */
  public Optional<Instant> expiry() {
    return Optional.ofNullable(end);
  }

  /** What the federated credential must have, as the token has it. */
  public String shown() {
    return "issuer " + issuer + ", subject " + subject + ", audience " + audience;
  }
}
