package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.http.GlobPattern;
import java.util.List;

/**
 * What a rule is about.
 *
 * @param operations methods, actions or kinds of requests; empty: all but the special ones
 * @param type the resource type
 * @param name the resource's name
 * @param group the resource group
 */
record CallMatcher(
    List<GlobPattern> operations, GlobPattern type, GlobPattern name, GlobPattern group) {

  CallMatcher {
    operations = List.copyOf(operations);
  }

  boolean covers(FaultCall call) {
    boolean meant =
        operations.isEmpty()
            ? !call.kind().special()
            : operations.stream().anyMatch(operation -> operation.matchesAny(call.words()));
    return meant
        && type.matches(call.resource().type())
        && group.matches(call.resource().group())
        && (name.matchesAll() || name.matchesEnd(call.resource().names()));
  }
}
