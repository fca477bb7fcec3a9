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
 * What a JSON web token says of itself. Its signature is not checked: whoever it is shown to does
 * that, and nothing is decided here but what to tell the user.
 *
 * @param issuer who made it, or empty
 * @param subject for whom it speaks, or empty
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

  /** What has to stand in the federated credential, as it stands in the token. */
  public String shown() {
    return "issuer " + issuer + ", subject " + subject + ", audience " + audience;
  }
}
