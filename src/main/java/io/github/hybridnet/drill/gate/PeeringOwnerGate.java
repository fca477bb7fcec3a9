package io.github.hybridnet.drill.gate;

import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.model.Peering;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether the provider manages the peering, so that its customer must not disable it (source:
 * articles/expressroute/expressroute-howto-routing-arm.md: connectivity providers with managed
 * services configure routing themselves; a peering says who changed it last). No other value than
 * {@code Customer} is known: whoever is named otherwise may undo the change in the middle of a
 * drill.
 */
final class PeeringOwnerGate extends DrillGate {
  private static final String CUSTOMER = "Customer";

  PeeringOwnerGate() {
    super(
        "peering-owner",
        GateKind.HEALTH,
        "The disconnect method peering is not used on a peering that the provider manages.",
        "articles/expressroute/expressroute-howto-routing-arm.md");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    if (gateContext.settings().method() != DisconnectMethod.PEERING) {
      return met("The drill does not change the peering.");
    }
    String owner = owner(gateContext).orElse("");
    return owner.isEmpty() || owner.equalsIgnoreCase(CUSTOMER)
        ? met("Nothing says that the provider manages the private peering.")
        : notMet(
            "The private peering of the "
                + gateContext.target().circuit().key().quoted()
                + " was last modified by '"
                + owner
                + "', and not by 'Customer'. The provider may manage it, and may refuse or undo the"
                + " change.",
            "set hybridnet.failover.disconnect=connection, which does not change the peering. If"
                + " the peering is yours, set hybridnet.failover.override=peering-owner");
  }

  private static Optional<String> owner(GateContext gateContext) {
    return gateContext
        .resource(gateContext.target().circuit().key())
        .map(circuit -> circuit.observed().get("peerings"))
        .filter(List.class::isInstance)
        .flatMap(
            peerings ->
                ((List<?>) peerings)
                    .stream()
                        .filter(PeeringOwnerGate::isPrivate)
                        .map(each -> Objects.toString(((Map<?, ?>) each).get("lastModifiedBy"), ""))
                        .findFirst())
        .map(String::strip);
  }

  private static boolean isPrivate(Object peering) {
    return peering instanceof Map<?, ?> map
        && Objects.toString(map.get("peeringType"), "").equalsIgnoreCase(Peering.PRIVATE);
  }
}
