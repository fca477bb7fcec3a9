package io.github.hybridnet.drill.gate;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import java.util.List;

/**
 * No other circuit takes over instead of the VPN. Source:
 * articles/expressroute/designing-for-disaster-recovery-with-expressroute-privatepeering.md.
 */
final class OtherCircuitsGate extends DrillGate {
  OtherCircuitsGate() {
    super(
        "other-circuits",
        GateKind.TAKEOVER,
        "The ExpressRoute gateway has no other circuit that would take over instead of the VPN.",
        "articles/expressroute/designing-for-disaster-recovery-with-expressroute-privatepeering.md");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    CloudException failure = gateContext.seen().connections().failure();
    if (failure != null) {
      return warning(
          failure.cannotBeRead(
              "The list of connections of the " + gateContext.target().expressRoute().gateway()),
          "");
    }
    List<ActualResource> others = OtherCircuitConnections.of(gateContext);
    return others.isEmpty()
        ? met("The ExpressRoute gateway has no other circuit.")
        : notMet(
            "The "
                + gateContext.target().expressRoute().gateway()
                + " is also connected by "
                + String.join(", ", others.stream().map(OtherCircuitsGate::told).toList())
                + ". It would carry the traffic, and the drill would prove nothing about the VPN.",
            "Remove that connection for the drill, or override this gate to see whether it takes"
                + " over.");
  }

  private static String told(ActualResource connection) {
    return connection.key().name() + " to " + connection.properties().text("peer", "id");
  }
}
