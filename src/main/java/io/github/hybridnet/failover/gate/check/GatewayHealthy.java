package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.failover.DrillTarget;
import io.github.hybridnet.failover.gate.GateResult;
import io.github.hybridnet.failover.gate.Refusal;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.ResourceKey;
import java.util.Optional;
import java.util.function.Function;

/** A gateway is well. Source: Microsoft.Network/virtualNetworkGateways, provisioningState. */
final class GatewayHealthy extends Gate {
  private static final String SUCCEEDED = "Succeeded";

  private final Function<DrillTarget, ResourceKey> gateway;

  GatewayHealthy(String id, String sentence, Function<DrillTarget, ResourceKey> gateway) {
    super(id, Kind.HEALTH, sentence, "Microsoft.Network/virtualNetworkGateways, API 2025-03-01");
    this.gateway = gateway;
  }

  @Override
  public GateResult check(Situation situation) {
    ResourceKey key = gateway.apply(situation.target());
    Optional<CloudException> failure = situation.failure(key);
    if (failure.isPresent()) {
      return notMet(
          Refusal.of("The " + key, failure.get()), "Give this identity the right to read it.");
    }
    Optional<ActualResource> found = situation.resource(key);
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
