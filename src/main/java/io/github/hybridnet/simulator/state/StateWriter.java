package io.github.hybridnet.simulator.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Writes the state soon after it changed, many changes at a time, and once more at the end. */
public final class StateWriter {
  private static final long DELAY_MILLIS = 50;

  /** A large state is written less often: writing takes a tenth of the time at most. */
  private static final int PATIENCE = 10;

  private static final long LONGEST_MILLIS = 5_000;

  private static final System.Logger LOG = System.getLogger(StateWriter.class.getName());

  private final StateFile file;
  private final Supplier<ObjectNode> snapshot;
  private final ScheduledExecutorService executor;
  private final BooleanSupplier place;
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private volatile long delayMillis = DELAY_MILLIS;

  /**
   * Creates the writer, which has nothing to write yet.
   *
   * @param file where to write
   * @param snapshot the state at the time of the call
   * @param executor where writing happens; stays the caller's
   * @param place whether the file's directory is still there, and still this simulator's
   */
  public StateWriter(
      StateFile file,
      Supplier<ObjectNode> snapshot,
      ScheduledExecutorService executor,
      BooleanSupplier place) {
    this.file = file;
    this.snapshot = snapshot;
    this.executor = executor;
    this.place = place;
  }

  /** Says that the state has changed. */
  public void changed() {
    if (scheduled.compareAndSet(false, true)) {
      try {
        executor.schedule(this::writeLater, delayMillis, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        // The end has begun, and writes once more.
        scheduled.set(false);
      }
    }
  }

  /** Writes now, in this thread. */
  public synchronized void write() throws IOException {
    if (!place.getAsBoolean()) {
      throw new IOException("its directory was deleted, or is another simulator's now");
    }
    long begin = System.nanoTime();
    file.save(snapshot.get());
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    delayMillis = Math.min(LONGEST_MILLIS, Math.max(DELAY_MILLIS, PATIENCE * millis));
  }

  private void writeLater() {
    // Cleared before the snapshot is taken, so that a change during the write starts another.
    scheduled.set(false);
    try {
      // Whoever puts the directory back writes the state, too.
      if (place.getAsBoolean()) {
        write();
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING, "The simulator cannot save its state: " + e.getMessage());
    }
  }
}
