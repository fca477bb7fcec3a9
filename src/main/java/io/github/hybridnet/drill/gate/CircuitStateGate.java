package io.github.hybridnet.drill.gate;

import io.github.hybridnet.arm.ActualCircuit;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.drill.api.DrillTarget.TargetCircuit;
import java.util.Optional;

/**
 * The circuit is ready. Source: articles/expressroute/expressroute-workflows.md, states of a
 * circuit.
 */
final class CircuitStateGate extends DrillGate {
  CircuitStateGate() {
    super(
        "circuit",
        GateKind.HEALTH,
        "The circuit is Enabled, and its provider has it Provisioned.",
        "articles/expressroute/expressroute-workflows.md");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    TargetCircuit circuit = gateContext.target().circuit();
    Optional<ActualResource> found = gateContext.resource(circuit.key());
    return found.isPresent()
        ? judged(new ActualCircuit(found.get()))
        : unseen(circuit, gateContext.failure(circuit.key()));
  }

  /** Somebody else's circuit need not be readable; what comes over it is seen elsewhere. */
  private GateResult unseen(TargetCircuit circuit, Optional<CloudException> failure) {
    String text =
        failure
            .map(f -> f.cannotBeRead("The " + circuit.key()))
            .orElse("The " + circuit.key() + " does not exist.");
    return circuit.ours() || failure.isEmpty()
        ? notMet(text, "Run create-circuit, or give this identity the right to read the circuit.")
        : warning(text, "Ask its owner whether it is Enabled and Provisioned.");
  }

  private GateResult judged(ActualCircuit facts) {
    String text =
        "The "
            + facts.key()
            + " is "
            + facts.azureState()
            + ", and its provider has it "
            + facts.providerState()
            + ".";
    return facts.isProvisioned()
        ? met(text)
        : notMet(
            text,
            facts.isFailed()
                ? "Its last change has failed: run create-circuit, which writes it again."
                : "Wait until both are so; create-circuit shows what is missing.");
  }
}
