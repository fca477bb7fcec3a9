package io.github.hybridnet.maven.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order of events when the process is told to end: all goals are stopped and complete their
 * restores; then the simulators end. Hooks of a process run in no order, so this is the plugin's
 * only one, and it is registered only while something needs it.
 */
public final class ShutdownSequence {
  /** That of this process. */
  public static final ShutdownSequence CURRENT = new ShutdownSequence(ShutdownHooks.OF_THE_PROCESS);

  private static final System.Logger LOG = System.getLogger(ShutdownSequence.class.getName());

  private final ShutdownHooks shutdownHooks;
  private final Set<GracefulStop> goals = new LinkedHashSet<>();
  private final Deque<Runnable> afterwards = new ArrayDeque<>();
  private @Nullable Thread hook;
  private boolean ending;

  /** What ends with the process. */
  interface ShutdownHooks {
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
    ShutdownHooks OF_THE_PROCESS =
        new ShutdownHooks() {
          private Runnable restoreSignal = () -> {};

          @Override
          public void add(Thread hook) {
            Runtime.getRuntime().addShutdownHook(hook);
            restoreSignal = InterruptSignal.reachHooks();
          }

          @Override
          public void remove(Thread hook) {
            Runtime.getRuntime().removeShutdownHook(hook);
            restoreSignal.run();
          }
        };
  }

  ShutdownSequence(ShutdownHooks shutdownHooks) {
    this.shutdownHooks = shutdownHooks;
  }

  /**
   * Registers a goal that is to be stopped before anything else ends.
   *
   * @return false if the process is ending already; the goal is then not waited for
   */
  synchronized boolean enter(GracefulStop goal) {
    register();
    return !ending && goals.add(goal);
  }

  /** The goal is over. */
  synchronized void leave(GracefulStop goal) {
    goals.remove(goal);
    unregister();
  }

  /**
   * Registers what ends when no goal needs it any more, the latest first.
   *
   * @return unregisters it again
   */
  public synchronized Runnable afterGoals(Runnable end) {
    register();
    afterwards.push(end);
    return () -> forget(end);
  }

  private synchronized void forget(Runnable end) {
    afterwards.remove(end);
    unregister();
  }

  private void register() {
    if (ending || hook != null) {
      return;
    }
    Thread fresh = new Thread(this::end, "hybridnet-stop");
    try {
      shutdownHooks.add(fresh);
      hook = fresh;
    } catch (IllegalStateException e) {
      ending = true;
    }
  }

  private void unregister() {
    if (ending || hook == null || !goals.isEmpty() || !afterwards.isEmpty()) {
      return;
    }
    try {
      shutdownHooks.remove(hook);
      hook = null;
    } catch (IllegalStateException e) {
      // The process is ending: the hook is what ends it.
      ending = true;
    }
  }

  /** What the hook does. */
  private void end() {
    long began = System.nanoTime();
    List<GracefulStop> stopped = begin();
    stopped.forEach(GracefulStop::stopGoal);
    try {
      for (GracefulStop goal : stopped) {
        goal.awaitLeave(began);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Runnable next = next(); next != null; next = next()) {
      run(next);
    }
  }

  private synchronized List<GracefulStop> begin() {
    ending = true;
    return List.copyOf(goals);
  }

  private synchronized @Nullable Runnable next() {
    return afterwards.poll();
  }

  /** One that fails to stop does not keep the others. */
  private static void run(Runnable end) {
    try {
      end.run();
    } catch (RuntimeException | LinkageError e) {
      LOG.log(System.Logger.Level.WARNING, e.getMessage());
    }
  }
}
