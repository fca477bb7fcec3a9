package io.github.hybridnet.drill.probe;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** When an answer must be there. Sockets wait in real time, and so does this. */
final class SocketDeadline {
  private final long end;

  private SocketDeadline(long end) {
    this.end = end;
  }

  static SocketDeadline in(Duration timeout) {
    return new SocketDeadline(System.nanoTime() + timeout.toNanos());
  }

  /** Fails when it has passed. */
  void check() throws SocketTimeoutException {
    if (end - System.nanoTime() <= 0) {
      throw new SocketTimeoutException();
    }
  }

  /** How many milliseconds are left, as sockets want to know it: never 0, which is for ever. */
  int millis() throws SocketTimeoutException {
    check();
    return (int) Math.max(1, (end - System.nanoTime() + 999_999) / 1_000_000);
  }
}
