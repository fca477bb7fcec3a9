package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.failover.DrillTarget.DrilledCircuit;
import io.github.hybridnet.failover.gate.GateResult;
import io.github.hybridnet.failover.gate.Refusal;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.CircuitFacts;
import java.util.Optional;

/**
 * The circuit is ready. Source: articles/expressroute/expressroute-workflows.md, states of a
 * circuit.
 */
final class CircuitReady extends Gate {
  CircuitReady() {
    super(
        "circuit",
        Kind.HEALTH,
        "The circuit is Enabled, and its provider has it Provisioned.",
        "articles/expressroute/expressroute-workflows.md");
  }

  @Override
  public GateResult check(Situation situation) {
    DrilledCircuit circuit = situation.target().circuit();
    Optional<ActualResource> found = situation.resource(circuit.key());
    return found.isPresent()
        ? judged(new CircuitFacts(found.get()))
        : unseen(circuit, situation.failure(circuit.key()));
  }

  /** Somebody else's circuit need not be readable; what comes over it is seen elsewhere. */
  private GateResult unseen(DrilledCircuit circuit, Optional<CloudException> failure) {
    String text =
        failure
            .map(f -> Refusal.of("The " + circuit.key(), f))
            .orElse("The " + circuit.key() + " does not exist.");
    return circuit.ours() || failure.isEmpty()
        ? notMet(text, "Run create-circuit, or give this identity the right to read the circuit.")
        : warning(text, "Ask its owner whether it is Enabled and Provisioned.");
  }

  private GateResult judged(CircuitFacts facts) {
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
