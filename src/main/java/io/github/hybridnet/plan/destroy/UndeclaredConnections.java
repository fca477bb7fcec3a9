package io.github.hybridnet.plan.destroy;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.arm.ResourceUsers;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.declared.DeclaredGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The connections that are known and that nobody declared. */
final class UndeclaredConnections {
  private final Map<String, ActualResource> connections = new LinkedHashMap<>();
  private final ActualState actualState;
  private final DeclaredGraph declaredGraph;

  UndeclaredConnections(DeclaredGraph declaredGraph, ActualState actualState) {
    this.declaredGraph = declaredGraph;
    this.actualState = actualState;
    actualState.all().forEach(this::add);
    declaredGraph.keys().forEach(key -> actualState.connectionsOf(key).forEach(this::add));
  }

  private void add(ActualResource actual) {
    boolean foreign =
        actual.key().type() == ResourceType.CONNECTION
            && !declaredGraph.contains(actual.key().id());
    if (foreign) {
      connections.put(actual.key().comparableId(), actual);
    }
  }

  /** The ids of those that lead to or from a resource. */
  List<String> of(ResourceKey end) {
    Stream<ActualResource> reported =
        actualState.connectionsOf(end).stream().filter(c -> !declaredGraph.contains(c.key().id()));
    Stream<ActualResource> known =
        connections.values().stream().filter(c -> ResourceUsers.refersTo(c.body(), end));
    return Stream.concat(reported, known).map(c -> c.key().id()).distinct().toList();
  }
}
