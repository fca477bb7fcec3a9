package io.github.hybridnet.maven.setup;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Gives a goal time to take its leave when the process is told to end, as by Ctrl-C: its thread is
 * interrupted, and the process ends when the goal has said what it leaves behind. Where Maven is a
 * daemon nothing of it remains after the goal.
 */
public final class StopSignal {
  private final Hooks hooks;
  private final Thread goal = Thread.currentThread();
  private final CountDownLatch left = new CountDownLatch(1);
  private final Supplier<Duration> within;
  private boolean stopped;
  private boolean over;

  /** What a goal does. */
  @FunctionalInterface
  public interface Task {
    /**
     * Does it.
     *
     * @throws InterruptedException when the build is stopped
     */
    void run() throws InterruptedException;
  }

  /** What ends with the process. */
  interface Hooks {
    /**
     * Adds a thread that the end of the process starts.
     *
     * @throws IllegalStateException when the process is ending
     */
    void add(Thread hook);

    /**
     * Takes it away again.
     *
     * @throws IllegalStateException when the process is ending
     */
    void remove(Thread hook);

    /** Those of this process. */
    Hooks OF_THE_PROCESS =
        new Hooks() {
          @Override
          public void add(Thread hook) {
            Runtime.getRuntime().addShutdownHook(hook);
          }

          @Override
          public void remove(Thread hook) {
            Runtime.getRuntime().removeShutdownHook(hook);
          }
        };
  }

  StopSignal(Hooks hooks, Supplier<Duration> within) {
    this.hooks = hooks;
    this.within = within;
  }

  /**
   * Carries out a goal in this thread.
   *
   * @param task the goal
   * @param within how long the end of the process waits for the goal's; asked again when that is
   *     over, as a goal may have begun what must not be cut off
   * @param farewell what to say last when the process ends: Maven may not come to say anything
   * @throws InterruptedException when the build is stopped, in this way or by an interruption
   */
  public static void during(Task task, Supplier<Duration> within, Runnable farewell)
      throws InterruptedException {
    new StopSignal(Hooks.OF_THE_PROCESS, within).heed(task, farewell);
  }

  void heed(Task task, Runnable farewell) throws InterruptedException {
    Thread hook = new Thread(this::stop, "hybridnet-stop");
    try {
      add(hook);
      carryOut(task);
    } catch (InterruptedException e) {
      if (isStopped()) {
        farewell.run();
      }
      throw e;
    } finally {
      end();
      remove(hook);
    }
  }

  /** Reads that were stopped while they waited for an answer fail in their own way. */
  private static void carryOut(Task task) throws InterruptedException {
    try {
      task.run();
    } catch (RuntimeException failure) {
      if (!Thread.interrupted()) {
        throw failure;
      }
      InterruptedException stopped = new InterruptedException("The build was stopped.");
      stopped.addSuppressed(failure);
      throw stopped;
    }
  }

  private void add(Thread hook) {
    try {
      hooks.add(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and another module's goal has been stopped.
      stopGoal();
    }
  }

  private void remove(Thread hook) {
    try {
      hooks.remove(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook is what ends it.
      return;
    }
  }

  /** What the hook does. */
  private void stop() {
    stopGoal();
    try {
      Duration waited = Duration.ZERO;
      for (Duration most = within.get(); most.compareTo(waited) > 0; most = within.get()) {
        if (left.await(most.minus(waited).toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        waited = most;
      }
      // A goal that does not listen is left to the end of the process.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void stopGoal() {
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
