package io.github.hybridnet.plan.destroy;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ChildResources;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.PathStates;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceRemoval;
import io.github.hybridnet.plan.SideEffect;
import io.github.hybridnet.plan.UnknownUserFinder;
import io.github.hybridnet.plan.declared.DeclaredGraph;
import io.github.hybridnet.plan.declared.DeclaredResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Decides what of a declared network is removed, in which order, and what stays for the sake of
 * others: only what is declared goes, and only where nobody else uses it. Of a network and of a
 * security group that stay, our unused parts go. It decides from values alone.
 */
public final class DestroyPlanner {
  /** The reason of nearly all removals. */
  public static final String DECLARED = "it is declared";

  private static final String UNUSED = "not declared, but nobody uses it";

  private final DeclaredGraph declaredGraph;

  /** A planner for a declared network: everything that it consists of, wherever that is. */
  public DestroyPlanner(Collection<DeclaredResource> declared) {
    this.declaredGraph = new DeclaredGraph(declared);
  }

  /** What has to be read: what is declared, and what may have been made instead. */
  public List<ResourceKey> keys() {
    return declaredGraph.keys();
  }

  /** Whether this is the id of a declared resource, or of something inside one. */
  public boolean covers(String id) {
    return declaredGraph.containsInside(id);
  }

  /**
   * A resource group that was to go, and in which something is found that nobody declared.
   *
   * @param members the ids of what is in it
   */
  public RetainedResource keptBy(ActualResource group, List<String> members) {
    return new RetainedResource(
        group, RetainedResource.Cause.NOT_OURS, RemovalObstacles.inGroup(group, members));
  }

  /**
   * What becomes of the network.
   *
   * @param actualState what exists of {@link #keys()}, with the connections of the gateways, and
   *     other connections of the resource group
   */
  public DestroyPlan plan(ActualState actualState, DestroyOptions wishes) {
    return new DestroyPlanBuilder(actualState, wishes).plan();
  }

  private final class DestroyPlanBuilder {
    private final ActualState actualState;
    private final DestroyDecisions destroyDecisions = new DestroyDecisions();
    private final RemovalObstacles removalObstacles;
    private final List<ResourceKey> absent = new ArrayList<>();

    DestroyPlanBuilder(ActualState actualState, DestroyOptions wishes) {
      this.actualState = actualState;
      this.removalObstacles =
          new RemovalObstacles(declaredGraph, actualState, destroyDecisions, wishes);
    }

    DestroyPlan plan() {
      for (ResourceKey key : declaredGraph.usersFirst()) {
        actualState.find(key).ifPresentOrElse(this::decide, () -> absent.add(key));
      }
      List<ResourceRemoval> removals =
          destroyDecisions.going().stream()
              .map(a -> new ResourceRemoval(a, before(a.key()), reason(a), List.of()))
              .toList();
      Plan bare = new Plan(List.of(), removals);
      List<SideEffect> unknown = UnknownUserFinder.of(bare, actualState);
      return new DestroyPlan(
          new Plan(List.of(), removals, unknown, PathStates.UNKNOWN),
          List.copyOf(destroyDecisions.kept()),
          absent);
    }

    private String reason(ActualResource actual) {
      return declaredGraph.isDeclaredPart(actual.key()) ? DECLARED : UNUSED;
    }

    private void decide(ActualResource actual) {
      List<RemovalObstacle> found = removalObstacles.of(actual);
      if (found.isEmpty()) {
        removalObstacles.partsThatGoBefore(actual).forEach(destroyDecisions::remove);
        destroyDecisions.remove(actual);
        return;
      }
      destroyDecisions.keep(actual, found);
      removalObstacles.partsOf(actual).forEach(this::decidePart);
    }

    private void decidePart(ActualResource part, List<RemovalObstacle> found) {
      if (found.isEmpty()) {
        destroyDecisions.remove(part);
      } else {
        destroyDecisions.keep(part, found);
      }
    }

    /** What must be gone before: its own parts and users, and for a part the users of the whole. */
    private List<ResourceKey> before(ResourceKey key) {
      Map<String, ResourceKey> before = new LinkedHashMap<>();
      Stream<ResourceKey> users =
          ChildResources.wholeOf(key)
              .map(whole -> usersOf(whole).filter(u -> ChildResources.wholeOf(u).isEmpty()))
              .orElse(Stream.empty());
      Stream.of(destroyDecisions.goingPartsOf(key).stream(), usersOf(key), users)
          .flatMap(each -> each)
          .filter(k -> !k.isSame(key))
          .forEach(k -> before.put(k.comparableId(), k));
      return List.copyOf(before.values());
    }

    /** The users that go; of one that stays, its parts that go. */
    private Stream<ResourceKey> usersOf(ResourceKey key) {
      return declaredGraph.usersOf(key).stream()
          .flatMap(
              user ->
                  destroyDecisions.goes(user.id())
                      ? Stream.of(user)
                      : destroyDecisions.goingPartsOf(user).stream());
    }
  }
}
