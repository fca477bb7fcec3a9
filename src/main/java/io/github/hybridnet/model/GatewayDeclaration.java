package io.github.hybridnet.model;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One of the two gateway files: the network it belongs to, a gateway and its connections.
 *
 * @param network the virtual network that the file names
 * @param gateway the gateway
 * @param connections its connections, in the order of the file; at least one
 */
public record GatewayDeclaration(
    NetworkReference network, Gateway gateway, List<GatewayConnection> connections) {

  /** Copies the list, which cannot be changed afterwards. */
  public GatewayDeclaration {
    connections = List.copyOf(connections);
  }

  /** The same declaration with another gateway. */
  public GatewayDeclaration withGateway(Gateway newGateway) {
    return new GatewayDeclaration(network, newGateway, connections);
  }

  /** The same declaration with the successor of its SKU, if Azure no longer creates that. */
  GatewayDeclaration withModernSku() {
    return GatewaySku.find(gateway.type(), gateway.sku())
        .map(GatewaySku::successor)
        .map(sku -> withGateway(gateway.withSku(sku)))
        .orElse(this);
  }

  GatewayDeclaration mapSecrets(UnaryOperator<Secret> replacement) {
    return withConnections(connections.stream().map(c -> c.mapSecrets(replacement)).toList());
  }

  /** The same declaration with other connections. */
  public GatewayDeclaration withConnections(List<GatewayConnection> newConnections) {
    return new GatewayDeclaration(network, gateway, newConnections);
  }
}
