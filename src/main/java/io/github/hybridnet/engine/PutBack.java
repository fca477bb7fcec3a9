package io.github.hybridnet.engine;

import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.Removal;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.Restitution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes again what was removed for something that then failed, in the form in which it stood: a
 * gateway that Azure refused to remove has no use without its connection. A plan that only removes
 * is not taken back.
 */
final class PutBack {
  private final Plan plan;
  private final Workshop shop;
  private final Heartbeat heartbeat;

  PutBack(Plan plan, Workshop shop, Heartbeat heartbeat) {
    this.plan = plan;
    this.shop = shop;
    this.heartbeat = heartbeat;
  }

  /** The result with what was put back. */
  EngineResult after(EngineResult result) throws InterruptedException {
    List<Removal> lost = result.isComplete() ? List.of() : lost(result);
    if (lost.isEmpty()) {
      return result;
    }
    Map<ResourceKey, String> missing = new LinkedHashMap<>();
    List<Change> changes = new ArrayList<>();
    for (Removal removal : lost) {
      String obstacle = obstacle(removal, lost, result);
      if (obstacle.isEmpty()) {
        changes.add(new Restitution(plan, removal).change(lost));
      } else {
        missing.put(removal.key(), obstacle);
      }
    }
    changes.forEach(change -> shop.listener().accept(new EngineEvent.PuttingBack(change.key())));
    EngineResult made = new PlanRun(new Plan(changes), shop, heartbeat).run();
    made.failures().forEach((key, failure) -> missing.put(key, text(failure)));
    made.skipped().forEach(key -> missing.put(key, "what it belongs to is not there"));
    List<ResourceKey> again = made.resources().keySet().stream().map(Change::key).toList();
    return result.with(new EngineResult.Restored(again, missing));
  }

  private static String text(CloudException failure) {
    return "(" + failure.code() + ") " + failure.getMessage();
  }

  /** What is gone although that for which it was removed has not come about. */
  private List<Removal> lost(EngineResult result) {
    if (plan.changes().isEmpty()) {
      return List.of();
    }
    return plan.removals().stream()
        .filter(removal -> result.removed().contains(removal.key()))
        .filter(removal -> isInVain(removal, result))
        .toList();
  }

  private boolean isInVain(Removal removal, EngineResult result) {
    boolean heldUp =
        plan.removals().stream()
            .filter(later -> later.after().stream().anyMatch(removal.key()::isSame))
            .anyMatch(later -> isOpen(later.key(), result) || isInVain(later, result));
    return heldUp
        || plan.changes().stream()
            .filter(change -> plan.removalsBefore(change).contains(removal))
            .anyMatch(change -> isOpen(change.key(), result));
  }

  private static boolean isOpen(ResourceKey key, EngineResult result) {
    return result.failures().containsKey(key) || result.skipped().contains(key);
  }

  /** Why something cannot be made again; empty when it can be tried. */
  private String obstacle(Removal removal, List<Removal> lost, EngineResult result) {
    for (Removal later : lost) {
      boolean holds = later.after().stream().anyMatch(removal.key()::isSame);
      if (holds && !obstacle(later, lost, result).isEmpty()) {
        return "the " + later.key() + " is not put back";
      }
    }
    CloudException failure = result.failures().get(removal.key());
    if (failure != null && failure.kind() == CloudException.Kind.TIMED_OUT) {
      return "Azure may still be making it anew";
    }
    String secret = new Restitution(plan, removal).unknownSecret();
    if (!secret.isEmpty()) {
      return "its " + secret + " is not known here";
    }
    return state(removal.key());
  }

  private String state(ResourceKey key) {
    try {
      return shop.cloud()
          .read(key)
          .map(ActualResource::provisioningState)
          .map(state -> "it stands in its new form as " + state)
          .orElse("");
    } catch (CloudException failure) {
      return "what stands cannot be read: " + text(failure);
    }
  }
}
