package io.github.hybridnet.drill.gate;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import java.util.Optional;

/**
 * Whether the connection leads to the declared circuit (source: mspnp/reference-architectures,
 * hybrid-networking/expressroute-vpn-failover).
 */
final class ConnectionCircuitGate extends DrillGate {
  ConnectionCircuitGate() {
    super(
        "circuit-of-connection",
        GateKind.HEALTH,
        "The ExpressRoute connection leads to the circuit in the parameter files.",
        "mspnp/reference-architectures, hybrid-networking/expressroute-vpn-failover");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    ResourceKey declared = gateContext.target().circuit().key();
    Optional<ActualResource> connection =
        gateContext.resource(gateContext.target().expressRoute().connection().key());
    if (connection.isEmpty()) {
      return warning(
          "It is not known to which circuit the ExpressRoute connection leads, because the"
              + " connection could not be read.",
          "");
    }
    String id = connection.get().properties().text("peer", "id");
    return id.equalsIgnoreCase(declared.id())
        ? met("The ExpressRoute connection leads to the " + declared.quoted() + ".")
        : notMet(
            "The "
                + connection.get().key().quoted()
                + " leads to "
                + (id.isEmpty() ? "no circuit" : "the circuit '" + id + "'")
                + ", but in the parameter files it leads to the "
                + declared.quoted()
                + ".",
            "run hybridnet:plan to see the difference. Then run hybridnet:deploy-network, or"
                + " correct the circuit in the parameter file of the ExpressRoute gateway");
  }
}
