package io.github.hybridnet.simulator.arm;

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
final class Estate {
  final Undo undo = new Undo();

  /** What may look different since somebody last asked: also what was undone. */
  final Touched touched = new Touched();

  /** Top-level resources by type, by resource group, and by what they name. */
  final Index<String, ObjectNode> byType = new Index<>(ResourceKeys::type);

  final Index<String, ObjectNode> byGroup = new Index<>(ResourceKeys::group);
  final Index<String, ObjectNode> byReference = new Index<>(ResourceKeys::references);

  /** Running operations by the key of the top-level resource, and by the end. */
  final Index<String, StoredOperation> running =
      new Index<>(each -> only(each.running(), each.job().target().root().key()));

  final Index<Instant, StoredOperation> dueOperations =
      new Index<>(each -> only(each.running(), each.due()));

  final Index<Boolean, StoredOperation> finished = new Index<>(each -> List.of(!each.running()));

  final Index<Instant, StoredEvent> dueEvents = new Index<>(each -> List.of(each.due()));

  final Index<String, StoredNote> notesByResource =
      new Index<>(each -> List.of(each.about().key()));

  /** Resource groups by the key of their id. */
  final Table<ObjectNode> groups = new Table<>(undo, List.of(), touched.groups()::add);

  /** Top-level resources by the key of their id. */
  final Table<ObjectNode> resources =
      new Table<>(undo, List.of(byType, byGroup, byReference), touched.resources()::add);

  /** When the top-level resources were created and changed, by the key of their id. */
  final Table<Times> times = new Table<>(undo, List.of());

  /** Operations by their id. */
  final Table<StoredOperation> operations =
      new Table<>(undo, List.of(running, dueOperations, finished), touched.operations()::add);

  /** Events by name and target. */
  final Table<StoredEvent> events = new Table<>(undo, List.of(dueEvents));

  /** How many durations were drawn, by key and resource. */
  final Table<Integer> draws = new Table<>(undo, List.of());

  /** What modules remember about resources, by the name of the note and the resource. */
  final Table<StoredNote> notes = new Table<>(undo, List.of(notesByResource), touched.notes()::add);

  /** Where generated ids begin. */
  final long seed;

  private long generated;

  /**
   * An empty estate.
   *
   * @param seed where generated ids begin
   * @param generated how many were generated
   */
  Estate(long seed, long generated) {
    this.seed = seed;
    this.generated = generated;
  }

  /**
   * Keys of tables.
   *
   * @param groups of {@link Estate#groups}
   * @param resources of {@link Estate#resources}
   * @param operations of {@link Estate#operations}
   * @param notes of {@link Estate#notes}
   */
  record Touched(
      Set<String> groups, Set<String> resources, Set<String> operations, Set<String> notes) {

    Touched() {
      this(
          new LinkedHashSet<>(),
          new LinkedHashSet<>(),
          new LinkedHashSet<>(),
          new LinkedHashSet<>());
    }

    boolean isEmpty() {
      return groups.isEmpty() && resources.isEmpty() && operations.isEmpty() && notes.isEmpty();
    }

    void clear() {
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
  void takesThePlaceOf(Estate other) {
    for (Estate each : List.of(other, this)) {
      touched.groups().addAll(each.groups.keySet());
      touched.resources().addAll(each.resources.keySet());
      touched.operations().addAll(each.operations.keySet());
      touched.notes().addAll(each.notes.keySet());
    }
  }

  /** When the next thing happens, if anything will. */
  Optional<Instant> nextDue() {
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
