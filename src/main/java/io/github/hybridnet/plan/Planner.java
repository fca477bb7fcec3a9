package io.github.hybridnet.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what is declared with what stands. Pure. */
public final class Planner {
  private final Comparison comparison = new Comparison();

  /**
   * The changes that lead from what stands to what is declared.
   *
   * @param desired the declared resources, in any order
   * @param standing what stands
   */
  public Plan plan(List<DesiredResource> desired, Standing standing) {
    List<Change> changes = new ArrayList<>();
    for (DesiredResource resource : inOrder(new Adoption(standing).of(desired))) {
      changes.add(change(resource, standing.find(resource.key()).orElse(null)));
    }
    Plan plan = new Replacements(changes, standing).plan();
    List<Change> fitted = new AddressFit(plan).of(changes);
    Plan whole = fitted.equals(changes) ? plan : new Replacements(fitted, standing).plan();
    List<Effect> effects = new ArrayList<>(Effects.of(whole.changes(), standing));
    effects.addAll(UnknownUsers.of(whole, standing));
    return new Plan(whole.changes(), whole.removals(), effects, Paths.UNKNOWN);
  }

  /** The change of one resource. */
  public Change change(DesiredResource desired, @Nullable ActualResource actual) {
    if (actual == null) {
      return new Change(Change.Action.CREATE, desired, null, List.of());
    }
    Comparison.Result compared = comparison.compare(desired, actual);
    List<Difference> differences = new ArrayList<>(compared.differences());
    differences.addAll(new GatewayInstances(desired, actual).differences());
    if (actual.isBroken()) {
      differences.add(
          new Difference("properties.provisioningState", "Succeeded", actual.provisioningState()));
    }
    return new Change(
        action(actual, differences), desired, actual, differences, compared.uncompared());
  }

  private static Change.Action action(ActualResource actual, List<Difference> differences) {
    if (differences.isEmpty()) {
      return Change.Action.UNCHANGED;
    }
    boolean replaced = differences.stream().anyMatch(d -> Immutable.isImmutable(actual, d));
    return replaced ? Change.Action.REPLACE : Change.Action.UPDATE;
  }

  private static List<DesiredResource> inOrder(List<DesiredResource> desired) {
    Deque<DesiredResource> waiting = new ArrayDeque<>(desired);
    Set<ResourceKey> placed = new HashSet<>();
    Set<ResourceKey> known = new HashSet<>();
    desired.forEach(d -> known.add(d.key()));
    List<DesiredResource> ordered = new ArrayList<>();
    int passedOver = 0;
    while (!waiting.isEmpty()) {
      DesiredResource next = waiting.removeFirst();
      if (next.dependsOn().stream().filter(known::contains).allMatch(placed::contains)) {
        ordered.add(next);
        placed.add(next.key());
        passedOver = 0;
      } else if (++passedOver > waiting.size()) {
        throw new IllegalArgumentException("The resources depend on each other in a circle.");
      } else {
        waiting.addLast(next);
      }
    }
    return ordered;
  }
}
