package io.github.hybridnet.drill.gate;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DrillTarget;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether a gateway is usable (source: Microsoft.Network/virtualNetworkGateways,
 * provisioningState).
 */
final class GatewayStateGate extends DrillGate {
  private static final String SUCCEEDED = "Succeeded";

  private final Function<DrillTarget, ResourceKey> gateway;

  GatewayStateGate(String id, String sentence, Function<DrillTarget, ResourceKey> gateway) {
    super(
        id, GateKind.HEALTH, sentence, "Microsoft.Network/virtualNetworkGateways, API 2025-03-01");
    this.gateway = gateway;
  }

  @Override
  public GateResult check(GateContext gateContext) {
    ResourceKey key = gateway.apply(gateContext.target());
    Optional<CloudException> failure = gateContext.failure(key);
    if (failure.isPresent()) {
      return notMet(
          failure.get().cannotBeRead("The " + key.quoted()),
          "give this identity the right to read the gateway");
    }
    Optional<ActualResource> found = gateContext.resource(key);
    if (found.isEmpty()) {
      return notMet("The " + key.quoted() + " does not exist.", "run hybridnet:deploy-network");
    }
    String state = found.get().provisioningState();
    if (state.equalsIgnoreCase(SUCCEEDED)) {
      return met("The " + key.quoted() + " is 'Succeeded'.");
    }
    String text = "The " + key.quoted() + " is '" + state + "'. It must be 'Succeeded'.";
    return found.get().isBroken()
        ? notMet(
            text,
            "run hybridnet:deploy-network. It writes each gateway again whose last change failed")
        : settling(
            text,
            "wait until no operation is running (hybridnet:status shows the state), and then run"
                + " hybridnet:deploy-network");
  }
}
