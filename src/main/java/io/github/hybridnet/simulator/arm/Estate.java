package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

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

  /** Where generated ids begin. */
  long seed;

  /** How many ids were generated. */
  long generated;

  /** Grows with every change. */
  long version;

  /** What may look different since somebody last asked: also what was undone. */
  final Touched touched = new Touched();

  /**
   * Keys of the maps.
   *
   * @param groups of {@link Estate#groups}
   * @param resources of {@link Estate#resources}
   * @param operations of {@link Estate#operations}
   */
  record Touched(Set<String> groups, Set<String> resources, Set<String> operations) {

    Touched() {
      this(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    boolean isEmpty() {
      return groups.isEmpty() && resources.isEmpty() && operations.isEmpty();
    }

    void clear() {
      groups.clear();
      resources.clear();
      operations.clear();
    }
  }

  void changedGroup(String key) {
    touched.groups().add(key);
    version++;
  }

  void changedResource(String key) {
    touched.resources().add(key);
    version++;
  }

  void changedOperation(String id) {
    touched.operations().add(id);
    version++;
  }

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
