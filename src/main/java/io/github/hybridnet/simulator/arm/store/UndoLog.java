package io.github.hybridnet.simulator.arm.store;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How to undo the changes since the last commit. While it is closed nothing may change, and several
 * threads may read.
 */
public final class UndoLog {
  private final Deque<Runnable> steps = new ArrayDeque<>();
  private boolean open;
  private long version;

  /** Allows changes by the thread that holds the engine's write lock. */
  public void open() {
    open = true;
  }

  /** Records how to undo a change that follows. */
  void note(Runnable step) {
    if (!open) {
      throw new IllegalStateException("A request that only reads has changed the cloud");
    }
    steps.push(step);
    version++;
  }

  /** The number of changes that were made and not undone. */
  public long version() {
    return version;
  }

  /** Undoes the changes since this version. */
  public void backTo(long earlier) {
    while (version > earlier) {
      steps.pop().run();
      version--;
    }
  }

  /** Keeps the changes, which can then no longer be undone. */
  public void commit() {
    steps.clear();
  }

  /** Keeps the changes and allows no more of them. */
  public void close() {
    commit();
    open = false;
  }
}
