package io.github.hybridnet.drill.probe;

import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/** Succeeds when a TCP connection can be made. */
final class TcpProbe extends SocketProbe {

  TcpProbe(InetSocketAddress address) {
    super(address);
  }

  @Override
  ProbeAnswer converse(SocketChannel channel, SocketDeadline socketDeadline) {
    return ProbeAnswer.UP;
  }
}
