package io.github.hybridnet.validation.rules.circuit;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;

/** A circuit has one peering of each type, each with its own VLAN. */
public final class DistinctPeeringsRule extends ValidationRule {
  public DistinctPeeringsRule() {
    super("HN2045", "The peerings of a circuit differ in type and VLAN.", RuleSources.CIRCUIT);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    context.network().circuits().forEach(circuit -> compare(circuit.peerings(), findings));
    return findings;
  }

  private void compare(List<Peering> peerings, List<Finding> findings) {
    for (int later = 1; later < peerings.size(); later++) {
      for (Peering other : peerings.subList(0, later)) {
        compare(peerings.get(later), other, findings);
      }
    }
  }

  private void compare(Peering mine, Peering other, List<Finding> findings) {
    if (mine.type().equals(other.type())) {
      findings.add(
          error(
              "The circuit has two peerings of type " + mine.type() + ".",
              mine.origin().at("peeringType"),
              "Keep one of them."));
    }
    if (mine.vlanId() == other.vlanId()) {
      findings.add(
          error(
              "Two peerings of the circuit have the VLAN " + mine.vlanId() + ".",
              mine.origin().at("vlanId"),
              "Give each peering a VLAN of its own."));
    }
  }
}
