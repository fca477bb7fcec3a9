package io.github.hybridnet.failover.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * Makes TCP connections: directly, whatever proxies are configured, and each anew. A channel is
 * used because it ends at once when its thread is interrupted.
 */
final class Connections {
  /**
   * TCP repeats the packet that opens a connection after a second. A connection that comes later
   * says nothing of the moment at which the probe began.
   */
  static final Duration LIMIT = Duration.ofMillis(950);

  private Connections() {}

  static SocketChannel open(InetSocketAddress address, Duration timeout) throws IOException {
    Duration limit = timeout.compareTo(LIMIT) < 0 ? timeout : LIMIT;
    Deadline deadline = Deadline.in(limit);
    SocketChannel channel = SocketChannel.open();
    try {
      channel.socket().connect(address, deadline.millis());
      // A thread that was not run for a while may find a connection that is too late.
      deadline.check();
      channel.socket().setTcpNoDelay(true);
      return channel;
    } catch (SocketTimeoutException e) {
      channel.close();
      throw new NotConnectedException(limit);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }
}
