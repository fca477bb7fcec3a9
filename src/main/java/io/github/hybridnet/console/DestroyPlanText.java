package io.github.hybridnet.console;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.ResourceRemoval;
import io.github.hybridnet.plan.destroy.DestroyPlan;
import io.github.hybridnet.plan.destroy.DestroyPlanner;
import io.github.hybridnet.plan.destroy.RetainedResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Texts about a removal: what is removed, what is kept, and what is billed. */
public final class DestroyPlanText {
  /** The types that Azure bills from their creation until they are deleted, used or not. */
  private static final Set<ResourceType> BILLED =
      Set.of(ResourceType.VIRTUAL_NETWORK_GATEWAY, ResourceType.PUBLIC_IP, ResourceType.CIRCUIT);

  private DestroyPlanText() {}

  /** The lines of a plan, removals in their order. */
  public static List<String> plan(DestroyPlan destroyPlan) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Plan: "
            + destroyPlan.plan().removals().size()
            + " to remove, "
            + destroyPlan.kept().size()
            + " to keep");
    destroyPlan.plan().removals().forEach(r -> lines.add("  - " + r.key() + unusual(r)));
    lines.addAll(kept(destroyPlan.kept()));
    return lines;
  }

  private static String unusual(ResourceRemoval resourceRemoval) {
    return resourceRemoval.reason().equals(DestroyPlanner.DECLARED)
        ? ""
        : ": " + resourceRemoval.reason();
  }

  /** A line for each resource that is kept, with the reason. */
  public static List<String> kept(Collection<RetainedResource> kept) {
    return kept.stream().map(k -> "  = " + k.key() + ": " + k.reason()).toList();
  }

  /** The sentence about billing; empty if nothing is billed. */
  public static List<String> billed(String begin, Collection<ResourceKey> actual) {
    String billed =
        actual.stream()
            .filter(k -> BILLED.contains(k.type()))
            .map(ResourceKey::toString)
            .collect(Collectors.joining(", "));
    return billed.isEmpty()
        ? List.of()
        : List.of(
            begin + billed + ". Azure bills these from their creation until they are deleted.");
  }
}
