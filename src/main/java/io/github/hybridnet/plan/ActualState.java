package io.github.hybridnet.plan;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The actual resources: all that a plan is made from. Keys are compared as the service compares
 * ids, without regard to case.
 */
public final class ActualState {
  private final Map<String, ActualResource> resources = new TreeMap<>();
  private final Map<String, List<ActualResource>> connections;
  private final Map<String, String> hidden;
  private final List<UnreadResource> unread;

  /**
   * Takes over what was read.
   *
   * @param resources what exists of what was asked for, and what else was found in its place
   * @param connections the connections of what others may use too, by its comparable id
   * @param hidden why connections must not be read, by the comparable id of what may have them
   */
  public ActualState(
      Collection<ActualResource> resources,
      Map<String, List<ActualResource>> connections,
      Map<String, String> hidden) {
    this(resources, connections, hidden, List.of());
  }

  private ActualState(
      Collection<ActualResource> resources,
      Map<String, List<ActualResource>> connections,
      Map<String, String> hidden,
      Collection<UnreadResource> unread) {
    resources.forEach(r -> this.resources.put(r.key().comparableId(), r));
    this.unread = List.copyOf(unread);
    this.connections = Map.copyOf(connections);
    this.hidden = Map.copyOf(hidden);
  }

  /** What was read, with all connections that were asked for. */
  public ActualState(
      Collection<ActualResource> resources, Map<String, List<ActualResource>> connections) {
    this(resources, connections, Map.of());
  }

  /** What was read, without connections of gateways. */
  public ActualState(Collection<ActualResource> resources) {
    this(resources, Map.of());
  }

  /** The same beside what this identity may not read. */
  public ActualState without(Collection<UnreadResource> others) {
    return new ActualState(resources.values(), connections, hidden, others);
  }

  /** What this identity may not read of what was asked for. */
  public List<UnreadResource> unread() {
    return unread;
  }

  /** The resource, empty when it does not exist. */
  public Optional<ActualResource> find(ResourceKey key) {
    return Optional.ofNullable(resources.get(key.comparableId()));
  }

  /** The connections of a resource; empty also when they were not asked for, or are hidden. */
  public List<ActualResource> connectionsOf(ResourceKey end) {
    return connections.getOrDefault(end.comparableId(), List.of());
  }

  /** Why this identity may not read the connections of a resource; empty when it may. */
  Optional<String> hidden(ResourceKey end) {
    return Optional.ofNullable(hidden.get(end.comparableId()));
  }

  /** Everything that exists, in the order of its ids. */
  public Collection<ActualResource> all() {
    return List.copyOf(resources.values());
  }
}
