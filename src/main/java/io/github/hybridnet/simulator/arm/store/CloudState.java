package io.github.hybridnet.simulator.arm.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that exists in the simulated cloud. The values of the tables are never changed, only
 * replaced, so that what was read stays true.
 */
public final class CloudState {
  private final UndoLog undo = new UndoLog();
  private final ChangedKeys touched = new ChangedKeys();
  private final TableIndex<String, ObjectNode> byType = new TableIndex<>(ResourceIndexKeys::type);
  private final TableIndex<String, ObjectNode> byGroup = new TableIndex<>(ResourceIndexKeys::group);
  private final TableIndex<String, ObjectNode> byReference =
      new TableIndex<>(ResourceIndexKeys::references);
  private final TableIndex<String, StoredOperation> running =
      new TableIndex<>(each -> only(each.running(), each.job().target().root().key()));
  private final TableIndex<Instant, StoredOperation> dueOperations =
      new TableIndex<>(each -> only(each.running(), each.due()));
  private final TableIndex<Boolean, StoredOperation> finished =
      new TableIndex<>(each -> List.of(!each.running()));
  private final TableIndex<Instant, StoredEvent> dueEvents =
      new TableIndex<>(each -> List.of(each.due()));
  private final TableIndex<String, StoredNote> notesByResource =
      new TableIndex<>(each -> List.of(each.about().key()));
  private final IndexedTable<ObjectNode> groups =
      new IndexedTable<>(undo, List.of(), touched.groups()::add);
  private final IndexedTable<ObjectNode> resources =
      new IndexedTable<>(undo, List.of(byType, byGroup, byReference), touched.resources()::add);
  private final IndexedTable<ResourceTimes> times = new IndexedTable<>(undo, List.of());
  private final IndexedTable<StoredOperation> operations =
      new IndexedTable<>(
          undo, List.of(running, dueOperations, finished), touched.operations()::add);
  private final IndexedTable<StoredEvent> events = new IndexedTable<>(undo, List.of(dueEvents));
  private final IndexedTable<Integer> draws = new IndexedTable<>(undo, List.of());
  private final IndexedTable<StoredNote> notes =
      new IndexedTable<>(undo, List.of(notesByResource), touched.notes()::add);
  private final long seed;

  private long generated;

  /**
   * Creates a state without resources.
   *
   * @param seed where generated ids begin
   * @param generated how many were generated
   */
  public CloudState(long seed, long generated) {
    this.seed = seed;
    this.generated = generated;
  }

  /**
   * The keys that changed, by their tables.
   *
   * @param groups of {@link CloudState#groups()}
   * @param resources of {@link CloudState#resources()}
   * @param operations of {@link CloudState#operations()}
   * @param notes of {@link CloudState#notes()}
   */
  public record ChangedKeys(
      Set<String> groups, Set<String> resources, Set<String> operations, Set<String> notes) {

    ChangedKeys() {
      this(
          new LinkedHashSet<>(),
          new LinkedHashSet<>(),
          new LinkedHashSet<>(),
          new LinkedHashSet<>());
    }

    public boolean isEmpty() {
      return groups.isEmpty() && resources.isEmpty() && operations.isEmpty() && notes.isEmpty();
    }

    public void clear() {
      groups.clear();
      resources.clear();
      operations.clear();
      notes.clear();
    }
  }

  /** How to undo what was changed since the last commit. */
  public UndoLog undo() {
    return undo;
  }

  /** What may look different since the last look, also because of an undo. */
  public ChangedKeys touched() {
    return touched;
  }

  /** Top-level resources by their type. */
  TableIndex<String, ObjectNode> byType() {
    return byType;
  }

  /** Top-level resources by the key of their resource group. */
  public TableIndex<String, ObjectNode> byGroup() {
    return byGroup;
  }

  /** Top-level resources by the keys of the resources that they name. */
  TableIndex<String, ObjectNode> byReference() {
    return byReference;
  }

  /** Running operations by the key of their top-level resource. */
  public TableIndex<String, StoredOperation> running() {
    return running;
  }

  /** Running operations by the time of their end. */
  public TableIndex<Instant, StoredOperation> dueOperations() {
    return dueOperations;
  }

  /** Operations by whether they have ended, in the order of their start. */
  public TableIndex<Boolean, StoredOperation> finished() {
    return finished;
  }

  /** Scheduled events by their time. */
  public TableIndex<Instant, StoredEvent> dueEvents() {
    return dueEvents;
  }

  /** Notes by the key of the resource that they are about. */
  TableIndex<String, StoredNote> notesByResource() {
    return notesByResource;
  }

  /** Resource groups by the key of their id. */
  public IndexedTable<ObjectNode> groups() {
    return groups;
  }

  /** Top-level resources by the key of their id. */
  public IndexedTable<ObjectNode> resources() {
    return resources;
  }

  /** When the top-level resources were created and changed, by the key of their id. */
  public IndexedTable<ResourceTimes> times() {
    return times;
  }

  /** Operations by their id. */
  public IndexedTable<StoredOperation> operations() {
    return operations;
  }

  /** Scheduled events by name and target. */
  public IndexedTable<StoredEvent> events() {
    return events;
  }

  /** How many durations were drawn, by duration key and resource. */
  public IndexedTable<Integer> draws() {
    return draws;
  }

  /** What modules remember about resources, by the name of the note and the resource. */
  IndexedTable<StoredNote> notes() {
    return notes;
  }

  /** The seed of generated ids and of drawn durations. */
  public long seed() {
    return seed;
  }

  /** How many ids were generated. */
  long generated() {
    return generated;
  }

  /** The number of the next generated id. */
  long nextId() {
    undo.note(() -> generated--);
    return generated++;
  }

  /** Marks everything in the other state and in this one as possibly changed. */
  public void takesThePlaceOf(CloudState other) {
    for (CloudState each : List.of(other, this)) {
      touched.groups().addAll(each.groups.keySet());
      touched.resources().addAll(each.resources.keySet());
      touched.operations().addAll(each.operations.keySet());
      touched.notes().addAll(each.notes.keySet());
    }
  }

  /**
   * A copy for reading, in which some groups and resources are other ones.
   *
   * @param otherGroups by the keys of their ids; absent ones are empty
   * @param otherResources by the keys of their ids; absent ones are empty
   */
  public CloudState showing(
      Map<String, Optional<ObjectNode>> otherGroups,
      Map<String, Optional<ObjectNode>> otherResources) {
    CloudState copy = new CloudState(seed, generated);
    copy.undo.open();
    replace(groups, otherGroups, copy.groups);
    replace(resources, otherResources, copy.resources);
    copy.times.putAll(times);
    copy.operations.putAll(operations);
    copy.notes.putAll(notes);
    copy.undo.close();
    return copy;
  }

  private static void replace(
      Map<String, ObjectNode> actual,
      Map<String, Optional<ObjectNode>> others,
      Map<String, ObjectNode> copy) {
    copy.putAll(actual);
    others.forEach(
        (key, other) -> other.ifPresentOrElse(body -> copy.put(key, body), () -> copy.remove(key)));
  }

  /** When the next thing happens, if anything will. */
  public Optional<Instant> nextDue() {
    Optional<Instant> operation = dueOperations.first().map(StoredOperation::due);
    Optional<Instant> event = dueEvents.first().map(StoredEvent::due);
    return operation.isEmpty()
        ? event
        : operation.filter(due -> event.isEmpty() || due.isBefore(event.get())).or(() -> event);
  }

  private static <K> List<K> only(boolean condition, K key) {
    return condition ? List.of(key) : List.of();
  }
}
