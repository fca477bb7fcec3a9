package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The simulated cloud: its estate behind one lock, moved on by the simulated clock. Whoever looks
 * first applies everything that is due.
 */
public final class Engine {
  private final ReentrantLock lock = new ReentrantLock();
  private final Registrations registrations;
  private final Setting setting;
  private final Estate estate;
  private final Settling settling = new Settling();
  private Runnable changed = () -> {};
  private long watched = -1;

  private Engine(Registrations registrations, Setting setting, Estate estate) {
    this.registrations = registrations;
    this.setting = setting;
    this.estate = estate;
  }

  /** An empty cloud whose generated ids depend on the seed. */
  public static Engine empty(Registrations registrations, Setting setting, long seed) {
    Estate estate = new Estate();
    estate.seed = seed;
    return new Engine(registrations, setting, estate);
  }

  /**
   * A cloud as {@link #snapshot} described it.
   *
   * @throws IllegalArgumentException if the document is damaged
   */
  public static Engine restored(Registrations registrations, Setting setting, JsonNode document) {
    try {
      return new Engine(registrations, setting, EstateJson.read(document));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("damaged", e);
    }
  }

  /** Sets what is called, under the lock, after each transaction that changed something. */
  public void onChange(Runnable listener) {
    changed = listener;
  }

  /** Everything there is, as a document. */
  public ObjectNode snapshot() {
    lock.lock();
    try {
      return EstateJson.write(estate);
    } finally {
      lock.unlock();
    }
  }

  /** Applies everything that is due at this simulated instant, in order. */
  public void settle() {
    lock.lock();
    try {
      long before = estate.version;
      settling.settle(this, estate, setting.clock().now());
      report(before);
    } finally {
      lock.unlock();
    }
  }

  /** Says that something around the cloud has changed which is kept with it, such as the clock. */
  public void touch() {
    changed.run();
  }

  /** Settles, then runs the action; if it throws, nothing of what it did remains. */
  <T> T transact(Function<Transaction, T> action) {
    lock.lock();
    try {
      long before = estate.version;
      Instant now = setting.clock().now();
      settling.settle(this, estate, now);
      try {
        Transaction transaction = new Transaction(this, estate, now);
        return transaction.attempt(() -> action.apply(transaction));
      } finally {
        report(before);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Does what the modules want done at the end. */
  public void close() {
    registrations.close();
  }

  Registrations registrations() {
    return registrations;
  }

  Setting setting() {
    return setting;
  }

  private void report(long before) {
    if (estate.version != before) {
      changed.run();
    }
    if (estate.version != watched) {
      watched = estate.version;
      World world = new Transaction(this, estate, setting.clock().now());
      registrations.watchers().forEach(watcher -> watcher.accept(world));
    }
  }
}
