package io.github.hybridnet.simulator.arm.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that exists in the simulated cloud. The values of the tables are never changed, only
 * replaced, so that what was read stays true.
 */
public final class CloudState {
  public final UndoLog undo = new UndoLog();

  /** What may look different since somebody last asked: also what was undone. */
  public final ChangedKeys touched = new ChangedKeys();

  /** Top-level resources by type, by resource group, and by what they name. */
  final TableIndex<String, ObjectNode> byType = new TableIndex<>(ResourceIndexKeys::type);

  public final TableIndex<String, ObjectNode> byGroup = new TableIndex<>(ResourceIndexKeys::group);
  final TableIndex<String, ObjectNode> byReference =
      new TableIndex<>(ResourceIndexKeys::references);

  /** Running operations by the key of the top-level resource, and by the end. */
  public final TableIndex<String, StoredOperation> running =
      new TableIndex<>(each -> only(each.running(), each.job().target().root().key()));

  public final TableIndex<Instant, StoredOperation> dueOperations =
      new TableIndex<>(each -> only(each.running(), each.due()));

  public final TableIndex<Boolean, StoredOperation> finished =
      new TableIndex<>(each -> List.of(!each.running()));

  public final TableIndex<Instant, StoredEvent> dueEvents =
      new TableIndex<>(each -> List.of(each.due()));

  final TableIndex<String, StoredNote> notesByResource =
      new TableIndex<>(each -> List.of(each.about().key()));

  /** Resource groups by the key of their id. */
  public final IndexedTable<ObjectNode> groups =
      new IndexedTable<>(undo, List.of(), touched.groups()::add);

  /** Top-level resources by the key of their id. */
  public final IndexedTable<ObjectNode> resources =
      new IndexedTable<>(undo, List.of(byType, byGroup, byReference), touched.resources()::add);

  /** When the top-level resources were created and changed, by the key of their id. */
  public final IndexedTable<ResourceTimes> times = new IndexedTable<>(undo, List.of());

  /** Operations by their id. */
  public final IndexedTable<StoredOperation> operations =
      new IndexedTable<>(
          undo, List.of(running, dueOperations, finished), touched.operations()::add);

  /** Events by name and target. */
  public final IndexedTable<StoredEvent> events = new IndexedTable<>(undo, List.of(dueEvents));

  /** How many durations were drawn, by key and resource. */
  public final IndexedTable<Integer> draws = new IndexedTable<>(undo, List.of());

  /** What modules remember about resources, by the name of the note and the resource. */
  final IndexedTable<StoredNote> notes =
      new IndexedTable<>(undo, List.of(notesByResource), touched.notes()::add);

  /** Where generated ids begin. */
  public final long seed;

  private long generated;

  /**
   * An empty estate.
   *
   * @param seed where generated ids begin
   * @param generated how many were generated
   */
  public CloudState(long seed, long generated) {
    this.seed = seed;
    this.generated = generated;
  }

  /**
   * Keys of tables.
   *
   * @param groups of {@link CloudState#groups}
   * @param resources of {@link CloudState#resources}
   * @param operations of {@link CloudState#operations}
   * @param notes of {@link CloudState#notes}
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

  /** How many ids were generated. */
  long generated() {
    return generated;
  }

  /** The number of the next generated id. */
  long nextId() {
    undo.note(() -> generated--);
    return generated++;
  }

  /** Marks what was in the other and what is in this as what may be different. */
  public void takesThePlaceOf(CloudState other) {
    for (CloudState each : List.of(other, this)) {
      touched.groups().addAll(each.groups.keySet());
      touched.resources().addAll(each.resources.keySet());
      touched.operations().addAll(each.operations.keySet());
      touched.notes().addAll(each.notes.keySet());
    }
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
