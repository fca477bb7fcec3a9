package io.github.hybridnet.drill.gate;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ProvisioningState;
import java.util.List;

/**
 * Whether a resource is being changed (source: Azure Resource Manager, error
 * AnotherOperationInProgress).
 */
final class RunningOperationsGate extends DrillGate {
  RunningOperationsGate() {
    super(
        "operations",
        GateKind.TELLING,
        "No operation is running on the gateways, the connections, the circuit, the device or the"
            + " virtual network.",
        "Azure Resource Manager, error AnotherOperationInProgress");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    List<String> running =
        gateContext
            .actualResources()
            .filter(r -> ProvisioningState.of(r.provisioningState()).isChanging())
            .map(RunningOperationsGate::text)
            .toList();
    return running.isEmpty()
        ? met("No operation is running.")
        : settling(
            "Resources are being changed: " + String.join(", ", running) + ".",
            "wait until the changes are complete, and run the goal again");
  }

  private static String text(ActualResource resource) {
    return "the " + resource.key().quoted() + " is '" + resource.provisioningState() + "'";
  }
}
