package io.github.hybridnet.drill.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** A probe over one TCP connection. */
abstract class SocketProbe implements Probe {
  private final InetSocketAddress address;

  SocketProbe(InetSocketAddress address) {
    this.address = address;
  }

  @Override
  public final ProbeAnswer ask(Duration timeout) throws InterruptedException {
    SocketDeadline socketDeadline = SocketDeadline.in(timeout);
    try (SocketChannel channel = TcpConnector.open(address, timeout)) {
      return converse(channel, socketDeadline);
    } catch (ClosedByInterruptException e) {
      throw interrupted();
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw interrupted();
      }
      return ProbeAnswer.down(ProbeFailureText.of(e, timeout));
    }
  }

  private static InterruptedException interrupted() {
    var unused = Thread.interrupted();
    return new InterruptedException();
  }

  /** What is sent and read once the connection is open. */
  abstract ProbeAnswer converse(SocketChannel channel, SocketDeadline socketDeadline)
      throws IOException;
}
