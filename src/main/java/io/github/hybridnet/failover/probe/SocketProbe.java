package io.github.hybridnet.failover.probe;

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
  public final Answer ask(Duration timeout) throws InterruptedException {
    Deadline deadline = Deadline.in(timeout);
    try (SocketChannel channel = Connections.open(address, timeout)) {
      return converse(channel, deadline);
    } catch (ClosedByInterruptException e) {
      throw interrupted();
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw interrupted();
      }
      return Answer.down(SocketDetails.of(e, timeout));
    }
  }

  private static InterruptedException interrupted() {
    var unused = Thread.interrupted();
    return new InterruptedException();
  }

  /** What is said over the connection once it stands. */
  abstract Answer converse(SocketChannel channel, Deadline deadline) throws IOException;
}
