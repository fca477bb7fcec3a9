package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.failover.gate.GateResult;
import io.github.hybridnet.plan.ActualResource;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Nobody changes anything. Source: Azure Resource Manager, error AnotherOperationInProgress. */
final class NothingRunning extends Gate {
  private static final Set<String> RUNNING = Set.of("updating", "creating", "deleting");

  NothingRunning() {
    super(
        "operations",
        Kind.TELLING,
        "No operation is running on the gateways, the connections, the circuit, the device or the"
            + " virtual network.",
        "Azure Resource Manager, error AnotherOperationInProgress");
  }

  @Override
  public GateResult check(Situation situation) {
    List<String> running =
        situation
            .standing()
            .filter(r -> RUNNING.contains(r.provisioningState().toLowerCase(Locale.ROOT)))
            .map(NothingRunning::told)
            .toList();
    return running.isEmpty()
        ? met("No operation is running.")
        : settling(
            "An operation is running: " + String.join(", ", running) + ".",
            "Wait for its end, and run the goal again.");
  }

  private static String told(ActualResource resource) {
    return resource.key() + " is " + resource.provisioningState();
  }
}
