package io.github.hybridnet.model;

import org.jspecify.annotations.Nullable;

/**
 * A subnet of the virtual network.
 *
 * @param name {@code GatewaySubnet} for the one that holds both gateways
 * @param addressPrefix its range
 * @param networkSecurityGroup the name of the group to associate, or null
 * @param origin where it was written
 */
public record Subnet(
    String name,
    Cidr addressPrefix,
    @Nullable String networkSecurityGroup,
    PropertyLocations origin) {

  /** The name that Azure requires of the subnet of gateways. */
  public static final String GATEWAY_SUBNET = "GatewaySubnet";

  /** Whether it is the subnet of gateways, without regard to case. */
  public boolean isGatewaySubnet() {
    return name.equalsIgnoreCase(GATEWAY_SUBNET);
  }
}
