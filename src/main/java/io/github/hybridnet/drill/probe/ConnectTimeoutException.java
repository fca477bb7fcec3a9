package io.github.hybridnet.drill.probe;

import io.github.hybridnet.text.DurationText;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A connection was not made in time. */
final class ConnectTimeoutException extends SocketTimeoutException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  ConnectTimeoutException(Duration limit) {
    this.reason = "no connection in " + DurationText.exact(limit);
  }

  String reason() {
    return reason;
  }
}
