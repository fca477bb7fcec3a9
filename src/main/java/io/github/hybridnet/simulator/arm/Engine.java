package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The simulated cloud: its estate, moved on by the simulated clock. Whoever looks first applies
 * everything that is due. One thread changes it at a time, in a transaction; while none does, any
 * number read.
 */
public final class Engine {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Registrations registrations;
  private final Setting setting;
  private Estate estate;
  private final Settling settling = new Settling();
  private final Watch watch;
  private final Views views = new Views();
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
    return new Engine(registrations, setting, new Estate(seed, 0));
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
    watch.begin(new Transaction(this, estate, setting.clock().now()), listener);
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
    lock.readLock().lock();
    try {
      return Optional.ofNullable(estate.operations.get(id)).map(StoredOperation::view);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Everything there is, as a document. */
  public ObjectNode snapshot() {
    EstateSnapshot snapshot;
    lock.readLock().lock();
    try {
      snapshot = new EstateSnapshot(estate);
    } finally {
      lock.readLock().unlock();
    }
    return EstateJson.write(snapshot);
  }

  /** When the next thing happens in simulated time, if anything will. */
  public Optional<Instant> nextDue() {
    lock.readLock().lock();
    try {
      return estate.nextDue();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Becomes empty; generated ids begin anew, at the seed. */
  public void clear(long seed) {
    become(new Estate(seed, 0));
  }

  /** Becomes what {@link #snapshot} described, whatever was here. */
  public void replace(JsonNode document) {
    become(EstateJson.read(document));
  }

  private void become(Estate other) {
    lock.writeLock().lock();
    try {
      other.takesThePlaceOf(estate);
      estate = other;
      Instant now = setting.clock().now();
      tell(now, true);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Applies everything that is due at this simulated instant, in order. */
  public void settle() {
    settle(setting.clock().now());
  }

  /** Says that something around the cloud has changed which is kept with it, such as the clock. */
  public void touch() {
    changed.run();
  }

  /** Settles, then runs an action that changes nothing. */
  <T> T read(Function<Transaction, T> action) {
    Instant now = setting.clock().now();
    settle(now);
    lock.readLock().lock();
    try {
      return action.apply(new Transaction(this, estate, now));
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Settles, then runs the action; if it throws, nothing of what it did remains. */
  <T> T transact(Function<Transaction, T> action) {
    return change(
        now -> {
          settling.settle(this, estate, now);
          Transaction transaction = new Transaction(this, estate, now);
          return transaction.attempt(() -> action.apply(transaction));
        });
  }

  Watch watch() {
    return watch;
  }

  Views views() {
    return views;
  }

  Fates fates() {
    return fates;
  }

  /** Shows the world to those who follow its changes, for the first time. */
  public void begin() {
    lock.writeLock().lock();
    try {
      show(setting.clock().now());
    } finally {
      lock.writeLock().unlock();
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

  private void settle(Instant now) {
    boolean due = nextDue().filter(next -> !next.isAfter(now)).isPresent();
    if (due) {
      change(
          later -> {
            settling.settle(this, estate, later);
            return later;
          });
    }
  }

  private <T> T change(Function<Instant, T> action) {
    lock.writeLock().lock();
    try {
      Instant now = setting.clock().now();
      long before = estate.undo.version();
      estate.undo.open();
      try {
        return action.apply(now);
      } finally {
        estate.undo.close();
        tell(now, estate.undo.version() != before);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void tell(Instant now, boolean different) {
    watch.look(new Transaction(this, estate, now));
    if (different) {
      changed.run();
      show(now);
    }
  }

  private void show(Instant now) {
    World world = new Transaction(this, estate, now);
    registrations.watchers().forEach(watcher -> watcher.accept(world));
  }
}
