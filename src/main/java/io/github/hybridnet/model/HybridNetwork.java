package io.github.hybridnet.model;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A whole hybrid network as declared; a part is null where its file was not given.
 *
 * @param resourceGroup the group that everything is deployed to, except a circuit that has its own;
 *     null where nothing names one
 * @param virtualNetwork the virtual network
 * @param networkSecurityGroups the optional security groups
 * @param vpn the VPN gateway and its IPsec connection
 * @param expressRoute the ExpressRoute gateway and its connection
 * @param circuit the circuit
 */
public record HybridNetwork(
    @Nullable String resourceGroup,
    @Nullable VirtualNetwork virtualNetwork,
    @Nullable NetworkSecurityGroups networkSecurityGroups,
    @Nullable GatewayDeclaration vpn,
    @Nullable GatewayDeclaration expressRoute,
    @Nullable Circuit circuit) {

  /** The same network with other gateways. */
  public HybridNetwork withGateways(
      @Nullable GatewayDeclaration newVpn, @Nullable GatewayDeclaration newExpressRoute) {
    return new HybridNetwork(
        resourceGroup, virtualNetwork, networkSecurityGroups, newVpn, newExpressRoute, circuit);
  }

  /** The group of the circuit: its own, or the network's. */
  public @Nullable String circuitResourceGroup() {
    String own = circuit == null ? null : circuit.resourceGroup();
    return own == null ? resourceGroup : own;
  }

  /** The circuit without the network. */
  public HybridNetwork circuitAlone() {
    return new HybridNetwork(circuitResourceGroup(), null, null, null, null, circuit);
  }

  /** The same network in another resource group. */
  public HybridNetwork withResourceGroup(@Nullable String group) {
    return new HybridNetwork(
        group, virtualNetwork, networkSecurityGroups, vpn, expressRoute, circuit);
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
        .withCircuit(circuit == null ? null : circuit.mapSecrets(replacement));
  }

  /**
   * The same network with the successor of the VPN gateway's SKU, if Azure no longer creates that.
   * ExpressRoute gateways keep theirs: Azure still creates their {@code Standard}.
   */
  public HybridNetwork withModernSkus() {
    return vpn == null ? this : withGateways(vpn.withModernSku(), expressRoute);
  }

  /** The same network with another circuit. */
  public HybridNetwork withCircuit(@Nullable Circuit newCircuit) {
    return new HybridNetwork(
        resourceGroup, virtualNetwork, networkSecurityGroups, vpn, expressRoute, newCircuit);
  }
}
