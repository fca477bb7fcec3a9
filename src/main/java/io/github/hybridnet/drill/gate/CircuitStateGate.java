package io.github.hybridnet.drill.gate;

import io.github.hybridnet.arm.ActualCircuit;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.drill.api.DrillTarget.TargetCircuit;
import java.util.Optional;

/**
 * Whether the circuit is ready (source: articles/expressroute/expressroute-workflows.md, states of
 * a circuit).
 */
final class CircuitStateGate extends DrillGate {
  CircuitStateGate() {
    super(
        "circuit",
        GateKind.HEALTH,
        "The circuit status is 'Enabled', and the provider status is 'Provisioned'.",
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
    String name = "The " + circuit.key().quoted();
    if (failure.isEmpty()) {
      return notMet(name + " does not exist.", "run hybridnet:create-circuit");
    }
    String text = failure.get().cannotBeRead(name);
    return circuit.ours()
        ? notMet(text, "give this identity the right to read the circuit")
        : warning(text, "ask its owner whether " + needed());
  }

  private static String needed() {
    return "the circuit status is 'Enabled' and the provider status is 'Provisioned'";
  }

  private GateResult judged(ActualCircuit facts) {
    String text =
        "The "
            + facts.key().quoted()
            + " has the circuit status '"
            + facts.azureState()
            + "' and the provider status '"
            + facts.providerState()
            + "'.";
    if (facts.isProvisioned()) {
      return met(text);
    }
    return notMet(
        text,
        facts.isFailed()
            ? "run hybridnet:create-circuit, which writes the circuit again. Its last change failed"
            : "wait until " + needed() + ". hybridnet:create-circuit shows what is missing");
  }
}
