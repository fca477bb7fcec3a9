package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The world at one simulated instant, while the engine's lock is held. */
final class Transaction implements World {
  private final Engine engine;
  private final Estate estate;
  private final Instant now;
  private final SeededIds ids;
  private final ResourceStore resources;

  Transaction(Engine engine, Estate estate, Instant now) {
    this.engine = engine;
    this.estate = estate;
    this.now = now;
    this.ids = new SeededIds(estate);
    this.resources = new ResourceStore(estate, engine.registrations(), ids);
  }

  @Override
  public ResourceStore resources() {
    return resources;
  }

  @Override
  public Notes notes() {
    return new NoteStore(estate);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public IdSource ids() {
    return ids;
  }

  @Override
  public Behaviour behaviour() {
    return engine.setting().behaviour();
  }

  @Override
  public List<RunningOperation> running(ArmId id) {
    String root = id.root().key();
    return estate.operations.values().stream()
        .filter(StoredOperation::running)
        .filter(operation -> operation.job().target().root().key().equals(root))
        .map(StoredOperation::view)
        .toList();
  }

  @Override
  public void schedule(String event, ArmId target, Duration after, ObjectNode data) {
    StoredEvent stored = new StoredEvent(event, target, now.plus(after), data.deepCopy());
    estate.events.put(stored.key(), stored);
    estate.version++;
  }

  @Override
  public void schedule(String event, ArmId target, String duration, ObjectNode data) {
    schedule(event, target, duration(duration), data);
  }

  @Override
  public Duration duration(String key) {
    return engine.setting().durations().of(key);
  }

  @Override
  public void cancel(String event, ArmId target) {
    if (estate.events.remove(StoredEvent.key(event, target)) != null) {
      estate.version++;
    }
  }

  /** The rest of what the platform itself works on. */
  Estate estate() {
    return estate;
  }

  Registrations types() {
    return engine.registrations();
  }

  Setting setting() {
    return engine.setting();
  }

  Optional<ObjectNode> group(ArmId id) {
    return Optional.ofNullable(estate.groups.get(id.group().key()));
  }

  void putGroup(ArmId id, ObjectNode group) {
    estate.groups.put(id.group().key(), group);
    estate.version++;
  }

  void put(StoredOperation operation) {
    // Removed first, so that the order of the map is the order of the latest starts.
    estate.operations.remove(operation.id());
    estate.operations.put(operation.id(), operation);
    estate.version++;
  }

  void end(StoredOperation operation, StoredOperation.Outcome outcome) {
    estate.operations.put(operation.id(), operation.ended(outcome));
    estate.version++;
  }

  /** Ends what runs on a top-level resource that is gone. */
  void cancelRunning(ArmId root) {
    for (StoredOperation operation : List.copyOf(estate.operations.values())) {
      if (operation.running() && operation.job().target().root().equals(root)) {
        end(operation, StoredOperation.Outcome.canceled(ArmErrors.canceled()));
      }
    }
  }

  /** Runs something; if it throws, nothing of what it did remains. */
  <T> T attempt(Supplier<T> action) {
    Estate before = estate.copy();
    try {
      return action.get();
    } catch (RuntimeException | Error e) {
      estate.become(before);
      throw e;
    }
  }
}
