package io.github.hybridnet.app;

import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.GatewayConnection;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Secret;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Fetches what Key Vaults hold for a network. */
public final class NetworkSecretResolver {
  private final UnaryOperator<Secret> resolver;

  public NetworkSecretResolver(UnaryOperator<Secret> resolver) {
    this.resolver = resolver;
  }

  public HybridNetwork fetch(HybridNetwork network) {
    return network
        .withGateways(fetch(network.vpn()), fetch(network.expressRoute()))
        .withCircuit(fetch(network.circuit()));
  }

  private @Nullable GatewayDeclaration fetch(@Nullable GatewayDeclaration declaration) {
    if (declaration == null) {
      return null;
    }
    GatewayConnection gatewayConnection = declaration.connection();
    return declaration.withConnection(
        gatewayConnection.withSecrets(
            fetch(gatewayConnection.sharedKey()),
            fetch(gatewayConnection.options().authorizationKey())));
  }

  private @Nullable Circuit fetch(@Nullable Circuit circuit) {
    return circuit == null
        ? null
        : circuit.withPeerings(
            circuit.peerings().stream().map(p -> p.withSharedKey(fetch(p.sharedKey()))).toList());
  }

  private @Nullable Secret fetch(@Nullable Secret secret) {
    return secret == null ? null : resolver.apply(secret);
  }
}
