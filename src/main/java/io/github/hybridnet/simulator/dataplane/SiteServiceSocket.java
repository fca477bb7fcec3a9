package io.github.hybridnet.simulator.dataplane;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A listening socket that can be shut or blocked. Blocked, its queue is full of its own
 * connections, so that the system drops the first packet of every other one.
 */
final class SiteServiceSocket implements AutoCloseable {
  private static final int BACKLOG = 32;
  private static final int FILLERS = 4 * BACKLOG;
  private static final int PATIENCE_MILLIS = 100;

  private final InetSocketAddress address;
  private final Selector selector;
  private final List<Socket> fillers = new ArrayList<>();
  private ServerSocketChannel channel;

  private SiteServiceSocket(InetSocketAddress wanted) throws IOException {
    selector = Selector.open();
    try {
      channel = bound(wanted);
    } catch (IOException e) {
      selector.close();
      throw e;
    }
    address = (InetSocketAddress) channel.getLocalAddress();
  }

  static SiteServiceSocket bind(InetSocketAddress wanted) throws IOException {
    return new SiteServiceSocket(wanted);
  }

  int port() {
    return address.getPort();
  }

  /** Ends a wait for connections. */
  void wakeUp() {
    selector.wakeup();
  }

  /** Waits for connections, or for {@link #wakeUp}, and takes those that are there. */
  void acceptAll(Consumer<SocketChannel> taker) throws IOException {
    try {
      selector.select();
      selector.selectedKeys().clear();
    } catch (ClosedSelectorException e) {
      throw new ClosedChannelException();
    }
    for (SocketChannel next = channel.accept(); next != null; next = channel.accept()) {
      next.configureBlocking(true);
      taker.accept(next);
    }
  }

  /** Refuses connections until {@link #reopen}. */
  void shut() throws IOException {
    channel.close();
    selector.selectNow();
  }

  void reopen() throws IOException {
    if (selector.isOpen()) {
      channel = bound(address);
    }
  }

  /** Lets new connections hang until {@link #clear}. */
  void jam() throws IOException {
    while (fillers.size() < FILLERS) {
      Socket filler = new Socket();
      try {
        filler.connect(address, PATIENCE_MILLIS);
        fillers.add(filler);
      } catch (SocketTimeoutException | ConnectException e) {
        // Full. Windows refuses what does not fit.
        filler.close();
        return;
      } catch (IOException e) {
        filler.close();
        throw e;
      }
    }
  }

  void clear() {
    for (Socket filler : fillers) {
      try {
        filler.close();
      } catch (IOException e) {
        // It is gone already.
      }
    }
    fillers.clear();
  }

  @Override
  public void close() {
    try (ServerSocketChannel closing = channel) {
      selector.close();
    } catch (IOException e) {
      // Nothing is left to be closed.
    }
  }

  private ServerSocketChannel bound(InetSocketAddress wanted) throws IOException {
    ServerSocketChannel opened = ServerSocketChannel.open();
    try {
      opened.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      opened.bind(wanted, BACKLOG);
      opened.configureBlocking(false);
      opened.register(selector, SelectionKey.OP_ACCEPT);
      return opened;
    } catch (IOException | ClosedSelectorException e) {
      opened.close();
      throw e;
    }
  }
}
