package io.github.hybridnet.drill.gate;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ProvisioningState;
import java.util.List;

/** Nobody changes anything. Source: Azure Resource Manager, error AnotherOperationInProgress. */
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
            .map(RunningOperationsGate::told)
            .toList();
    return running.isEmpty()
        ? met("No operation is running.")
        : settling(
            "An operation is running: " + String.join(", ", running) + ".",
            "Wait until it ends, and run the goal again.");
  }

  private static String told(ActualResource resource) {
    return resource.key() + " is " + resource.provisioningState();
  }
}
