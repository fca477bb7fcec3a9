package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
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
  private final Watch watch;
  private Runnable changed = () -> {};
  private Fates fates = Fates.NATURAL;

  private Engine(Registrations registrations, Setting setting, Estate estate) {
    this.registrations = registrations;
    this.setting = setting;
    this.estate = estate;
    this.watch = new Watch(registrations);
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

  /** Sets who hears, under the lock, of each state that changes from now on. */
  public void onStateChange(Consumer<StateChange> listener) {
    watch.begin(estate, listener);
  }

  /** Sets who decides what comes of operations. */
  public void judgedBy(Fates judge) {
    fates = judge;
  }

  /** What the path of a request is about. */
  public Addressed addressed(List<String> path) {
    return Addresses.read(registrations, path, this::operation);
  }

  private Optional<RunningOperation> operation(String id) {
    lock.lock();
    try {
      return Optional.ofNullable(estate.operations.get(id)).map(StoredOperation::view);
    } finally {
      lock.unlock();
    }
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
        watch.look(estate, now);
        report(before);
      }
    } finally {
      lock.unlock();
    }
  }

  Watch watch() {
    return watch;
  }

  Fates fates() {
    return fates;
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
  }
}
