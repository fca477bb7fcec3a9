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
import java.util.List;

/**
 * Which parts of a circuit can be written when: its peerings only when the provider has provisioned
 * it (hashicorp/terraform-provider-azurerm issues 3022 and 5342, Azure/azure-powershell pull
 * request 6094), everything else at once.
 */
final class CircuitStages {

  private final List<DeclaredResource> all;
  private final ResourceKey circuit;
  private boolean writesKeys;
  private boolean leavesPeerings;

  /**
   * The stages of a circuit.
   *
   * @param writesKeys whether MD5 keys are written although nothing else differs
   */
  CircuitStages(NetworkResources desired, boolean writesKeys) {
    this.all = desired.circuit();
    this.circuit = desired.circuitKey();
    this.writesKeys = writesKeys;
  }

  List<DeclaredResource> all() {
    return all;
  }

  /** What can be written now. */
  List<DeclaredResource> next(ActualState actualState) {
    boolean open =
        actualState
            .find(circuit)
            .map(ActualCircuit::new)
            .filter(ActualCircuit::isProvisioned)
            .isPresent();
    leavesPeerings = !open && all.stream().anyMatch(CircuitStages::isPeering);
    // A circuit is written with its peerings in it, as Azure shows them: without their keys.
    writesKeys = writesKeys || isUpdated(actualState);
    return all.stream()
        .filter(d -> open || !isPeering(d))
        .map(d -> writesKeys && isPeering(d) ? d.writingHiddenSecrets() : d)
        .toList();
  }

  /** Whether declared peerings have to wait for the provider. */
  boolean leavesPeerings() {
    return leavesPeerings;
  }

  /** A line for each key that is not written because Azure does not show whether it differs. */
  List<String> uncompared(Plan plan) {
    return plan.with(ResourceChange.Action.UNCHANGED).stream()
        .filter(c -> isPeering(c.declared()) && hasKey(c))
        .map(c -> CircuitMessages.keyNotCompared(c.key()))
        .toList();
  }

  private boolean isUpdated(ActualState actualState) {
    ActualResource actual = actualState.find(circuit).orElse(null);
    return actual != null
        && all.stream()
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
