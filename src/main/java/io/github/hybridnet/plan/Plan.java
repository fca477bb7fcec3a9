package io.github.hybridnet.plan;

import java.util.List;

/**
 * An ordered graph of changes: everything that a change depends on comes before it.
 *
 * @param changes one for each declared resource
 */
public record Plan(List<Change> changes) {

  /** Copies the list. */
  public Plan {
    changes = List.copyOf(changes);
  }

  /** The changes of one kind. */
  public List<Change> with(Change.Action action) {
    return changes.stream().filter(c -> c.action() == action).toList();
  }

  /** Whether nothing is written. */
  public boolean isEmpty() {
    return changes.stream().noneMatch(Change::isWrite);
  }
}
