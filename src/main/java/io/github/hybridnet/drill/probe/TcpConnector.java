package io.github.hybridnet.drill.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * Makes TCP connections: directly, whatever proxies are configured, and each anew. A channel is
 * used because it ends at once when its thread is interrupted.
 */
final class TcpConnector {
  /**
   * TCP repeats the packet that opens a connection after a second. A connection that comes later
   * says nothing of the moment at which the probe began.
   */
  static final Duration LIMIT = Duration.ofMillis(950);

  private TcpConnector() {}

  static SocketChannel open(InetSocketAddress address, Duration timeout) throws IOException {
    Duration limit = timeout.compareTo(LIMIT) < 0 ? timeout : LIMIT;
    SocketDeadline socketDeadline = SocketDeadline.in(limit);
    SocketChannel channel = SocketChannel.open();
    try {
      channel.socket().connect(address, socketDeadline.millis());
      // A thread that was not run for a while may find a connection that is too late.
      socketDeadline.check();
      channel.socket().setTcpNoDelay(true);
      return channel;
    } catch (SocketTimeoutException e) {
      channel.close();
      throw new ConnectTimeoutException(limit);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }
}
