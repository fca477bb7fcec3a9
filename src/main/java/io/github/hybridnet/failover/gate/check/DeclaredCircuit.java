package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.failover.gate.GateResult;
import io.github.hybridnet.failover.gate.Properties;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.ResourceKey;
import java.util.Optional;

/**
 * The connection leads to the circuit that is drilled. Source: mspnp/reference-architectures,
 * hybrid-networking/expressroute-vpn-failover.
 */
final class DeclaredCircuit extends Gate {
  DeclaredCircuit() {
    super(
        "circuit-of-connection",
        Kind.HEALTH,
        "The ExpressRoute connection leads to the declared circuit.",
        "mspnp/reference-architectures, hybrid-networking/expressroute-vpn-failover");
  }

  @Override
  public GateResult check(Situation situation) {
    ResourceKey declared = situation.target().circuit().key();
    Optional<ActualResource> connection =
        situation.resource(situation.target().expressRoute().connection().key());
    if (connection.isEmpty()) {
      return warning(
          "Which circuit the ExpressRoute connection leads to is not known, as it was not read.",
          "");
    }
    String id = Properties.text(connection.get(), "peer/id");
    return id.equalsIgnoreCase(declared.id())
        ? met("The ExpressRoute connection leads to the " + declared + ".")
        : notMet(
            "The "
                + connection.get().key()
                + " leads to "
                + (id.isEmpty() ? "no circuit" : id)
                + ", and not to the declared "
                + declared
                + ".",
            "Run plan and deploy-network, or correct the ExpressRoute file.");
  }
}
