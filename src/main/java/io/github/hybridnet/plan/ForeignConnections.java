package io.github.hybridnet.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The connections that are known and that nobody declared. */
final class ForeignConnections {
  private final Map<String, ActualResource> connections = new LinkedHashMap<>();
  private final Standing standing;
  private final Declared declared;

  ForeignConnections(Declared declared, Standing standing) {
    this.declared = declared;
    this.standing = standing;
    standing.all().forEach(this::add);
    declared.keys().forEach(key -> standing.connectionsOf(key).forEach(this::add));
  }

  private void add(ActualResource actual) {
    boolean foreign =
        actual.key().type() == ResourceType.CONNECTION && !declared.holds(actual.key().id());
    if (foreign) {
      connections.put(actual.key().comparableId(), actual);
    }
  }

  /** The ids of those that lead to or from a resource. */
  List<String> of(ResourceKey end) {
    Stream<ActualResource> told =
        standing.connectionsOf(end).stream().filter(c -> !declared.holds(c.key().id()));
    Stream<ActualResource> known =
        connections.values().stream().filter(c -> Uses.refersTo(c.body(), end));
    return Stream.concat(told, known).map(c -> c.key().id()).distinct().toList();
  }
}
