package io.github.hybridnet.engine;

import io.github.hybridnet.engine.process.DaemonThreadFactory;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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

  /**
   * The result of a task. What the task threw is thrown as it was, without the executor's wrapping.
   *
   * @throws InterruptedException when this thread or the task was interrupted
   */
  static <T> T await(Future<T> task) throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  /**
   * The result of a task that may not have come in time.
   *
   * @throws TimeoutException when it has not come within the limit
   * @throws InterruptedException when this thread or the task was interrupted
   */
  static <T> T await(Future<T> task, Duration limit) throws InterruptedException, TimeoutException {
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  private static RuntimeException unwrapped(ExecutionException e) throws InterruptedException {
    Throwable cause = e.getCause();
    if (cause instanceof InterruptedException interrupted) {
      throw interrupted;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
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
