package io.github.hybridnet.drill.gate;

import java.util.List;

/** The one list of gates. */
final class StandardGates {
  private static final List<DrillGate> ALL =
      List.of(
          new PathReadingsGate(),
          new RunningOperationsGate(),
          new GatewayStateGate(
              "express-route-gateway",
              "The ExpressRoute gateway is 'Succeeded'.",
              t -> t.expressRoute().gateway()),
          new GatewayStateGate(
              "vpn-gateway", "The VPN gateway is 'Succeeded'.", t -> t.vpn().gateway()),
          ConnectionStateGate.expressRoute(),
          ConnectionStateGate.vpn(),
          new ConnectionCircuitGate(),
          new CircuitStateGate(),
          new PeeringStateGate(),
          new PeeringOwnerGate(),
          new ExpressRouteRoutesGate(),
          new PrefixCoverageGate(),
          new MoreSpecificPrefixGate(),
          new OtherCircuitsGate(),
          new PermissionsGate(),
          new ManagementLocksGate(),
          new SignInDurationGate(),
          new OpenQuestionsGate(),
          new ProductionTagGate(),
          new BothDirectionsGate(),
          new CircuitLinksGate(),
          new SingleHomedGate(),
          new MicrosoftPeeringGate(),
          new TransitAsnGate());

  private StandardGates() {}

  /** Every gate, in the order in which they are shown. */
  static List<DrillGate> all() {
    return ALL;
  }

  /** The kind of a result; that of the probes counts as {@code TELLING}. */
  static DrillGate.GateKind kind(GateResult result) {
    return ALL.stream()
        .filter(drillGate -> drillGate.id().equals(result.id()))
        .map(DrillGate::kind)
        .findFirst()
        .orElse(DrillGate.GateKind.TELLING);
  }
}
