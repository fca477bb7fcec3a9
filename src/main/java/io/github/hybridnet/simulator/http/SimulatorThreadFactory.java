package io.github.hybridnet.simulator.http;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes threads that do not keep the process alive. */
public final class SimulatorThreadFactory implements ThreadFactory {
  private final AtomicInteger count = new AtomicInteger();
  private final String name;
  private final boolean numbered;

  private SimulatorThreadFactory(String name, boolean numbered) {
    this.name = name;
    this.numbered = numbered;
  }

  /** A factory whose threads all have this name. */
  public static SimulatorThreadFactory named(String name) {
    return new SimulatorThreadFactory(name, false);
  }

  /** A factory whose threads are called {@code name-1}, {@code name-2} and so on. */
  static SimulatorThreadFactory numbered(String name) {
    return new SimulatorThreadFactory(name, true);
  }

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, numbered ? name + "-" + count.incrementAndGet() : name);
    thread.setDaemon(true);
    return thread;
  }
}
