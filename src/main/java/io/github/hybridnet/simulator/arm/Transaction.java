package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The world at one simulated instant, while one of the engine's locks is held. */
final class Transaction implements World {
  private static final int DRAWS_KEPT = 10_000;

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
    this.resources = new ResourceStore(estate, engine.registrations(), ids, now);
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
    return estate.running.of(id.root().key()).stream().map(StoredOperation::view).toList();
  }

  @Override
  public Optional<String> failed(ArmId id) {
    ArmId root = id.root();
    return estate.finished.of(true).stream()
        .filter(each -> each.outcome().status() == StoredOperation.Status.FAILED)
        .filter(each -> each.job().target().root().equals(root))
        .reduce((earlier, later) -> later)
        .map(StoredOperation::id);
  }

  @Override
  public void schedule(String event, ArmId target, Duration after, ObjectNode data) {
    StoredEvent stored = new StoredEvent(event, target, now.plus(after), data.deepCopy());
    estate.events.put(stored.key(), stored);
  }

  @Override
  public void schedule(String event, ArmId target, String duration, ObjectNode data) {
    schedule(event, target, duration(duration, target), data);
  }

  @Override
  public void cancel(String event, ArmId target) {
    estate.events.remove(StoredEvent.key(event, target));
  }

  /** The rest of what the platform itself works on. */
  Estate estate() {
    return estate;
  }

  Views views() {
    return engine.views();
  }

  Registrations types() {
    return engine.registrations();
  }

  @Override
  public Setting setting() {
    return engine.setting();
  }

  Fates fates() {
    return engine.fates();
  }

  @Override
  public Optional<ObjectNode> group(ArmId id) {
    return Optional.ofNullable(estate.groups.get(id.group().key()));
  }

  @Override
  public Response send(String method, String path, String apiVersion, @Nullable JsonNode body) {
    try {
      ArmCall call = ArmCall.internal(method, path, apiVersion, body);
      // Who asks may change what it gets.
      return attempt(() -> new SubscriptionEndpoint(this, call).serve()).copy();
    } catch (ArmException e) {
      return Errors.response(e.error());
    }
  }

  void putGroup(ArmId id, ObjectNode group) {
    estate.groups.put(id.group().key(), group);
  }

  void put(StoredOperation operation) {
    // Removed first, so that the order of the map is the order of the latest starts.
    estate.operations.remove(operation.id());
    estate.operations.put(operation.id(), operation);
  }

  void end(StoredOperation operation, StoredOperation.Outcome outcome) {
    estate.operations.put(operation.id(), operation.ended(outcome));
  }

  /** Lets an operation that is due go on for some time. */
  void postpone(StoredOperation operation, Duration by) {
    estate.operations.put(operation.id(), operation.postponed(now.plus(by)));
  }

  /** Ends what runs on a top-level resource that is gone. */
  void cancelRunning(ArmId root) {
    for (StoredOperation operation : estate.running.of(root.key())) {
      end(operation, StoredOperation.Outcome.canceled(ArmErrors.canceled()));
    }
  }

  /** Runs something; if it throws, nothing of what it did remains. */
  <T> T attempt(Supplier<T> action) {
    long before = estate.undo.version();
    try {
      return action.get();
    } catch (RuntimeException | Error e) {
      estate.undo.backTo(before);
      throw e;
    }
  }

  /** Runs something and takes back what it did. */
  <T> T rehearse(Supplier<T> action) {
    long before = estate.undo.version();
    try {
      return action.get();
    } finally {
      estate.undo.backTo(before);
    }
  }

  /** How long an operation on this resource takes this time. */
  @Override
  public Duration duration(String key, ArmId target) {
    Durations durations = engine.setting().durations();
    return durations.fixed(key, target).orElseGet(() -> durations.drawn(key, draw(key, target)));
  }

  private Draw draw(String key, ArmId target) {
    String purpose = key + " " + target.key();
    int number = estate.draws.getOrDefault(purpose, 0);
    // Removed first, so that the first of the table is the one not used for longest.
    estate.draws.remove(purpose);
    estate.draws.put(purpose, number + 1);
    if (estate.draws.size() > DRAWS_KEPT) {
      estate.draws.remove(estate.draws.keySet().iterator().next());
    }
    return Draw.of(estate.seed, purpose, number);
  }
}
