package io.github.hybridnet.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What stands: all that a plan is made from. Keys are compared as the service compares ids, without
 * regard to case.
 */
public final class Standing {
  private final Map<String, ActualResource> resources = new TreeMap<>();
  private final Map<String, List<ActualResource>> connections;

  /**
   * What was read.
   *
   * @param resources what stands of what was asked for, and what else was found in its place
   * @param connections the connections of those gateways that may have to be removed, by the
   *     comparable id of the gateway
   */
  public Standing(
      Collection<ActualResource> resources, Map<String, List<ActualResource>> connections) {
    resources.forEach(r -> this.resources.put(r.key().comparableId(), r));
    this.connections = Map.copyOf(connections);
  }

  /** What was read, without connections of gateways. */
  public Standing(Collection<ActualResource> resources) {
    this(resources, Map.of());
  }

  /** The resource, empty when it does not stand. */
  public Optional<ActualResource> find(ResourceKey key) {
    return Optional.ofNullable(resources.get(key.comparableId()));
  }

  /** The connections of a gateway; empty also when they were not asked for. */
  public List<ActualResource> connectionsOf(ResourceKey gateway) {
    return connections.getOrDefault(gateway.comparableId(), List.of());
  }

  /** Everything that stands, in the order of its ids. */
  public Collection<ActualResource> all() {
    return List.copyOf(resources.values());
  }
}
