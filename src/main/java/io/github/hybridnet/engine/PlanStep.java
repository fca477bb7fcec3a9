package io.github.hybridnet.engine;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.ResourceRemoval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One step of a plan. */
sealed interface PlanStep {
  /** How the ids of removals begin. */
  String REMOVAL = "-";

  /** The resource that it works on. */
  ResourceKey key();

  /** Its id, which no other step of the plan has. */
  String id();

  /** The steps that must have ended well before this one; those that are not of the plan count. */
  Set<String> needs();

  /** The resources of which it must be the only writer. */
  Collection<ResourceKey> locks();

  /** Whether the step creates, updates or removes its resource. */
  EngineEvent.StepAction work();

  /** Whether it works on a gateway. */
  default boolean isOnGateway() {
    return key().type() == ResourceType.VIRTUAL_NETWORK_GATEWAY;
  }

  /** Whether something is removed for it. */
  default boolean comesAfterRemovals() {
    return needs().stream().anyMatch(need -> need.startsWith(REMOVAL));
  }

  /** The steps of a plan, removals first. */
  static List<PlanStep> of(Plan plan) {
    List<PlanStep> tasks = new ArrayList<>();
    plan.removals()
        .forEach(
            r -> {
              Set<String> needs = removalsOf(r.after());
              plan.writesBefore(r).forEach(c -> needs.add(writeOf(c.key())));
              tasks.add(new Remove(r, needs));
            });
    plan.changes().stream()
        .filter(ResourceChange::isWrite)
        .forEach(
            c -> {
              Set<String> needs = new HashSet<>();
              c.declared().dependsOn().forEach(k -> needs.add(writeOf(k)));
              plan.removalsBefore(c).forEach(r -> needs.add(removalOf(r.key())));
              tasks.add(new Write(c, needs));
            });
    return tasks;
  }

  private static Set<String> removalsOf(Collection<ResourceKey> keys) {
    Set<String> ids = new HashSet<>();
    keys.forEach(k -> ids.add(removalOf(k)));
    return ids;
  }

  private static String removalOf(ResourceKey key) {
    return REMOVAL + key.comparableId();
  }

  private static String writeOf(ResourceKey key) {
    return "+" + key.comparableId();
  }

  /** A step that writes a resource. */
  record Write(ResourceChange change, Set<String> needs) implements PlanStep {
    @Override
    public ResourceKey key() {
      return change.key();
    }

    @Override
    public String id() {
      return writeOf(key());
    }

    @Override
    public Collection<ResourceKey> locks() {
      return change.declared().rules().locks();
    }

    @Override
    public EngineEvent.StepAction work() {
      return change.action() == ResourceChange.Action.UPDATE
          ? EngineEvent.StepAction.UPDATE
          : EngineEvent.StepAction.CREATE;
    }
  }

  /** A step that removes a resource. */
  record Remove(ResourceRemoval removal, Set<String> needs) implements PlanStep {
    @Override
    public ResourceKey key() {
      return removal.key();
    }

    @Override
    public String id() {
      return removalOf(key());
    }

    @Override
    public Collection<ResourceKey> locks() {
      return removal.locks();
    }

    @Override
    public EngineEvent.StepAction work() {
      return EngineEvent.StepAction.REMOVE;
    }
  }
}
