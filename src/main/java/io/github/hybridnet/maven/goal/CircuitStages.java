package io.github.hybridnet.maven.goal;

import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.CircuitFacts;
import io.github.hybridnet.plan.DesiredNetwork;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.Planner;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import io.github.hybridnet.plan.Standing;
import java.util.List;
import java.util.Map;

/**
 * What of a circuit can be written when: its peerings only when the provider has provisioned it
 * (hashicorp/terraform-provider-azurerm issues 3022 and 5342, Azure/azure-powershell pull request
 * 6094), everything else at once.
 */
final class CircuitStages {
  /** What is said of peerings that cannot be written yet, before anything is. */
  static final String LATER =
      "The declared peerings would be configured when the provider has provisioned the circuit.";

  private final List<DesiredResource> all;
  private final ResourceKey circuit;
  private boolean writesKeys;
  private boolean leavesPeerings;

  /**
   * The stages of a circuit.
   *
   * @param writesKeys whether MD5 keys are written although nothing else differs
   */
  CircuitStages(DesiredNetwork desired, boolean writesKeys) {
    this.all = desired.circuit();
    this.circuit = desired.circuitKey();
    this.writesKeys = writesKeys;
  }

  List<DesiredResource> all() {
    return all;
  }

  /** What can be written now. */
  List<DesiredResource> next(Standing standing) {
    boolean open =
        standing
            .find(circuit)
            .map(CircuitFacts::new)
            .filter(CircuitFacts::isProvisioned)
            .isPresent();
    leavesPeerings = !open && all.stream().anyMatch(CircuitStages::isPeering);
    // A circuit is written with its peerings in it, as Azure shows them: without their keys.
    writesKeys = writesKeys || isUpdated(standing);
    return all.stream()
        .filter(d -> open || !isPeering(d))
        .map(d -> writesKeys && isPeering(d) ? d.writingHiddenSecrets() : d)
        .toList();
  }

  /** Whether declared peerings have to wait for the provider. */
  boolean leavesPeerings() {
    return leavesPeerings;
  }

  /** Which keys stay as they are because nobody can tell whether they differ. */
  List<String> uncompared(Plan plan) {
    return plan.with(Change.Action.UNCHANGED).stream()
        .filter(c -> isPeering(c.desired()) && hasKey(c))
        .map(
            c ->
                "The MD5 key of the "
                    + c.key()
                    + " could not be compared, because Azure does not show it;"
                    + " hybridnet.circuit.writePeeringKeys writes it again.")
        .toList();
  }

  private boolean isUpdated(Standing standing) {
    ActualResource actual = standing.find(circuit).orElse(null);
    return actual != null
        && all.stream()
            .filter(d -> d.key().equals(circuit))
            .anyMatch(d -> new Planner().change(d, actual).isWrite());
  }

  private static boolean hasKey(Change change) {
    return change.desired().body().get("properties") instanceof Map<?, ?> properties
        && properties.containsKey("sharedKey");
  }

  private static boolean isPeering(DesiredResource desired) {
    return desired.key().type() == ResourceType.PEERING;
  }
}
