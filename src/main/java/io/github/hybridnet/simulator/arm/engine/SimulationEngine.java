package io.github.hybridnet.simulator.arm.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.ModuleRegistrations;
import io.github.hybridnet.simulator.arm.SimulationContext;
import io.github.hybridnet.simulator.arm.StateChange;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.RunningOperation;
import io.github.hybridnet.simulator.arm.store.CloudState;
import io.github.hybridnet.simulator.arm.store.CloudStateJson;
import io.github.hybridnet.simulator.arm.store.CloudStateSnapshot;
import io.github.hybridnet.simulator.arm.store.StoredOperation;
import io.github.hybridnet.simulator.variant.VariantSelection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs the simulated cloud by the simulated clock. Each request first applies everything that is
 * due. One thread at a time changes the state, in a transaction; otherwise any number of threads
 * read.
 */
public final class SimulationEngine {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final ArmRouter armRouter;
  private final ModuleRegistrations moduleRegistrations;
  private final SimulationContext simulationContext;
  private CloudState cloudState;
  private final DueWorkRunner dueWorkRunner = new DueWorkRunner();
  private final StateChangeDetector stateChangeDetector;
  private final ViewCache viewCache = new ViewCache();
  private final LaggingReads laggingReads = new LaggingReads();
  private final AtomicInteger beginnings = new AtomicInteger();
  private Runnable changed = () -> {};
  private OperationOutcomePolicy operationOutcomePolicy = OperationOutcomePolicy.NATURAL;

  private SimulationEngine(
      ArmRouter armRouter,
      ModuleRegistrations moduleRegistrations,
      SimulationContext simulationContext,
      CloudState cloudState) {
    this.armRouter = armRouter;
    this.moduleRegistrations = moduleRegistrations;
    this.simulationContext = simulationContext;
    this.cloudState = cloudState;
    this.stateChangeDetector = new StateChangeDetector(moduleRegistrations);
  }

  /** An empty cloud whose generated ids depend on the seed. */
  public static SimulationEngine empty(
      ArmRouter armRouter,
      ModuleRegistrations moduleRegistrations,
      SimulationContext simulationContext,
      long seed) {
    return new SimulationEngine(
        armRouter, moduleRegistrations, simulationContext, new CloudState(seed, 0));
  }

  /**
   * A cloud as {@link #snapshot} described it.
   *
   * @throws IllegalArgumentException if the document is damaged
   */
  public static SimulationEngine restored(
      ArmRouter armRouter,
      ModuleRegistrations moduleRegistrations,
      SimulationContext simulationContext,
      JsonNode document) {
    try {
      return new SimulationEngine(
          armRouter, moduleRegistrations, simulationContext, CloudStateJson.read(document));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("damaged", e);
    }
  }

  /** Sets what is called, under the lock, after each transaction that changed something. */
  public void onChange(Runnable listener) {
    changed = listener;
  }

  /** Sets the listener for changes of state from now on; it is called under the lock. */
  public void onStateChange(Consumer<StateChange> listener) {
    stateChangeDetector.begin(
        new Transaction(this, cloudState, simulationContext.clock().now()), listener);
  }

  /** Sets the policy that decides how operations end. */
  public void outcomesBy(OperationOutcomePolicy policy) {
    operationOutcomePolicy = policy;
  }

  /** What the path of a request is about. */
  public RequestSubject addressed(List<String> path) {
    return RequestPathReader.read(moduleRegistrations, path, this::operation);
  }

