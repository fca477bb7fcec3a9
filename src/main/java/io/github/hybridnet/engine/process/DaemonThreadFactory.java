package io.github.hybridnet.engine.process;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes threads that never keep the process alive. */
public final class DaemonThreadFactory implements ThreadFactory {
  private final String name;
  private final AtomicInteger number = new AtomicInteger();

  /**
   * A factory of threads for a pool.
   *
   * @param name what the threads are called, such as {@code hybridnet-write}; a number follows it
   */
  public DaemonThreadFactory(String name) {
    this.name = name;
  }

  @Override
  public Thread newThread(Runnable task) {
    return thread(name + "-" + number.incrementAndGet(), task);
  }

  /**
   * One thread, not started.
   *
   * @param name what the thread is called
   */
  public static Thread thread(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
