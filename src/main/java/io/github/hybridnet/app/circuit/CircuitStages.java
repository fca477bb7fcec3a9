package io.github.hybridnet.app.circuit;

import io.github.hybridnet.arm.ActualCircuit;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.plan.diff.Planner;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which parts of circuits can be written when: the peerings of each only when the provider has
 * provisioned it (hashicorp/terraform-provider-azurerm issues 3022 and 5342, Azure/azure-powershell
 * pull request 6094), everything else at once.
 */
final class CircuitStages {

  private final Map<ResourceKey, List<DeclaredResource>> circuits = new LinkedHashMap<>();
  private final Set<ResourceKey> writingKeys = new HashSet<>();
  private final Set<ResourceKey> leavingPeerings = new LinkedHashSet<>();

  /**
   * The stages of circuits.
   *
   * @param desired networks with the circuits alone, each in its region
   * @param writesKeys whether MD5 keys are written although nothing else differs
   */
  CircuitStages(List<NetworkResources> desired, boolean writesKeys) {
    desired.forEach(each -> each.circuitKeys().forEach(key -> circuits.put(key, each.circuits())));
    if (writesKeys) {
      writingKeys.addAll(circuits.keySet());
    }
  }

  /** The circuits, in the order of their file. */
  List<ResourceKey> keys() {
    return List.copyOf(circuits.keySet());
  }

  List<DeclaredResource> all() {
    return once(circuits.values().stream().flatMap(List::stream));
  }

  /** What can be written now. */
  List<DeclaredResource> next(ActualState actualState) {
    leavingPeerings.clear();
    return once(
        circuits.entrySet().stream()
            .flatMap(entry -> next(entry.getKey(), entry.getValue(), actualState)));
  }

  private Stream<DeclaredResource> next(
      ResourceKey circuit, List<DeclaredResource> resources, ActualState actualState) {
    boolean open =
        actualState
            .find(circuit)
            .map(ActualCircuit::new)
            .filter(ActualCircuit::isProvisioned)
            .isPresent();
    if (!open && resources.stream().anyMatch(CircuitStages::isPeering)) {
      leavingPeerings.add(circuit);
    }
    // A circuit is written with its peerings in it, as Azure shows them: without their keys.
    if (isUpdated(circuit, resources, actualState)) {
      writingKeys.add(circuit);
    }
    return resources.stream()
        .filter(d -> open || !isPeering(d))
        .map(d -> writingKeys.contains(circuit) && isPeering(d) ? d.writingHiddenSecrets() : d);
  }

  /** Circuits of one group name it alike. */
  private static List<DeclaredResource> once(Stream<DeclaredResource> resources) {
    Map<ResourceKey, DeclaredResource> all = new LinkedHashMap<>();
    resources.forEach(each -> all.putIfAbsent(each.key(), each));
    return List.copyOf(all.values());
  }

  /** Whether declared peerings have to wait for the provider. */
  boolean leavesPeerings() {
    return !leavingPeerings.isEmpty();
  }

  /** Whether declared peerings of this circuit have to wait for the provider. */
  boolean leavesPeerings(ResourceKey circuit) {
    return leavingPeerings.contains(circuit);
  }

  /** A line for each key that is not written because Azure does not show whether it differs. */
  List<String> uncompared(Plan plan) {
    return plan.with(ResourceChange.Action.UNCHANGED).stream()
        .filter(c -> isPeering(c.declared()) && hasKey(c))
        .map(c -> CircuitMessages.keyNotCompared(c.key()))
        .toList();
  }

  private static boolean isUpdated(
      ResourceKey circuit, List<DeclaredResource> resources, ActualState actualState) {
    ActualResource actual = actualState.find(circuit).orElse(null);
    return actual != null
        && resources.stream()
            .filter(d -> d.key().equals(circuit))
            .anyMatch(d -> new Planner().change(d, actual).isWrite());
  }

  private static boolean hasKey(ResourceChange resourceChange) {
    return resourceChange.declared().properties().value("sharedKey") != null;
  }

  private static boolean isPeering(DeclaredResource desired) {
    return desired.key().type() == ResourceType.PEERING;
  }
}
