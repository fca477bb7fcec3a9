package io.github.hybridnet.failover.journal;

import io.github.hybridnet.model.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what the tags of a drill say, by HMAC-SHA256 with a secret that only deployers hold. A
 * signature proves that somebody with the secret has written these tags for a drill of this
 * resource group, with this target. It does not prove that the drill is unfinished: old tags can be
 * written back.
 */
public final class MarkerSeal {
  /** Nothing is signed, and nothing can be checked. */
  public static final MarkerSeal NONE = new MarkerSeal(Optional.empty());

  private static final String ALGORITHM = "HmacSHA256";
  private final Optional<Secret> secret;

  /** What is known of who wrote a marker. */
  public enum Origin {
    /** Somebody who holds the secret. */
    SIGNED,
    /** Somebody who does not: there is a secret, and the signature is missing or another one. */
    NOT_SIGNED,
    /** No secret is configured here. */
    UNKNOWN
  }

  private MarkerSeal(Optional<Secret> secret) {
    this.secret = secret;
  }

  /** Signs with a secret. */
  public static MarkerSeal of(Secret secret) {
    return new MarkerSeal(Optional.of(secret));
  }

  /** A marker that is signed where there is a secret. */
  Marker sign(Marker marker) {
    return new Marker(
        marker.record(), marker.state(), marker.beat(), signature(marker.record()).orElse(""));
  }

  /** Who wrote a marker. */
  public Origin origin(Marker marker) {
    return signature(marker.record())
        .map(own -> Secret.of(own, Secret.Source.CLOUD))
        .map(own -> own.matches(Secret.of(marker.signature(), Secret.Source.CLOUD)))
        .map(same -> same ? Origin.SIGNED : Origin.NOT_SIGNED)
        .orElse(Origin.UNKNOWN);
  }

  private Optional<String> signature(DrillRecord record) {
    return secret.map(
        key -> {
          try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] signature = mac.doFinal(signed(record).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
          } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256.", e);
          }
        });
  }

  /** One line for each fact; no fact has a line break in it. */
  private static String signed(DrillRecord record) {
    return String.join(
        "\n",
        "hybridnet-drill",
        record.id(),
        record.lever().label(),
        record.group().comparableId(),
        record.target().comparableId(),
        record.at().toString(),
        Fields.plain(record.by()).toLowerCase(Locale.ROOT),
        record.fingerprint(),
        record.noPeeringKey() ? "no key" : "key");
  }
}
