package io.github.hybridnet.drill.probe;

import io.github.hybridnet.engine.process.DaemonThreadFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds the addresses of hosts, all at once, and does not wait for ever. */
final class HostNameResolver {
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private final Resolver resolver;

  /** Finds the address of one host. */
  @FunctionalInterface
  interface Resolver {
    InetAddress resolve(String host) throws UnknownHostException;
  }

  HostNameResolver(Resolver resolver) {
    this.resolver = resolver;
  }

  /** The addresses of those that have one. */
  Map<String, InetAddress> resolve(List<String> hosts) throws InterruptedException {
    Map<String, FutureTask<InetAddress>> tasks = new HashMap<>();
    for (String host : hosts) {
      FutureTask<InetAddress> task = new FutureTask<>(() -> resolver.resolve(host));
      if (tasks.putIfAbsent(host, task) == null) {
        DaemonThreadFactory.thread("hybridnet-probe-names", task).start();
      }
    }
    long end = System.nanoTime() + LIMIT.toNanos();
    Map<String, InetAddress> found = new HashMap<>();
    for (Map.Entry<String, FutureTask<InetAddress>> task : tasks.entrySet()) {
      try {
        long left = Math.max(0, end - System.nanoTime());
        found.put(task.getKey(), task.getValue().get(left, TimeUnit.NANOSECONDS));
      } catch (ExecutionException | TimeoutException e) {
        // Who is not in the map has no address.
        continue;
      }
    }
    return found;
  }
}
