package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that exists in the simulated cloud. The values of the maps are never changed, only
 * replaced, so that a copy is cheap and a snapshot stays true.
 */
final class Estate {
  /** Resource groups by the key of their id. */
  final Map<String, ObjectNode> groups = new LinkedHashMap<>();

  /** Top-level resources by the key of their id. */
  final Map<String, ObjectNode> resources = new LinkedHashMap<>();

  /** Operations by their id. */
  final Map<String, StoredOperation> operations = new LinkedHashMap<>();

  /** Events by name and target. */
  final Map<String, StoredEvent> events = new LinkedHashMap<>();

  /** What modules remember about resources, by the name of the note and the resource. */
  final Map<String, StoredNote> notes = new LinkedHashMap<>();

  /** Where generated ids begin. */
  long seed;

  /** How many ids were generated. */
  long generated;

  /** Grows with every change. */
  long version;

  Estate copy() {
    Estate copy = new Estate();
    copy.become(this);
    return copy;
  }

  /** Makes this estate equal to another. */
  void become(Estate other) {
    replace(groups, other.groups);
    replace(resources, other.resources);
    replace(operations, other.operations);
    replace(events, other.events);
    replace(notes, other.notes);
    seed = other.seed;
    generated = other.generated;
    version = other.version;
  }

  private static <T> void replace(Map<String, T> mine, Map<String, T> theirs) {
    Map<String, T> values = new LinkedHashMap<>(theirs);
    mine.clear();
    mine.putAll(values);
  }
}
