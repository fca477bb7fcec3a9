package io.github.hybridnet.simulator.plane;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service inside a virtual network as a client in the customer's site sees it: a TCP port on
 * loopback that answers while a path exists, and behaves like a lost path while none does.
 */
public final class SiteService implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Listener listener;
  private final WhenDown whenDown;
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers;
  private Reach reach = Reach.NONE;
  private boolean closed;

  private SiteService(Listener listener, WhenDown whenDown) {
    this.listener = listener;
    this.whenDown = whenDown;
    int number = COUNT.incrementAndGet();
    this.workers =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "simulator-service-" + number);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Opens a service that cannot be reached yet.
   *
   * @param port the port; 0 for any that is free
   * @param whenDown what clients see while no path exists
   * @throws java.net.BindException if the port is taken
   */
  public static SiteService open(int port, WhenDown whenDown) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    SiteService service = new SiteService(Listener.bind(address), whenDown);
    service.workers.execute(service::serve);
    return service;
  }

  public int port() {
    return listener.port();
  }

  public WhenDown whenDown() {
    return whenDown;
  }

  /** Says how the service is reached from now on. */
  public synchronized void show(Reach next) {
    boolean cut = reach.reachable() && !next.reachable();
    reach = next;
    if (cut && whenDown == WhenDown.REFUSE) {
      clients.forEach(SiteService::reset);
    }
    notifyAll();
    listener.wakeUp();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      clients.forEach(SiteService::reset);
      notifyAll();
    }
    listener.close();
    // Whoever is at work is at its end now: nothing needs to be waited for.
    workers.shutdown();
  }

  /**
   * Waits until packets pass.
   *
   * @throws ClosedChannelException if the service is closed before
   */
  synchronized Reach awaitPath() throws IOException, InterruptedException {
    while (!reach.reachable() && !closed) {
      wait();
    }
    if (closed) {
      throw new ClosedChannelException();
    }
    return reach;
  }

  private synchronized boolean isOpen() {
    return !closed;
  }

  private synchronized boolean accepts() {
    return reach.reachable() || whenDown == WhenDown.STALL;
  }

  private void serve() {
    try {
      while (isOpen()) {
        turn();
      }
    } catch (IOException | ClosedSelectorException e) {
      // The port is lost, or the service is closing: clients see a refusal, which is the truth.
      listener.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      listener.clear();
    }
  }

  private void turn() throws IOException, InterruptedException {
    if (accepts()) {
      listener.acceptAll(this::accepted);
    } else if (whenDown == WhenDown.REFUSE) {
      listener.shut();
      awaitPath();
      listener.reopen();
    } else {
      listener.jam();
      awaitPath();
      listener.clear();
    }
  }

  private synchronized void accepted(SocketChannel channel) {
    Socket client = channel.socket();
    if (closed) {
      reset(client);
      return;
    }
    clients.add(client);
    workers.execute(
        () -> {
          try (client) {
            new Conversation(client, this).hold();
          } catch (IOException e) {
            // The client is gone, or was cut off.
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            clients.remove(client);
          }
        });
  }

  private static void reset(Socket client) {
    try (client) {
      client.setSoLinger(true, 0);
    } catch (IOException e) {
      // It is closed already.
    }
  }
}
