package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.failover.gate.GateResult;
import java.util.List;

/** The one list of gates. */
public final class StandardGates {
  private static final List<Gate> ALL =
      List.of(
          new ReadingsComplete(),
          new NothingRunning(),
          new GatewayHealthy(
              "express-route-gateway",
              "The ExpressRoute gateway is Succeeded.",
              t -> t.expressRoute().gateway()),
          new GatewayHealthy(
              "vpn-gateway", "The VPN gateway is Succeeded.", t -> t.vpn().gateway()),
          ConnectionUp.expressRoute(),
          ConnectionUp.vpn(),
          new DeclaredCircuit(),
          new CircuitReady(),
          new PeeringEnabled(),
          new PeeringOwner(),
          new SomethingToDrill(),
          new Covered(),
          new NotMoreSpecific(),
          new NoOtherCircuit(),
          new Permitted(),
          new NotLocked(),
          new SignInLasts(),
          new QuestionsAnswered(),
          new NotProduction(),
          new BothDirections(),
          new BothLinks(),
          new SingleHomed(),
          new PrivatePeeringOnly(),
          new TransitAsn());

  private StandardGates() {}

  /** Every gate, in the order in which they are shown. */
  public static List<Gate> all() {
    return ALL;
  }

  /** The kind of a result; one that is no gate's, as that of the probes, is about telling. */
  public static Gate.Kind kind(GateResult result) {
    return ALL.stream()
        .filter(gate -> gate.id().equals(result.id()))
        .map(Gate::kind)
        .findFirst()
        .orElse(Gate.Kind.TELLING);
  }
}
