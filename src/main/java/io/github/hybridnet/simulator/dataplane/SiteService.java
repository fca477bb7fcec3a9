package io.github.hybridnet.simulator.dataplane;

import io.github.hybridnet.simulator.http.SimulatorThreadFactory;
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

  private final SiteServiceSocket siteServiceSocket;
  private final OutageBehaviour outageBehaviour;
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers;
  private ServiceReachability serviceReachability = ServiceReachability.NONE;
  private boolean closed;

  private SiteService(SiteServiceSocket siteServiceSocket, OutageBehaviour outageBehaviour) {
    this.siteServiceSocket = siteServiceSocket;
    this.outageBehaviour = outageBehaviour;
    int number = COUNT.incrementAndGet();
    this.workers =
        Executors.newCachedThreadPool(SimulatorThreadFactory.named("simulator-service-" + number));
  }

  /**
   * Opens a service that cannot be reached yet.
   *
   * @param port the port; 0 for any that is free
   * @param outageBehaviour what clients see while no path exists
   * @throws java.net.BindException if the port is taken
   */
  public static SiteService open(int port, OutageBehaviour outageBehaviour) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    SiteService service = new SiteService(SiteServiceSocket.bind(address), outageBehaviour);
    service.workers.execute(service::serve);
    return service;
  }

  public int port() {
    return siteServiceSocket.port();
  }

  public OutageBehaviour whenDown() {
    return outageBehaviour;
  }

  /** Says how the service is reached from now on. */
  public synchronized void show(ServiceReachability next) {
    boolean cut = serviceReachability.reachable() && !next.reachable();
    serviceReachability = next;
    if (cut && outageBehaviour == OutageBehaviour.REFUSE) {
      clients.forEach(SiteService::reset);
    }
    notifyAll();
    siteServiceSocket.wakeUp();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      clients.forEach(SiteService::reset);
      notifyAll();
    }
    siteServiceSocket.close();
    // Whoever is at work is at its end now: nothing needs to be waited for.
    workers.shutdown();
  }

  /**
   * Waits until packets pass.
   *
   * @throws ClosedChannelException if the service is closed before
   */
  synchronized ServiceReachability awaitPath() throws IOException, InterruptedException {
    while (!serviceReachability.reachable() && !closed) {
      wait();
    }
    if (closed) {
      throw new ClosedChannelException();
    }
    return serviceReachability;
  }

  private synchronized boolean isOpen() {
    return !closed;
  }

  private synchronized boolean accepts() {
    return serviceReachability.reachable() || outageBehaviour == OutageBehaviour.STALL;
  }

  private void serve() {
    try {
      while (isOpen()) {
        turn();
      }
    } catch (IOException | ClosedSelectorException e) {
      // The port is lost, or the service is closing: clients see a refusal, which is the truth.
      siteServiceSocket.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      siteServiceSocket.clear();
    }
  }

  private void turn() throws IOException, InterruptedException {
    if (accepts()) {
      siteServiceSocket.acceptAll(this::accepted);
    } else if (outageBehaviour == OutageBehaviour.REFUSE) {
      siteServiceSocket.shut();
      awaitPath();
      siteServiceSocket.reopen();
    } else {
      siteServiceSocket.jam();
      awaitPath();
      siteServiceSocket.clear();
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
            new ClientConversation(client, this).hold();
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
