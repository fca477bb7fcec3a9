package io.github.hybridnet.drill.lease;

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
public final class MarkerSigner {
  /** Nothing is signed, and nothing can be checked. */
  public static final MarkerSigner NONE = new MarkerSigner(Optional.empty());

  private static final String ALGORITHM = "HmacSHA256";
  private final Optional<Secret> secret;

  /** What is known of who wrote a marker. */
  public enum SignatureState {
    /** Somebody who holds the secret. */
    SIGNED,
    /** Somebody who does not: there is a secret, and the signature is missing or another one. */
    NOT_SIGNED,
    /** No secret is configured here. */
    UNKNOWN
  }

  private MarkerSigner(Optional<Secret> secret) {
    this.secret = secret;
  }

  /** Signs with a secret. */
  public static MarkerSigner of(Secret secret) {
    return new MarkerSigner(Optional.of(secret));
  }

  /** A marker that is signed where there is a secret. */
  DrillMarker sign(DrillMarker drillMarker) {
    return new DrillMarker(
        drillMarker.record(),
        drillMarker.state(),
        drillMarker.beat(),
        signature(drillMarker.record()).orElse(""));
  }

  /** Who wrote a marker. */
  public SignatureState verify(DrillMarker drillMarker) {
    return signature(drillMarker.record())
        .map(own -> Secret.of(own, Secret.Source.CLOUD))
        .map(own -> own.matches(Secret.of(drillMarker.signature(), Secret.Source.CLOUD)))
        .map(same -> same ? SignatureState.SIGNED : SignatureState.NOT_SIGNED)
        .orElse(SignatureState.UNKNOWN);
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
        record.method().label(),
        record.group().comparableId(),
        record.target().comparableId(),
        record.begin().toString(),
        RecordFields.plain(record.machine()).toLowerCase(Locale.ROOT),
        record.fingerprint(),
        record.noPeeringKey() ? "no key" : "key");
  }
}
