package io.github.hybridnet.arm;

/** The types of resource that a hybrid network consists of. */
public enum ResourceType {
  /** The group that holds the others. */
  RESOURCE_GROUP("Microsoft.Resources/resourceGroups", "resource group"),
  /** A network security group with its rules. */
  NETWORK_SECURITY_GROUP("Microsoft.Network/networkSecurityGroups", "network security group"),
  /** A virtual network with its subnets. */
  VIRTUAL_NETWORK("Microsoft.Network/virtualNetworks", "virtual network"),
  /** A public IP address, such as that of a gateway. */
  PUBLIC_IP("Microsoft.Network/publicIPAddresses", "public IP address"),
  /** An on-premises VPN device. */
  LOCAL_NETWORK_GATEWAY("Microsoft.Network/localNetworkGateways", "local network gateway"),
  /** A VPN or ExpressRoute gateway. */
  VIRTUAL_NETWORK_GATEWAY("Microsoft.Network/virtualNetworkGateways", "virtual network gateway"),
  /** A connection of a gateway. */
  CONNECTION("Microsoft.Network/connections", "connection"),
  /** An ExpressRoute circuit, which a connectivity provider provisions. */
  CIRCUIT("Microsoft.Network/expressRouteCircuits", "ExpressRoute circuit"),
  /** A peering of a circuit; its name is {@code circuit/peering}. */
  PEERING("Microsoft.Network/expressRouteCircuits/peerings", "circuit peering"),
  /** An authorization of a circuit; its name is {@code circuit/authorization}. */
  AUTHORIZATION("Microsoft.Network/expressRouteCircuits/authorizations", "circuit authorization"),
  /** A subnet of a virtual network; its name is {@code network/subnet}. */
  SUBNET("Microsoft.Network/virtualNetworks/subnets", "subnet"),
  /** A rule of a network security group; its name is {@code group/rule}. */
  SECURITY_RULE("Microsoft.Network/networkSecurityGroups/securityRules", "security rule");

  private final String armName;
  private final String label;

  ResourceType(String armName, String label) {
    this.armName = armName;
    this.label = label;
  }

  /** The type in Azure Resource Manager. */
  public String armName() {
    return armName;
  }

  /** As shown to users. */
  public String label() {
    return label;
  }
}
