package io.github.hybridnet.maven.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Gives a goal time to end when the process is told to end, as by Ctrl-C: its thread is
 * interrupted, and the process ends when the goal has shown what is still running. Where Maven is a
 * daemon nothing of it remains after the goal.
 */
public final class GracefulStop {
  private final ShutdownSequence process;
  private final Thread goal = Thread.currentThread();
  private final CountDownLatch left = new CountDownLatch(1);
  private final Supplier<Duration> limit;
  private boolean stopped;
  private boolean over;

  /** What a goal runs. */
  @FunctionalInterface
  public interface InterruptibleTask {
    /**
     * Runs the task until it ends or is stopped.
     *
     * @throws InterruptedException when the build is stopped
     */
    void run() throws InterruptedException;
  }

  GracefulStop(ShutdownSequence process, Supplier<Duration> limit) {
    this.process = process;
    this.limit = limit;
  }

  /**
   * Runs a goal in this thread.
   *
   * @param interruptibleTask the goal
   * @param limit how long the end of the process waits for the goal's; asked again when that is
   *     over, as a goal may have begun what must not be cut off
   * @param lastMessage shows the last message when the process ends, because Maven may not show it
   * @throws InterruptedException when the build is stopped, in this way or by an interruption
   */
  public static void during(
      InterruptibleTask interruptibleTask, Supplier<Duration> limit, Runnable lastMessage)
      throws InterruptedException {
    new GracefulStop(ShutdownSequence.CURRENT, limit).run(interruptibleTask, lastMessage);
  }

  void run(InterruptibleTask interruptibleTask, Runnable lastMessage) throws InterruptedException {
    try {
      if (!process.enter(this)) {
        // The process is ending already, and another module's goal has been stopped.
        stopGoal();
      }
      carryOut(interruptibleTask);
    } catch (InterruptedException e) {
      if (isStopped()) {
        lastMessage.run();
      }
      throw e;
    } finally {
      end();
      process.leave(this);
    }
  }

  /** Reads that were stopped while they waited for an answer fail in their own way. */
  private static void carryOut(InterruptibleTask interruptibleTask) throws InterruptedException {
    try {
      interruptibleTask.run();
    } catch (RuntimeException failure) {
      if (!Thread.interrupted()) {
        throw failure;
      }
      InterruptedException stopped = new InterruptedException("The build was stopped.");
      stopped.addSuppressed(failure);
      throw stopped;
    }
  }

  /**
   * Waits until the goal has left, at most as long as it may need. A goal that does not listen is
   * left to the end of the process.
   *
   * @param began when the process began to end, as {@link System#nanoTime} counts
   */
  void awaitLeave(long began) throws InterruptedException {
    Duration waited = Duration.ZERO;
    for (Duration most = limit.get(); most.compareTo(waited) > 0; most = limit.get()) {
      if (left.await(most.toNanos() - (System.nanoTime() - began), TimeUnit.NANOSECONDS)) {
        return;
      }
      waited = most;
    }
  }

  synchronized void stopGoal() {
    if (!over) {
      stopped = true;
      goal.interrupt();
    }
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  private synchronized void end() {
    over = true;
    left.countDown();
  }
}
