package io.github.hybridnet.maven.goal;

import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.plan.ActualResource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a circuit can carry a connection: Azure enabled it, the provider provisioned it, and its
 * private peering is enabled. Azure accepts a connection to a circuit that cannot, and lets the
 * operation fail ({@code ServiceProviderNotProvisioned}, recorded), which leaves a failed
 * connection behind.
 */
final class CircuitReadiness {
  private final ActualResource circuit;

  CircuitReadiness(ActualResource circuit) {
    this.circuit = circuit;
  }

  /** The state that the provider is in with it. */
  String providerState() {
    return observed("serviceProviderProvisioningState");
  }

  /** Empty when the circuit is ready. */
  Optional<HybridnetException> problem() {
    if (!observed("circuitProvisioningState").equalsIgnoreCase("Enabled")) {
      return problem(
          "Azure has it as " + observed("circuitProvisioningState"),
          "wait until Azure has enabled it");
    }
    if (!providerState().equalsIgnoreCase("Provisioned")) {
      return problem(
          "the connectivity provider has it as " + providerState(),
          "give the service key "
              + observed("serviceKey")
              + " to the provider and wait until it is Provisioned"
              + " (hybridnet:create-circuit with hybridnet.circuit.waitForProvider does that)");
    }
    return privatePeeringEnabled()
        ? Optional.empty()
        : problem(
            "it has no enabled private peering",
            "have the provider configure AzurePrivatePeering, or declare it as peerings in"
                + " expressRouteCircuit.parameters.json and run hybridnet:create-circuit");
  }

  private boolean privatePeeringEnabled() {
    return circuit.observed().get("peerings") instanceof List<?> peerings
        && peerings.stream().anyMatch(CircuitReadiness::isEnabledPrivatePeering);
  }

  private static boolean isEnabledPrivatePeering(@Nullable Object peering) {
    return peering instanceof Map<?, ?> map
        && "AzurePrivatePeering".equalsIgnoreCase(Objects.toString(map.get("peeringType")))
        && "Enabled".equalsIgnoreCase(Objects.toString(map.get("state")));
  }

  private Optional<HybridnetException> problem(String reason, String next) {
    return Optional.of(GoalProblems.circuitNotReady(circuit.key(), reason, next));
  }

  private String observed(String name) {
    return Objects.toString(circuit.observed().get(name), "unknown");
  }
}
