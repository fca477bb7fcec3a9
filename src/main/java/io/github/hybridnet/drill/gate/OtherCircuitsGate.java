package io.github.hybridnet.drill.gate;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import java.util.List;

/**
 * Whether another circuit would take over instead of the VPN (source:
 * articles/expressroute/designing-for-disaster-recovery-with-expressroute-privatepeering.md).
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
                + gateContext.target().expressRoute().gateway().quoted()
                + " also has "
                + String.join(", ", others.stream().map(OtherCircuitsGate::text).toList())
                + ". That circuit would take over, and the drill would prove nothing about the"
                + " VPN.",
            "remove that connection for the drill. Or set"
                + " hybridnet.failover.override=other-circuits to test whether that circuit takes"
                + " over");
  }

  private static String text(ActualResource connection) {
    return "the "
        + connection.key().quoted()
        + " to the circuit '"
        + connection.properties().text("peer", "id")
        + "'";
  }
}
