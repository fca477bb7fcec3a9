package io.github.hybridnet.engine;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.ResourceRemoval;
import io.github.hybridnet.plan.replace.RollbackChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes again what was removed for something that then failed, in the form that it had: a gateway
 * that Azure refused to remove has no use without its connection. A plan that only removes is not
 * taken back.
 */
final class ReplacementRollback {
  private final Plan plan;
  private final RunContext context;
  private final ProgressHeartbeat progressHeartbeat;

  ReplacementRollback(Plan plan, RunContext context, ProgressHeartbeat progressHeartbeat) {
    this.plan = plan;
    this.context = context;
    this.progressHeartbeat = progressHeartbeat;
  }

  /** The result with what was put back. */
  EngineResult after(EngineResult result) throws InterruptedException {
    List<ResourceRemoval> lost = result.isComplete() ? List.of() : lost(result);
    if (lost.isEmpty()) {
      return result;
    }
    Map<ResourceKey, String> missing = new LinkedHashMap<>();
    List<ResourceChange> changes = new ArrayList<>();
    for (ResourceRemoval resourceRemoval : lost) {
      String obstacle = obstacle(resourceRemoval, lost, result);
      if (obstacle.isEmpty()) {
        changes.add(new RollbackChange(plan, resourceRemoval).change(lost));
      } else {
        missing.put(resourceRemoval.key(), obstacle);
      }
    }
    changes.forEach(
        resourceChange ->
            context.listener().accept(new EngineEvent.RollingBack(resourceChange.key())));
    EngineResult made = new PlanRun(new Plan(changes), context, progressHeartbeat).run();
    made.failures().forEach((key, failure) -> missing.put(key, failure.inWords()));
    made.skipped()
        .forEach(key -> missing.put(key, "a resource that this one needs does not exist"));
    List<ResourceKey> again = made.resources().keySet().stream().map(ResourceChange::key).toList();
    return result.with(new EngineResult.RollbackResult(again, missing));
  }

  /** What is gone although that for which it was removed has not come about. */
  private List<ResourceRemoval> lost(EngineResult result) {
    if (plan.changes().isEmpty()) {
      return List.of();
    }
    return plan.removals().stream()
        .filter(resourceRemoval -> result.removed().contains(resourceRemoval.key()))
        .filter(resourceRemoval -> isInVain(resourceRemoval, result))
        .toList();
  }

  private boolean isInVain(ResourceRemoval resourceRemoval, EngineResult result) {
    boolean heldUp =
        plan.removals().stream()
            .filter(later -> later.after().stream().anyMatch(resourceRemoval.key()::isSame))
            .anyMatch(later -> isOpen(later.key(), result) || isInVain(later, result));
    return heldUp
        || plan.changes().stream()
            .filter(resourceChange -> plan.removalsBefore(resourceChange).contains(resourceRemoval))
            .anyMatch(resourceChange -> isOpen(resourceChange.key(), result));
  }

  private static boolean isOpen(ResourceKey key, EngineResult result) {
    return result.failures().containsKey(key) || result.skipped().contains(key);
  }

  /** Why something cannot be made again; empty when it can be tried. */
  private String obstacle(
      ResourceRemoval resourceRemoval, List<ResourceRemoval> lost, EngineResult result) {
    for (ResourceRemoval later : lost) {
      boolean holds = later.after().stream().anyMatch(resourceRemoval.key()::isSame);
      if (holds && !obstacle(later, lost, result).isEmpty()) {
        return "the " + later.key().quoted() + " is not created again";
      }
    }
    CloudException failure = result.failures().get(resourceRemoval.key());
    if (failure != null && failure.kind() == CloudException.Kind.TIMED_OUT) {
      return "Azure may still be creating it";
    }
    String secret = new RollbackChange(plan, resourceRemoval).unknownSecret();
    if (!secret.isEmpty()) {
      return "its " + secret + " is not known here";
    }
    return state(resourceRemoval.key());
  }

  private String state(ResourceKey key) {
    try {
      return context
          .cloud()
          .read(key)
          .map(ActualResource::provisioningState)
          .map(state -> "it exists in its new form, with the provisioning state '" + state + "'")
          .orElse("");
    } catch (CloudException failure) {
      return "its state cannot be read: " + failure.inWords();
    }
  }
}
