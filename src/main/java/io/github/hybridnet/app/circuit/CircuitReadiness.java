package io.github.hybridnet.app.circuit;

import io.github.hybridnet.app.GoalProblems;
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
        : Optional.of(GoalProblems.circuitNotReady(circuit.key(), reason(circuit), next()));
  }

  /** What keeps a circuit from being ready. */
  static String reason(ActualCircuit circuit) {
    return switch (circuit.phase()) {
      case NOT_ENABLED ->
          "Azure has it as "
              + circuit.azureState()
              + (circuit.isFailed() ? ", and its last change has failed" : "");
      case LEAVING, NOT_PROVISIONED ->
          "the connectivity provider has it as " + circuit.providerState();
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
              ? "run hybridnet:create-circuit, which writes it again, or ask its owner to"
              : "wait until Azure has enabled it";
      case LEAVING ->
          "ask the provider why it takes the circuit away; when it is NotProvisioned, give the"
              + " service key "
              + circuit.serviceKey()
              + " to the provider anew";
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
        ? "have it enabled by whoever disabled it"
        : "have the provider configure AzurePrivatePeering, or declare it as peerings in"
            + " expressRouteCircuit.parameters.json and run hybridnet:create-circuit";
  }
}
