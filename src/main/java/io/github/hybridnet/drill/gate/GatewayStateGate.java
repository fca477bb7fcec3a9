package io.github.hybridnet.drill.gate;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DrillTarget;
import java.util.Optional;
import java.util.function.Function;

/** A gateway is well. Source: Microsoft.Network/virtualNetworkGateways, provisioningState. */
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
          failure.get().cannotBeRead("The " + key), "Give this identity the right to read it.");
    }
    Optional<ActualResource> found = gateContext.resource(key);
    if (found.isEmpty()) {
      return notMet("The " + key + " does not exist.", "Run deploy-network.");
    }
    String state = found.get().provisioningState();
    if (state.equalsIgnoreCase(SUCCEEDED)) {
      return met("The " + key + " is Succeeded.");
    }
    String text = "The " + key + " is " + state + ".";
    return found.get().isBroken()
        ? notMet(text, "Its last change has failed: run deploy-network, which writes it again.")
        : settling(text, "Run status, and deploy-network when no operation is running any more.");
  }
}
