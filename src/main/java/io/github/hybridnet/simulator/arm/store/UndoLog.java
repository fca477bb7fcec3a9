package io.github.hybridnet.simulator.arm.store;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How to take back what was done to the estate since the last commit. Nothing is done while it is
 * closed: then several threads may read.
 */
public final class UndoLog {
  private final Deque<Runnable> steps = new ArrayDeque<>();
  private boolean open;
  private long version;

  /** Lets the thread that holds the engine's write lock change the estate. */
  public void open() {
    open = true;
  }

  /** Notes how to take back a change that is about to be made. */
  void note(Runnable step) {
    if (!open) {
      throw new IllegalStateException("A request that only reads has changed the cloud");
    }
    steps.push(step);
    version++;
  }

  /** Grows with every change, and shrinks with those that are taken back. */
  public long version() {
    return version;
  }

  /** Takes back what was done since the version was this one. */
  public void backTo(long earlier) {
    while (version > earlier) {
      steps.pop().run();
      version--;
    }
  }

  /** Keeps what was done. */
  public void commit() {
    steps.clear();
  }

  /** Keeps what was done and ends the changes. */
  public void close() {
    commit();
    open = false;
  }
}
