package io.github.hybridnet.model;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A whole hybrid network as declared; a part is null where its file was not given.
 *
 * @param resourceGroup the group that everything is deployed to, except a circuit that has its own;
 *     null where nothing names one
 * @param virtualNetwork the virtual network
 * @param networkSecurityGroups the optional security groups
 * @param vpn the VPN gateway and its IPsec connections
 * @param expressRoute the ExpressRoute gateway and its connections
 * @param circuits the circuits, in the order of their file; empty where it was not given
 */
public record HybridNetwork(
    @Nullable String resourceGroup,
    @Nullable VirtualNetwork virtualNetwork,
    @Nullable NetworkSecurityGroups networkSecurityGroups,
    @Nullable GatewayDeclaration vpn,
    @Nullable GatewayDeclaration expressRoute,
    List<Circuit> circuits) {

  /** Copies the list, which cannot be changed afterwards. */
  public HybridNetwork {
    circuits = List.copyOf(circuits);
  }

  /** The same network with other gateways. */
  public HybridNetwork withGateways(
      @Nullable GatewayDeclaration newVpn, @Nullable GatewayDeclaration newExpressRoute) {
    return new HybridNetwork(
        resourceGroup, virtualNetwork, networkSecurityGroups, newVpn, newExpressRoute, circuits);
  }

  /** The group of a circuit: its own, or the network's. */
  public @Nullable String resourceGroupOf(Circuit circuit) {
    String own = circuit.resourceGroup();
    return own == null ? resourceGroup : own;
  }

  /** One of the circuits in its group, without the network. */
  public HybridNetwork alone(Circuit circuit) {
    return new HybridNetwork(resourceGroupOf(circuit), null, null, null, null, List.of(circuit));
  }

  /** The circuits without the network, in the group of the first. */
  public HybridNetwork circuitsAlone() {
    List<Circuit> placed =
        circuits.stream().map(each -> each.withResourceGroup(resourceGroupOf(each))).toList();
    String group = placed.isEmpty() ? resourceGroup : placed.get(0).resourceGroup();
    return new HybridNetwork(group, null, null, null, null, placed);
  }

  /** The same network in another resource group. */
  public HybridNetwork withResourceGroup(@Nullable String group) {
    return new HybridNetwork(
        group, virtualNetwork, networkSecurityGroups, vpn, expressRoute, circuits);
  }

  /**
   * The same network with other secrets: each shared key, authorization key and MD5 key is
   * replaced.
   *
   * @param replacement makes a secret of one, such as that with the text which a Key Vault holds
   */
  public HybridNetwork mapSecrets(UnaryOperator<Secret> replacement) {
    return withGateways(
            vpn == null ? null : vpn.mapSecrets(replacement),
            expressRoute == null ? null : expressRoute.mapSecrets(replacement))
        .withCircuits(circuits.stream().map(c -> c.mapSecrets(replacement)).toList());
  }

  /**
   * The same network with the successor of the VPN gateway's SKU, if Azure no longer creates that.
   * ExpressRoute gateways keep theirs: Azure still creates their {@code Standard}.
   */
  public HybridNetwork withModernSkus() {
    return vpn == null ? this : withGateways(vpn.withModernSku(), expressRoute);
  }

  /** The same network with other circuits. */
  public HybridNetwork withCircuits(List<Circuit> newCircuits) {
    return new HybridNetwork(
        resourceGroup, virtualNetwork, networkSecurityGroups, vpn, expressRoute, newCircuits);
  }
}
