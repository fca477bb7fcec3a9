package io.github.hybridnet.model;

import java.util.function.UnaryOperator;

/**
 * One of the two gateway files: the network it belongs to, a gateway and its connection.
 *
 * @param network the virtual network that the file names
 * @param gateway the gateway
 * @param connection its connection
 */
public record GatewayDeclaration(
    NetworkReference network, Gateway gateway, GatewayConnection connection) {

  /** The same declaration with another gateway. */
  public GatewayDeclaration withGateway(Gateway newGateway) {
    return new GatewayDeclaration(network, newGateway, connection);
  }

  /** The same declaration with the successor of its SKU, if Azure no longer creates that. */
  GatewayDeclaration withModernSku() {
    return GatewaySku.find(gateway.type(), gateway.sku())
        .map(GatewaySku::successor)
        .map(sku -> withGateway(gateway.withSku(sku)))
        .orElse(this);
  }

  GatewayDeclaration mapSecrets(UnaryOperator<Secret> replacement) {
    return withConnection(connection.mapSecrets(replacement));
  }

  /** The same declaration with another connection. */
  public GatewayDeclaration withConnection(GatewayConnection newConnection) {
    return new GatewayDeclaration(network, gateway, newConnection);
  }
}
