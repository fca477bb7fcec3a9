package io.github.hybridnet.config.file;

/** The parameter files of the reference architecture, by their published names. */
public enum ParameterFile {
  /** The virtual network and its subnets. */
  VIRTUAL_NETWORK("virtualNetwork.parameters.json", "virtualNetwork"),
  /** The VPN gateway, its connection and the on-premises device. */
  VPN_GATEWAY("virtualNetworkGateway-vpn.parameters.json", "virtualNetworkGateway"),
  /** The ExpressRoute gateway and its connection. */
  EXPRESS_ROUTE_GATEWAY(
      "virtualNetworkGateway-expressRoute.parameters.json", "virtualNetworkGateway"),
  /** The file of the ExpressRoute circuit. */
  CIRCUIT("expressRouteCircuit.parameters.json", "expressRouteCircuit"),
  /** Network security groups; never required. */
  NETWORK_SECURITY_GROUPS("networkSecurityGroups.parameters.json", "networkSecurityGroups");

  private final String fileName;
  private final String schemaName;

  ParameterFile(String fileName, String schemaName) {
    this.fileName = fileName;
    this.schemaName = schemaName;
  }

  /** The file's published name. */
  public String fileName() {
    return fileName;
  }

  /** The name of its schema, without directory and extension. */
  public String schemaName() {
    return schemaName;
  }
}
