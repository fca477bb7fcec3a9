package io.github.hybridnet.azure.http;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Answer;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.azure.http.transport.BodyTooLargeException;
import io.github.hybridnet.azure.http.transport.EndpointGoneException;
import io.github.hybridnet.azure.http.transport.HostUnreachableException;
import io.github.hybridnet.azure.http.transport.ProxyUnreachableException;
import io.github.hybridnet.text.CauseChain;
import io.github.hybridnet.text.TlsFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Words why there is no answer: the connection, TLS, the proxy or the time limit failed. */
final class ConnectionFailureTranslator {
  private final SecretScrubber secretScrubber;
  private final InstantSource clock;

  /**
   * Creates the translator of one session.
   *
   * @param clock shown beside the dates of a certificate
   */
  ConnectionFailureTranslator(SecretScrubber secretScrubber, InstantSource clock) {
    this.secretScrubber = secretScrubber;
    this.clock = clock;
  }

  /**
   * The failure of a connection.
   *
   * @param io what the connection failed with
   * @param thrown the exception that carries it, kept for debug output
   */
  CloudException of(IOException io, RuntimeException thrown) {
    Optional<TlsFailure> tls = TlsFailure.of(io);
    if (tls.isPresent()) {
      return failure(Kind.UNREACHABLE, tls.get().code(), said(tls.get(), io), thrown);
    }
    if (io instanceof HttpTimeoutException) {
      return failure(Kind.UNREACHABLE, OwnErrorCode.NO_ANSWER, "No answer in time.", thrown);
    }
    if (io instanceof ProxyUnreachableException) {
      return failure(
          Kind.UNREACHABLE, OwnErrorCode.NOT_CONNECTED, secretScrubber.message(io), thrown);
    }
    if (io instanceof BodyTooLargeException) {
      return failure(
          Kind.UNREADABLE, OwnErrorCode.ANSWER_TOO_LARGE, String.valueOf(io.getMessage()), thrown);
    }
    if (io instanceof EndpointGoneException) {
      return failure(
          Kind.UNREACHABLE, OwnErrorCode.ENDPOINT_GONE, String.valueOf(io.getMessage()), thrown);
    }
    if (io instanceof ConnectException) {
      boolean unknown = CauseChain.find(io, UnresolvedAddressException.class).isPresent();
      String host = io instanceof HostUnreachableException ? " '" + io.getMessage() + "'" : "";
      String said =
          unknown
              ? "The host name" + host + " is not known."
              : "The connection" + (host.isEmpty() ? "" : " to" + host) + " was refused.";
      return failure(
          Kind.UNREACHABLE,
          unknown ? OwnErrorCode.UNKNOWN_HOST : OwnErrorCode.NOT_CONNECTED,
          said,
          thrown);
    }
    return failure(
        Kind.UNREACHABLE, OwnErrorCode.CONNECTION_LOST, LostConnectionText.sentence(io), thrown);
  }

  private String said(TlsFailure tls, Throwable failure) {
    String detail = secretScrubber.message(CauseChain.innermost(failure));
    return switch (tls) {
      case EXPIRED, NOT_YET_VALID ->
          "Its date is "
              + detail
              + "; the clock of this machine says "
              + clock.instant().truncatedTo(ChronoUnit.SECONDS)
              + ".";
      case MISSING_ALGORITHM ->
          TlsFailure.hasEllipticCurves()
              ? "Java says: " + detail + "."
              : "It has no elliptic curves (algorithm EC, provider SunEC).";
      default -> "No TLS connection: " + tls.clause() + ".";
    };
  }

  /** A failure without an answer; of what was thrown only its text without secrets is kept. */
  CloudException failure(Kind kind, String code, String message, RuntimeException thrown) {
    Throwable detail =
        thrown instanceof UncheckedIOException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    return new CloudException(kind, code, message, Answer.NONE, secretScrubber.clean(detail));
  }
}
