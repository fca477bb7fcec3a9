package io.github.hybridnet.maven.goal;

import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Connection;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Secret;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Fetches what Key Vaults hold for a network. */
final class Secrets {
  private final UnaryOperator<Secret> resolver;

  Secrets(UnaryOperator<Secret> resolver) {
    this.resolver = resolver;
  }

  HybridNetwork fetch(HybridNetwork network) {
    return network
        .withGateways(fetch(network.vpn()), fetch(network.expressRoute()))
        .withCircuit(fetch(network.circuit()));
  }

  private @Nullable GatewayDeclaration fetch(@Nullable GatewayDeclaration declaration) {
    if (declaration == null) {
      return null;
    }
    Connection connection = declaration.connection();
    return declaration.withConnection(
        connection.withSecrets(
            fetch(connection.sharedKey()), fetch(connection.options().authorizationKey())));
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
