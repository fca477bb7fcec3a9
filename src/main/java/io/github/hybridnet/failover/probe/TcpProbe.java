package io.github.hybridnet.failover.probe;

import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/** Succeeds when a TCP connection can be made. */
final class TcpProbe extends SocketProbe {

  TcpProbe(InetSocketAddress address) {
    super(address);
  }

  @Override
  Answer converse(SocketChannel channel, Deadline deadline) {
    return Answer.UP;
  }
}
