package io.github.hybridnet.failover.probe;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** A connection was not made in time. */
final class NotConnectedException extends SocketTimeoutException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  NotConnectedException(Duration limit) {
    this.reason = "no connection in " + ProbeDetails.shown(limit);
  }

  String reason() {
    return reason;
  }
}
