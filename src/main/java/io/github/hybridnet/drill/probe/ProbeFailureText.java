package io.github.hybridnet.drill.probe;

import io.github.hybridnet.text.DurationText;
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

/** Why a probe failed, in a few words. They never hold anything that a user or a server wrote. */
final class ProbeFailureText {
  private ProbeFailureText() {}

  static String noAnswer(Duration timeout) {
    return "no answer within " + DurationText.exact(timeout);
  }

  static String late(Duration took) {
    return "answer only after " + DurationText.exact(took);
  }

  static String broken(RuntimeException failure) {
    return "could not be sent (" + failure.getClass().getSimpleName() + ")";
  }

  /** Why a probe over a socket failed: messages of sockets may repeat what was sent. */
  static String of(IOException failure, Duration timeout) {
    if (failure instanceof ConnectTimeoutException notConnected) {
      return notConnected.reason();
    }
    if (isTimeout(failure)) {
      return noAnswer(timeout);
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
