package io.github.hybridnet.simulator.arm.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.BehaviourOptions;
import io.github.hybridnet.simulator.arm.IdSource;
import io.github.hybridnet.simulator.arm.ModuleRegistrations;
import io.github.hybridnet.simulator.arm.ResourceNotes;
import io.github.hybridnet.simulator.arm.SimulationContext;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.error.ErrorResponses;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.RunningOperation;
import io.github.hybridnet.simulator.arm.store.CloudState;
import io.github.hybridnet.simulator.arm.store.NoteStore;
import io.github.hybridnet.simulator.arm.store.ResourceStore;
import io.github.hybridnet.simulator.arm.store.SeededIdSource;
import io.github.hybridnet.simulator.arm.store.StoredEvent;
import io.github.hybridnet.simulator.arm.store.StoredOperation;
import io.github.hybridnet.simulator.arm.time.DurationTable;
import io.github.hybridnet.simulator.arm.time.RandomDraw;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The world at one simulated instant, while one of the engine's locks is held. */
public final class Transaction implements World {
  private static final int DRAWS_KEPT = 10_000;

  private final SimulationEngine simulationEngine;
  private final CloudState cloudState;
  private final Instant now;
  private final SeededIdSource ids;
  private final ResourceStore resources;

  Transaction(SimulationEngine simulationEngine, CloudState cloudState, Instant now) {
    this.simulationEngine = simulationEngine;
    this.cloudState = cloudState;
    this.now = now;
    this.ids = new SeededIdSource(cloudState);
    this.resources = new ResourceStore(cloudState, simulationEngine.registrations(), ids, now);
  }

  @Override
  public ResourceStore resources() {
    return resources;
  }

  @Override
  public ResourceNotes notes() {
    return new NoteStore(cloudState);
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
  public BehaviourOptions behaviour() {
    return simulationEngine.context().behaviour();
  }

  @Override
  public List<RunningOperation> running(ArmId id) {
    return cloudState.running().of(id.root().key()).stream().map(StoredOperation::view).toList();
  }

  @Override
  public Optional<String> failed(ArmId id) {
    ArmId root = id.root();
    return cloudState.finished().of(true).stream()
        .filter(each -> each.outcome().status() == StoredOperation.Status.FAILED)
        .filter(each -> each.job().target().root().equals(root))
        .reduce((earlier, later) -> later)
        .map(StoredOperation::id);
  }

  @Override
  public void schedule(String event, ArmId target, Duration after, ObjectNode data) {
    StoredEvent stored = new StoredEvent(event, target, now.plus(after), data.deepCopy());
    cloudState.events().put(stored.key(), stored);
  }

  @Override
  public void schedule(String event, ArmId target, String duration, ObjectNode data) {
    schedule(event, target, duration(duration, target), data);
  }

  @Override
  public void cancel(String event, ArmId target) {
    cloudState.events().remove(StoredEvent.key(event, target));
  }

  /** The whole state, for the platform itself. */
  public CloudState state() {
    return cloudState;
  }

  public ViewCache viewCache() {
    return simulationEngine.viewCache();
  }

  public ModuleRegistrations types() {
    return simulationEngine.registrations();
  }

  @Override
  public SimulationContext context() {
    return simulationEngine.context();
  }

  OperationOutcomePolicy outcomePolicy() {
    return simulationEngine.outcomePolicy();
  }

  @Override
  public Optional<ObjectNode> group(ArmId id) {
    return Optional.ofNullable(cloudState.groups().get(id.group().key()));
  }

  @Override
  public ServerResponse send(
      String method, String path, String apiVersion, @Nullable JsonNode body) {
    try {
      ArmCall call = ArmCall.internal(method, path, apiVersion, body);
      // Who asks may change what it gets.
      return attempt(() -> simulationEngine.router().route(this, call)).copy();
    } catch (ArmException e) {
      return ErrorResponses.response(e.error());
    }
  }

  /** Whether other regions do not know a group yet, which was created lately. */
  public boolean isUnknownElsewhere(ArmId group) {
    return simulationEngine.laggingReads().isUnknown(group, now, behaviour().variants().current());
  }

  public void putGroup(ArmId id, ObjectNode group) {
    cloudState.groups().put(id.group().key(), group);
  }

  public void put(StoredOperation operation) {
    // Removed first, so that the order of the map is the order of the latest starts.
    cloudState.operations().remove(operation.id());
    cloudState.operations().put(operation.id(), operation);
  }

  public void end(StoredOperation operation, StoredOperation.Outcome outcome) {
    cloudState.operations().put(operation.id(), operation.ended(outcome));
  }

  /** Postpones the end of an operation. */
  void postpone(StoredOperation operation, Duration by) {
    cloudState.operations().put(operation.id(), operation.postponed(now.plus(by)));
  }

  /** Cancels the operations on a top-level resource that no longer exists. */
  void cancelRunning(ArmId root) {
    for (StoredOperation operation : cloudState.running().of(root.key())) {
      end(operation, StoredOperation.Outcome.canceled(ArmErrors.canceled()));
    }
  }

  /** Runs an action; if it throws, its changes are undone. */
  <T> T attempt(Supplier<T> action) {
    long before = cloudState.undo().version();
    try {
      return action.get();
    } catch (RuntimeException | Error e) {
      cloudState.undo().backTo(before);
      throw e;
    }
  }

  /** Runs an action and undoes its changes. */
  <T> T rehearse(Supplier<T> action) {
    long before = cloudState.undo().version();
    try {
      return action.get();
    } finally {
      cloudState.undo().backTo(before);
    }
  }

  /** How long an operation on this resource takes this time. */
  @Override
  public Duration duration(String key, ArmId target) {
    DurationTable durationTable = simulationEngine.context().durations();
    return durationTable
        .fixed(key, target)
        .orElseGet(() -> durationTable.drawn(key, draw(key, target)));
  }

  private RandomDraw draw(String key, ArmId target) {
    String purpose = key + " " + target.key();
    int number = cloudState.draws().getOrDefault(purpose, 0);
    // Removed first, so that the first of the table is the one not used for longest.
    cloudState.draws().remove(purpose);
    cloudState.draws().put(purpose, number + 1);
    if (cloudState.draws().size() > DRAWS_KEPT) {
      cloudState.draws().remove(cloudState.draws().keySet().iterator().next());
    }
    return RandomDraw.of(cloudState.seed(), purpose, number);
  }
}
