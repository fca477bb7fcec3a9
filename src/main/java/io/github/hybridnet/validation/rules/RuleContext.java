package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.GatewayConnection;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.GatewayType;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.LocalNetworkGateway;
import io.github.hybridnet.model.NetworkSecurityGroup;
import io.github.hybridnet.model.NetworkSecurityGroups;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.model.Subnet;
import io.github.hybridnet.model.VirtualNetwork;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule checks.
 *
 * @param network the network as declared
 * @param modernise whether SKUs that Azure no longer creates will be replaced by their successors,
 *     which makes them warnings
 */
public record RuleContext(HybridNetwork network, boolean modernise) {

  /** The gateways that are declared, VPN first. */
  public List<GatewayDeclaration> gateways() {
    return Stream.of(network.vpn(), network.expressRoute())
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  /**
   * The gateways that are declared in the file of their type. The others are one mistake already,
   * and what their type may and may not have would only be noise.
   */
  public List<GatewayDeclaration> gatewaysInTheirFiles() {
    HybridNetwork fitting =
        network.withGateways(
            fits(network.vpn(), GatewayType.VPN, "IPsec"),
            fits(network.expressRoute(), GatewayType.EXPRESS_ROUTE, "ExpressRoute"));
    return new RuleContext(fitting, modernise).gateways();
  }

  /** The subnets, or none where there is no virtual network. */
  public List<Subnet> subnets() {
    VirtualNetwork virtualNetwork = network.virtualNetwork();
    return virtualNetwork == null ? List.of() : virtualNetwork.subnets();
  }

  /** The address space, or nothing where there is no virtual network. */
  public List<Cidr> addressSpace() {
    VirtualNetwork virtualNetwork = network.virtualNetwork();
    return virtualNetwork == null ? List.of() : virtualNetwork.addressPrefixes();
  }

  /** The security groups, or none where their file is absent. */
  public List<NetworkSecurityGroup> securityGroups() {
    NetworkSecurityGroups groups = network.networkSecurityGroups();
    return groups == null ? List.of() : groups.groups();
  }

  /** The connections of both gateways, those of the VPN gateway first. */
  public List<GatewayConnection> connections() {
    return connections(gateways());
  }

  /** The connections that are declared in the file of their type. */
  public List<GatewayConnection> connectionsInTheirFiles() {
    return connections(gatewaysInTheirFiles());
  }

  private static List<GatewayConnection> connections(List<GatewayDeclaration> gateways) {
    return gateways.stream().flatMap(each -> each.connections().stream()).toList();
  }

  /** The peerings of all circuits. */
  public List<Peering> peerings() {
    return network.circuits().stream().flatMap(circuit -> circuit.peerings().stream()).toList();
  }

  /** The on-premises devices of the VPN gateway's connections. */
  public List<LocalNetworkGateway> devices() {
    return Stream.ofNullable(network.vpn())
        .flatMap(vpn -> vpn.connections().stream())
        .map(GatewayConnection::localNetworkGateway)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  private static @Nullable GatewayDeclaration fits(
      @Nullable GatewayDeclaration declaration, GatewayType type, String connectionType) {
    if (declaration == null || declaration.gateway().type() != type) {
      return null;
    }
    return declaration.withConnections(
        declaration.connections().stream()
            .filter(connection -> connection.type().equals(connectionType))
            .toList());
  }
}
