package io.github.hybridnet.plan.diff;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.ImmutableProperties;
import io.github.hybridnet.plan.PathStates;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.SideEffect;
import io.github.hybridnet.plan.SideEffectFinder;
import io.github.hybridnet.plan.UnknownUserFinder;
import io.github.hybridnet.plan.UnreadResource;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.replace.ReplacementPlanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares declared with actual resources. It decides from values alone. */
public final class Planner {
  private final BodyComparison bodyComparison = new BodyComparison();

  /**
   * The changes that lead from the actual state to the declared one. Of what could not be read
   * there is no change.
   *
   * @param declared the declared resources, in any order
   * @param actualState the actual state
   */
  public Plan plan(List<DeclaredResource> declared, ActualState actualState) {
    List<ResourceChange> changes = new ArrayList<>();
    List<UnreadResource> unread =
        actualState.unread().stream().filter(each -> isAmong(declared, each)).toList();
    List<DeclaredResource> known =
        declared.stream()
            .filter(d -> unread.stream().noneMatch(u -> u.key().isSame(d.key())))
            .toList();
    for (DeclaredResource resource : inOrder(new GatewayAdoption(actualState).of(known))) {
      changes.add(change(resource, actualState.find(resource.key()).orElse(null)));
    }
    Plan plan = ReplacementPlanner.plan(changes, actualState);
    List<SideEffect> effects = new ArrayList<>(SideEffectFinder.of(plan.changes(), actualState));
    effects.addAll(UnknownUserFinder.of(plan, actualState));
    return new Plan(plan.changes(), plan.removals(), effects, PathStates.UNKNOWN, unread);
  }

  private static boolean isAmong(List<DeclaredResource> declared, UnreadResource resource) {
    return declared.stream().anyMatch(d -> d.key().isSame(resource.key()));
  }

  /** The change of one resource. */
  public ResourceChange change(DeclaredResource declared, @Nullable ActualResource actual) {
    if (actual == null) {
      return new ResourceChange(ResourceChange.Action.CREATE, declared, null, List.of());
    }
    BodyComparison.Result compared = bodyComparison.compare(declared, actual);
    List<PropertyDifference> differences = new ArrayList<>(compared.differences());
    differences.addAll(new GatewayInstances(declared, actual).differences());
    if (actual.isBroken()) {
      differences.add(
          new PropertyDifference(
              "properties.provisioningState", "Succeeded", actual.provisioningState()));
    }
    return new ResourceChange(
        action(actual, differences), declared, actual, differences, compared.uncompared());
  }

  private static ResourceChange.Action action(
      ActualResource actual, List<PropertyDifference> differences) {
    if (differences.isEmpty()) {
      return ResourceChange.Action.UNCHANGED;
    }
    boolean replaced =
        differences.stream().anyMatch(d -> ImmutableProperties.isImmutable(actual, d));
    return replaced ? ResourceChange.Action.REPLACE : ResourceChange.Action.UPDATE;
  }

  private static List<DeclaredResource> inOrder(List<DeclaredResource> declared) {
    Deque<DeclaredResource> waiting = new ArrayDeque<>(declared);
    Set<ResourceKey> placed = new HashSet<>();
    Set<ResourceKey> known = new HashSet<>();
    declared.forEach(d -> known.add(d.key()));
    List<DeclaredResource> ordered = new ArrayList<>();
    int passedOver = 0;
    while (!waiting.isEmpty()) {
      DeclaredResource next = waiting.removeFirst();
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
