package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that exists in the simulated cloud. The values of the tables are never changed, only
 * replaced, so that what was read stays true.
 */
final class Estate {
  final Undo undo = new Undo();

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
  final Table<ObjectNode> groups = new Table<>(undo, List.of());

  /** Top-level resources by the key of their id. */
  final Table<ObjectNode> resources = new Table<>(undo, List.of(byType, byGroup, byReference));

  /** Operations by their id. */
  final Table<StoredOperation> operations =
      new Table<>(undo, List.of(running, dueOperations, finished));

  /** Events by name and target. */
  final Table<StoredEvent> events = new Table<>(undo, List.of(dueEvents));

  /** How many durations were drawn, by key and resource. */
  final Table<Integer> draws = new Table<>(undo, List.of());

  /** What modules remember about resources, by the name of the note and the resource. */
  final Table<StoredNote> notes = new Table<>(undo, List.of(notesByResource));

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

  /** How many ids were generated. */
  long generated() {
    return generated;
  }

  /** The number of the next generated id. */
  long nextId() {
    undo.note(() -> generated--);
    return generated++;
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
