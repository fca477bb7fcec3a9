package io.github.hybridnet.simulator.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Access tokens: JSON web tokens signed with a key of this simulator. */
public final class AccessTokens {
  /** One second less than an hour, as in Azure. */
  static final Duration LIFE = Duration.ofSeconds(3599);

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final byte[] key;
  private final InstantSource wall;

  /**
   * Signs with this key.
   *
   * @param key kept by the simulator
   * @param wall lifetimes of tokens are in wall time, as clients count them
   */
  public AccessTokens(byte[] key, InstantSource wall) {
    this.key = key.clone();
    this.wall = wall;
  }

  /** A new token for the application. */
  String issue(ServicePrincipal principal, String issuer, String audience) {
    Instant now = wall.instant();
    ObjectNode header =
        JsonCodec.object().put("typ", "JWT").put("alg", "HS256").put("kid", "simulator");
    ObjectNode claims = JsonCodec.object();
    claims.put("aud", audience).put("iss", issuer);
    claims.put("iat", now.getEpochSecond()).put("nbf", now.getEpochSecond());
    claims.put("exp", now.plus(LIFE).getEpochSecond());
    claims.put("appid", principal.clientId()).put("oid", principal.clientId());
    claims.put("sub", principal.clientId()).put("tid", principal.tenantId());
    claims.put("idtyp", "app").put("ver", "1.0");
    String text =
        BASE64.encodeToString(JsonCodec.bytes(header))
            + "."
            + BASE64.encodeToString(JsonCodec.bytes(claims));
    return text + "." + BASE64.encodeToString(sign(text));
  }

  /** Whether this simulator issued the token, and it has not expired. */
  public boolean valid(String token) {
    int dot = token.lastIndexOf('.');
    if (dot < 0) {
      return false;
    }
    String text = token.substring(0, dot);
    try {
      byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
      if (!MessageDigest.isEqual(signature, sign(text))) {
        return false;
      }
      String claims = text.substring(text.indexOf('.') + 1);
      JsonNode read = JsonCodec.parse(Base64.getUrlDecoder().decode(claims));
      return wall.instant().getEpochSecond() < read.path("exp").asLong();
    } catch (IllegalArgumentException | JsonCodec.BadJsonException e) {
      return false;
    }
  }

  private byte[] sign(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HmacSHA256", e);
    }
  }
}
