package io.github.hybridnet.engine;

import io.github.hybridnet.engine.process.DaemonThreadFactory;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Threads for one piece of work. They never keep a JVM alive, and have ended when the work is over:
 * nothing reads or writes any more after a goal has returned.
 */
final class WorkerPool implements AutoCloseable {
  private static final Duration END_WITHIN = Duration.ofSeconds(4);

  private final ExecutorService executor;

  /**
   * Threads that are made when they are needed.
   *
   * @param most how many at once
   * @param name what the threads are called
   */
  WorkerPool(int most, String name) {
    executor = Executors.newFixedThreadPool(most, new DaemonThreadFactory(name));
  }

  ExecutorService executor() {
    return executor;
  }

  /** Interrupts what still runs, and waits for its end. */
  @Override
  public void close() {
    executor.shutdownNow();
    try {
      boolean ended = executor.awaitTermination(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        // A task that does not listen to interruptions is left to its daemon thread.
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
