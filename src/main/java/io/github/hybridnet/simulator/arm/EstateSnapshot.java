package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What the estate held at one moment; it can be written while the estate goes on. */
final class EstateSnapshot {
  final long seed;
  final long generated;
  final List<ObjectNode> groups;
  final List<ObjectNode> resources;
  final List<Map.Entry<String, Times>> times;
  final List<StoredOperation> operations;
  final List<StoredEvent> events;
  final List<StoredNote> notes;
  final List<Map.Entry<String, Integer>> draws;

  EstateSnapshot(Estate estate) {
    seed = estate.seed;
    generated = estate.generated();
    groups = List.copyOf(estate.groups.values());
    resources = List.copyOf(estate.resources.values());
    times = List.copyOf(estate.times.entrySet());
    operations = List.copyOf(estate.operations.values());
    events = List.copyOf(estate.events.values());
    notes = List.copyOf(estate.notes.values());
    draws = List.copyOf(estate.draws.entrySet());
  }
}
