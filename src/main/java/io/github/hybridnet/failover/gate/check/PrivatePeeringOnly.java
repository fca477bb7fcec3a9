package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.failover.gate.GateResult;
import io.github.hybridnet.plan.ActualResource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Nothing but private peering goes over the circuit. Source:
 * articles/expressroute/how-to-configure-coexisting-gateway-portal.md.
 */
final class PrivatePeeringOnly extends Gate {
  PrivatePeeringOnly() {
    super(
        "microsoft-peering",
        Kind.ADVICE,
        "Nothing but private peering goes over the circuit: the VPN takes over nothing else.",
        "articles/expressroute/how-to-configure-coexisting-gateway-portal.md");
  }

  @Override
  public GateResult check(Situation situation) {
    boolean microsoft =
        situation
            .resource(situation.target().circuit().key())
            .filter(PrivatePeeringOnly::hasMicrosoftPeering)
            .isPresent();
    return microsoft
        ? warning(
            "The circuit also has an enabled Microsoft peering, which the VPN does not take over.",
            "See to it that the VPN device reaches the gateway's public address over the internet,"
                + " and not over this peering.")
        : met("The circuit shows no enabled Microsoft peering.");
  }

  private static boolean hasMicrosoftPeering(ActualResource circuit) {
    return circuit.observed().get("peerings") instanceof List<?> peerings
        && peerings.stream().anyMatch(PrivatePeeringOnly::isMicrosoft);
  }

  private static boolean isMicrosoft(Object peering) {
    return peering instanceof Map<?, ?> map
        && Objects.toString(map.get("peeringType"), "").equalsIgnoreCase("MicrosoftPeering")
        && Objects.toString(map.get("state"), "").equalsIgnoreCase("Enabled");
  }
}