  private Optional<RunningOperation> operation(String id) {
    lock.readLock().lock();
    try {
      return Optional.ofNullable(cloudState.operations().get(id)).map(StoredOperation::view);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** What operations have written that ended well after this simulated instant. */
  public List<ArmId> writtenSince(Instant instant) {
    lock.readLock().lock();
    try {
      return cloudState.finished().of(true).stream()
          .filter(each -> each.outcome().status() == StoredOperation.Status.SUCCEEDED)
          .filter(each -> each.job().puts() && each.due().isAfter(instant))
          .map(each -> each.job().target())
          .toList();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The whole state as a document. */
  public ObjectNode snapshot() {
    CloudStateSnapshot snapshot;
    lock.readLock().lock();
    try {
      snapshot = new CloudStateSnapshot(cloudState);
    } finally {
      lock.readLock().unlock();
    }
    return CloudStateJson.write(snapshot);
  }

  /** When the next thing happens in simulated time, if anything will. */
  public Optional<Instant> nextDue() {
    lock.readLock().lock();
    try {
      return cloudState.nextDue();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Deletes the whole state; generated ids start again at the seed. */
  public void clear(long seed) {
    become(new CloudState(seed, 0));
  }

  /** Replaces the whole state by what {@link #snapshot} described. */
  public void replace(JsonNode document) {
    become(CloudStateJson.read(document));
  }

  private void become(CloudState other) {
    lock.writeLock().lock();
    try {
      other.takesThePlaceOf(cloudState);
      cloudState = other;
      beginnings.incrementAndGet();
      laggingReads.clear();
      Instant now = simulationContext.clock().now();
      notifyListeners(now, true);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** How often the whole state was emptied or replaced. */
  public int beginnings() {
    return beginnings.get();
  }

  /** Applies everything that is due at this simulated instant, in order. */
  public void settle() {
    settle(simulationContext.clock().now());
  }

  /** Reports a change of something that is stored with the cloud, such as the clock. */
  public void touch() {
    changed.run();
  }

  /** Applies what is due, then runs an action that changes nothing. */
  public <T> T read(Function<Transaction, T> action) {
    Instant now = simulationContext.clock().now();
    settle(now);
    lock.readLock().lock();
    try {
      return action.apply(new Transaction(this, cloudState, now));
    } finally {
      lock.readLock().unlock();
    }
  }

  /** As {@link #read}, of a client, whom a copy of the state may answer that lags behind. */
  public <T> T readOf(ArmCall call, Function<Transaction, T> action) {
    RequestSubject subject = addressed(call.from(0));
    return read(
        world -> {
          CloudState shown =
              laggingReads.shown(
                  call,
                  subject,
                  world,
                  state -> new Transaction(this, state, world.now()).resources());
          return action.apply(new Transaction(this, shown, world.now()));
        });
  }

  /** Applies what is due, then runs the action; if it throws, its changes are undone. */
  public <T> T transact(Function<Transaction, T> action) {
    return change(
        now -> {
          dueWorkRunner.settle(this, cloudState, now);
          Transaction transaction = new Transaction(this, cloudState, now);
          return transaction.attempt(() -> action.apply(transaction));
        });
  }

  ArmRouter router() {
    return armRouter;
  }

  /** Has everybody look who follows changes of the state. */
  void look(Transaction world) {
    stateChangeDetector.look(world);
    laggingReads.look(world.state(), world.now(), variants().current());
  }

  LaggingReads laggingReads() {
    return laggingReads;
  }

  ViewCache viewCache() {
    return viewCache;
  }

  OperationOutcomePolicy outcomePolicy() {
    return operationOutcomePolicy;
  }

  /** Shows the world to the listeners for changes, for the first time. */
  public void begin() {
    lock.writeLock().lock();
    try {
      show(simulationContext.clock().now());
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Runs the closing actions of the modules. */
  public void close() {
    moduleRegistrations.close();
  }

  public ModuleRegistrations registrations() {
    return moduleRegistrations;
  }

  /** What is played where no evidence says how Azure behaves. */
  public VariantSelection variants() {
    return simulationContext.behaviour().variants();
  }

  SimulationContext context() {
    return simulationContext;
  }

  private void settle(Instant now) {
    boolean due = nextDue().filter(next -> !next.isAfter(now)).isPresent();
    if (due) {
      change(
          later -> {
            dueWorkRunner.settle(this, cloudState, later);
            return later;
          });
    }
  }

  private <T> T change(Function<Instant, T> action) {
    lock.writeLock().lock();
    try {
      Instant now = simulationContext.clock().now();
      if (laggingReads.isBehind(variants().current())) {
        laggingReads.look(cloudState, now, variants().current());
      }
      long before = cloudState.undo().version();
      cloudState.undo().open();
      try {
        return action.apply(now);
      } finally {
        cloudState.undo().close();
        notifyListeners(now, cloudState.undo().version() != before);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void notifyListeners(Instant now, boolean different) {
    look(new Transaction(this, cloudState, now));
    if (different) {
      changed.run();
      show(now);
    }
  }

  private void show(Instant now) {
    World world = new Transaction(this, cloudState, now);
    moduleRegistrations.watchers().forEach(watcher -> watcher.accept(world));
  }
}
