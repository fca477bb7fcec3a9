package io.github.hybridnet.drill.probe;

import io.github.hybridnet.text.TlsFailure;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a probe over a socket failed, in words of our own: messages may repeat what was sent. */
final class SocketFailureText {
  private SocketFailureText() {}

  static String of(IOException failure, Duration timeout) {
    if (failure instanceof ConnectTimeoutException notConnected) {
      return notConnected.reason();
    }
    if (isTimeout(failure)) {
      return ProbeFailureText.noAnswer(timeout);
    }
    Optional<TlsFailure> tls = TlsFailure.of(failure);
    if (tls.isPresent()) {
      return tls.get().clause();
    }
    if (failure instanceof NoRouteToHostException || says(failure, "unreachable")) {
      return "no route";
    }
    if (failure instanceof ConnectException) {
      return "connection refused";
    }
    return failure instanceof EOFException
        ? "the connection was closed before the answer"
        : "the connection was lost";
  }

  /** TLS wraps time-outs of its socket. */
  private static boolean isTimeout(@Nullable Throwable failure) {
    return failure != null
        && (failure instanceof SocketTimeoutException
            || says(failure, "timed out")
            || isTimeout(failure.getCause()));
  }

  private static boolean says(Throwable failure, String words) {
    String message = failure.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains(words);
  }
}
