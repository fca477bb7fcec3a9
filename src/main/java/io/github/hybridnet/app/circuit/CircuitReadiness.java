package io.github.hybridnet.app.circuit;

import io.github.hybridnet.arm.ActualCircuit;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.text.UserException;
import java.util.Optional;

/**
 * Whether a circuit can carry a connection: Azure enabled it, the provider provisioned it, and its
 * private peering is enabled. Azure accepts a connection to a circuit that cannot, and lets the
 * operation fail ({@code ServiceProviderNotProvisioned}, recorded), which leaves a failed
 * connection behind.
 */
public final class CircuitReadiness {
  private final ActualCircuit circuit;

  public CircuitReadiness(ActualResource circuit) {
    this.circuit = new ActualCircuit(circuit);
  }

  /** Empty when the circuit is ready. */
  public Optional<UserException> problem() {
    return circuit.phase() == ActualCircuit.Phase.READY
        ? Optional.empty()
        : Optional.of(CircuitProblems.notReady(circuit.key(), reason(circuit), next()));
  }

  /** What keeps a circuit from being ready, as a clause. */
  static String reason(ActualCircuit circuit) {
    return switch (circuit.phase()) {
      case NOT_ENABLED ->
          "its state in Azure is "
              + circuit.azureState()
              + (circuit.isFailed() ? ", and its last change failed" : "");
      case LEAVING, NOT_PROVISIONED ->
          "its state at the connectivity provider is " + circuit.providerState();
      case WITHOUT_PEERING ->
          circuit
              .privatePeeringState()
              .map(state -> "its private peering is " + state)
              .orElse("it has no private peering");
      case READY -> "nothing";
    };
  }

  private String next() {
    return switch (circuit.phase()) {
      case NOT_ENABLED ->
          circuit.isFailed()
              ? "run hybridnet:create-circuit, which writes the circuit again, or ask its owner to"
              : "wait until Azure has enabled the circuit";
      case LEAVING ->
          "ask the provider why it is deprovisioning the circuit. When the circuit is"
              + " NotProvisioned, give the service key "
              + circuit.serviceKey()
              + " to the provider again";
      case NOT_PROVISIONED ->
          "give the service key "
              + circuit.serviceKey()
              + " to the provider and wait until it is Provisioned"
              + " (hybridnet:create-circuit with hybridnet.circuit.waitForProvider does that)";
      default -> peering();
    };
  }

  private String peering() {
    return circuit.privatePeeringState().isPresent()
        ? "ask whoever disabled the peering to enable it"
        : "ask the provider to configure AzurePrivatePeering, or declare it under peerings in"
            + " expressRouteCircuit.parameters.json and run hybridnet:create-circuit";
  }
}
