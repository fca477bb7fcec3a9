package io.github.hybridnet.text;

import java.security.InvalidAlgorithmParameterException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateRevokedException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why no TLS connection came about. */
public enum TlsFailure {
  /** The certificate, or one above it, has expired. */
  EXPIRED("CertificateExpired", "the certificate has expired"),
  /** It will be valid later. */
  NOT_YET_VALID("CertificateNotYetValid", "the certificate is not valid yet"),
  /** The certificate was revoked. */
  REVOKED("CertificateRevoked", "the certificate was revoked"),
  /** It is made out for another host. */
  OTHER_NAME("CertificateOfOtherHost", "the certificate is for another name"),
  /** The runtime lacks an algorithm. */
  MISSING_ALGORITHM(
      "MissingAlgorithm", "this Java runtime lacks an algorithm that the certificate needs"),
  /** The runtime refuses its key or signature. */
  TOO_WEAK("CertificateTooWeak", "the certificate has a key or a signature that is too weak"),
  /** The runtime has no trusted authorities. */
  NO_AUTHORITIES("NoAuthorities", "this Java runtime trusts no certificate authority at all"),
  /** Whoever signed it is not trusted. */
  UNKNOWN_AUTHORITY("CertificateNotTrusted", "the certificate is not trusted"),
  /** The other side does not speak TLS. */
  NOT_TLS("NotTls", "the other side does not speak TLS"),
  /** Any other failure of TLS. */
  NOT_AGREED("TlsFailed", "TLS failed");

  private final String code;
  private final String clause;

  TlsFailure(String code, String clause) {
    this.code = code;
    this.clause = clause;
  }

  /** The code of a failure that has this reason, such as {@code CertificateExpired}. */
  public String code() {
    return code;
  }

  /** The reason as a clause. */
  public String clause() {
    return clause;
  }

  /** Whether it is about the certificate, so that another try would end in the same way. */
  public boolean isFinal() {
    return this != NOT_AGREED;
  }

  /** The one with this code. */
  public static Optional<TlsFailure> withCode(String code) {
    for (TlsFailure failure : values()) {
      if (failure.code.equals(code)) {
        return Optional.of(failure);
      }
    }
    return Optional.empty();
  }

  /** Why, if TLS was the reason. */
  public static Optional<TlsFailure> of(@Nullable Throwable thrown) {
    return of(thrown, hasEllipticCurves());
  }

  /**
   * The same for a runtime with or without elliptic curves: one without them has nothing in common
   * with most servers, and does not say why.
   */
  static Optional<TlsFailure> of(@Nullable Throwable thrown, boolean ellipticCurves) {
    return told(thrown)
        .map(told -> told == NOT_AGREED && !ellipticCurves ? MISSING_ALGORITHM : told);
  }

  /** Whether this runtime has them; a FIPS configuration may have left them out. */
  public static boolean hasEllipticCurves() {
    try {
      return KeyFactory.getInstance("EC") != null;
    } catch (NoSuchAlgorithmException e) {
      return false;
    }
  }

  private static Optional<TlsFailure> told(@Nullable Throwable thrown) {
    List<Throwable> chain = CauseChain.of(thrown).toList();
    for (TlsFailure failure : values()) {
      if (chain.stream().anyMatch(failure::isSaidBy)) {
        return Optional.of(failure);
      }
    }
    return Optional.empty();
  }

  private boolean isSaidBy(Throwable t) {
    return switch (this) {
      case EXPIRED -> t instanceof CertificateExpiredException || has(t, BasicReason.EXPIRED);
      case NOT_YET_VALID ->
          t instanceof CertificateNotYetValidException || has(t, BasicReason.NOT_YET_VALID);
      case REVOKED -> t instanceof CertificateRevokedException || has(t, BasicReason.REVOKED);
      case OTHER_NAME ->
          t instanceof CertificateException && says(t, "no name matching", "subject alternative");
      case MISSING_ALGORITHM ->
          t instanceof NoSuchAlgorithmException || (isOfTls(t) && says(t, "not available"));
      case TOO_WEAK -> has(t, BasicReason.ALGORITHM_CONSTRAINED);
      case NO_AUTHORITIES ->
          t instanceof InvalidAlgorithmParameterException && says(t, "trustanchors");
      case UNKNOWN_AUTHORITY ->
          t instanceof CertificateException
              || t instanceof CertPathBuilderException
              || t instanceof CertPathValidatorException;
      case NOT_TLS -> t instanceof SSLException && says(t, "unrecognized ssl message", "plaintext");
      case NOT_AGREED -> t instanceof SSLException;
    };
  }

  private static boolean isOfTls(Throwable t) {
    return t instanceof SSLException
        || t instanceof CertificateException
        || t instanceof CertPathValidatorException;
  }

  private static boolean has(Throwable t, BasicReason reason) {
    return t instanceof CertPathValidatorException path && path.getReason() == reason;
  }

  /** The JDK only distinguishes these by their texts. */
  private static boolean says(Throwable t, String... words) {
    String message = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (message.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
