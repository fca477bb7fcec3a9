package io.github.hybridnet.drill.gate;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import java.util.Optional;

/**
 * The connection leads to the circuit that is drilled. Source: mspnp/reference-architectures,
 * hybrid-networking/expressroute-vpn-failover.
 */
final class ConnectionCircuitGate extends DrillGate {
  ConnectionCircuitGate() {
    super(
        "circuit-of-connection",
        GateKind.HEALTH,
        "The ExpressRoute connection leads to the declared circuit.",
        "mspnp/reference-architectures, hybrid-networking/expressroute-vpn-failover");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    ResourceKey declared = gateContext.target().circuit().key();
    Optional<ActualResource> connection =
        gateContext.resource(gateContext.target().expressRoute().connection().key());
    if (connection.isEmpty()) {
      return warning(
          "The circuit of the ExpressRoute connection is not known, because the connection could"
              + " not be read.",
          "");
    }
    String id = connection.get().properties().text("peer", "id");
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
