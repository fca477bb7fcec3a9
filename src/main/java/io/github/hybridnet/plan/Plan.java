package io.github.hybridnet.plan;

import java.util.List;

/**
 * An ordered graph of removals and changes: everything that one depends on comes before it.
 *
 * @param changes one for each declared resource
 * @param removals what is removed: that which is made anew by a change, and that which is in the
 *     way
 */
public record Plan(List<Change> changes, List<Removal> removals) {

  /** Copies the lists. */
  public Plan {
    changes = List.copyOf(changes);
    removals = List.copyOf(removals);
  }

  /** A plan that removes nothing. */
  public Plan(List<Change> changes) {
    this(changes, List.of());
  }

  /** The changes of one kind. */
  public List<Change> with(Change.Action action) {
    return changes.stream().filter(c -> c.action() == action).toList();
  }

  /** Whether nothing is written and nothing removed. */
  public boolean isEmpty() {
    return removals.isEmpty() && changes.stream().noneMatch(Change::isWrite);
  }

  /** Removals of what no change makes anew. */
  public List<Removal> deletions() {
    return removals.stream().filter(r -> changes.stream().noneMatch(c -> isRemade(c, r))).toList();
  }

  private static boolean isRemade(Change change, Removal removal) {
    return change.key().comparableId().equals(removal.key().comparableId());
  }
}
