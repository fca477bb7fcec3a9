package io.github.hybridnet.simulator.arm.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The state at one moment; it can be written while the state changes. */
public final class CloudStateSnapshot {
  final long seed;
  final long generated;
  final List<ObjectNode> groups;
  final List<ObjectNode> resources;
  final List<Map.Entry<String, ResourceTimes>> times;
  final List<StoredOperation> operations;
  final List<StoredEvent> events;
  final List<StoredNote> notes;
  final List<Map.Entry<String, Integer>> draws;

  public CloudStateSnapshot(CloudState cloudState) {
    seed = cloudState.seed();
    generated = cloudState.generated();
    groups = List.copyOf(cloudState.groups().values());
    resources = List.copyOf(cloudState.resources().values());
    times = List.copyOf(cloudState.times().entrySet());
    operations = List.copyOf(cloudState.operations().values());
    events = List.copyOf(cloudState.events().values());
    notes = List.copyOf(cloudState.notes().values());
    draws = List.copyOf(cloudState.draws().entrySet());
  }
}
