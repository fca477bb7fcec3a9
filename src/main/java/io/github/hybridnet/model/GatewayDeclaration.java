package io.github.hybridnet.model;

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

  /** The same declaration with another connection. */
  public GatewayDeclaration withConnection(GatewayConnection newConnection) {
    return new GatewayDeclaration(network, gateway, newConnection);
  }
}
