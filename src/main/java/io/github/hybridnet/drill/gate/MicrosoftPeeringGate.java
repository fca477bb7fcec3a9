package io.github.hybridnet.drill.gate;

import io.github.hybridnet.arm.ActualResource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether the circuit also has a Microsoft peering (source:
 * articles/expressroute/how-to-configure-coexisting-gateway-portal.md).
 */
final class MicrosoftPeeringGate extends DrillGate {
  MicrosoftPeeringGate() {
    super(
        "microsoft-peering",
        GateKind.ADVICE,
        "Only private peering uses the circuit, because the VPN takes over nothing else.",
        "articles/expressroute/how-to-configure-coexisting-gateway-portal.md");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    boolean microsoft =
        gateContext
            .resource(gateContext.target().circuit().key())
            .filter(MicrosoftPeeringGate::hasMicrosoftPeering)
            .isPresent();
    return microsoft
        ? warning(
            "The circuit also has an enabled Microsoft peering, which the VPN does not take over.",
            "make sure that the VPN device reaches the gateway's public address over the internet,"
                + " and not over this peering")
        : met("The circuit shows no enabled Microsoft peering.");
  }

  private static boolean hasMicrosoftPeering(ActualResource circuit) {
    return circuit.observed().get("peerings") instanceof List<?> peerings
        && peerings.stream().anyMatch(MicrosoftPeeringGate::isMicrosoft);
  }

  private static boolean isMicrosoft(Object peering) {
    return peering instanceof Map<?, ?> map
        && Objects.toString(map.get("peeringType"), "").equalsIgnoreCase("MicrosoftPeering")
        && Objects.toString(map.get("state"), "").equalsIgnoreCase("Enabled");
  }
}
