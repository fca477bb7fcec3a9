package io.github.hybridnet.plan.destroy;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.Plan;
import java.util.List;

/**
 * What becomes of a declared network that is to be removed.
 *
 * @param plan the removals, each after those of everything that uses it
 * @param kept what stays, and why
 * @param absent what is declared and does not exist
 */
public record DestroyPlan(Plan plan, List<RetainedResource> kept, List<ResourceKey> absent) {

  /** Copies the lists, which cannot be changed afterwards. */
  public DestroyPlan {
    kept = List.copyOf(kept);
    absent = List.copyOf(absent);
  }

  /** The removals of everything but resource groups. */
  public Plan insideGroups() {
    return only(false);
  }

  /** The removals of resource groups, for when everything in them is gone. */
  public Plan groups() {
    return only(true);
  }

  private Plan only(boolean groups) {
    return new Plan(
        List.of(),
        plan.removals().stream()
            .filter(r -> (r.key().type() == ResourceType.RESOURCE_GROUP) == groups)
            .toList());
  }
}
