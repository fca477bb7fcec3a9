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
          "its circuit status, which Azure sets, is '"
              + circuit.azureState()
              + "' and must be 'Enabled'"
              + (circuit.isFailed() ? "; the last change of the circuit failed" : "");
      case LEAVING, NOT_PROVISIONED ->
          "its provider status, which the connectivity provider sets, is '"
              + circuit.providerState()
              + "' and must be 'Provisioned'";
      case WITHOUT_PEERING ->
          circuit
              .privatePeeringState()
              .map(state -> "its private peering is '" + state + "' and must be 'Enabled'")
              .orElse("the circuit has no private peering");
      case READY -> "nothing";
    };
  }

  /** Whom to ask about a circuit that does not become ready, as a clause. */
  static String contact(Optional<ActualCircuit> circuit) {
    return switch (circuit.map(ActualCircuit::phase).orElse(ActualCircuit.Phase.READY)) {
      case NOT_ENABLED -> "ask Microsoft support why Azure does not enable the circuit";
      case LEAVING, NOT_PROVISIONED ->
          "ask the connectivity provider why the circuit is not provisioned";
      case WITHOUT_PEERING ->
          "ask the connectivity provider, or whoever configures the peering, to enable it";
      case READY -> "check that this machine can reach Azure";
    };
  }

  private String next() {
    return switch (circuit.phase()) {
      case NOT_ENABLED ->
          circuit.isFailed()
              ? "run hybridnet:create-circuit, which writes the circuit again, or ask its owner to"
                  + " do so"
              : "wait until Azure has enabled the circuit";
      case LEAVING ->
          "ask the connectivity provider why the circuit is being deprovisioned. When its provider"
              + " status is 'NotProvisioned', give the service key '"
              + circuit.serviceKey()
              + "' to the provider again";
      case NOT_PROVISIONED ->
          "give the service key '"
              + circuit.serviceKey()
              + "' to the connectivity provider and wait until the provider status is 'Provisioned'"
              + " (hybridnet:create-circuit with hybridnet.circuit.waitForProvider waits for that)";
      default -> peering();
    };
  }

  private String peering() {
    return circuit.privatePeeringState().isPresent()
        ? "ask whoever disabled the peering to enable it"
        : "ask the connectivity provider to configure AzurePrivatePeering, or add it to peerings in"
            + " expressRouteCircuit.parameters.json and run hybridnet:create-circuit";
  }
}
