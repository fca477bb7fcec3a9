package io.github.hybridnet.simulator.network.resource;

import io.github.hybridnet.simulator.arm.id.TypeName;

/** The names of the network provider's types. */
public final class NetworkTypes {
  public static final TypeName VIRTUAL_NETWORK = named("virtualNetworks");
  public static final TypeName SUBNET = VIRTUAL_NETWORK.child("subnets");
  public static final TypeName NETWORK_PEERING = VIRTUAL_NETWORK.child("virtualNetworkPeerings");
  public static final TypeName SECURITY_GROUP = named("networkSecurityGroups");
  public static final TypeName SECURITY_RULE = SECURITY_GROUP.child("securityRules");
  public static final TypeName DEFAULT_RULE = SECURITY_GROUP.child("defaultSecurityRules");
  public static final TypeName PUBLIC_IP = named("publicIPAddresses");
  public static final TypeName GATEWAY = named("virtualNetworkGateways");
  public static final TypeName NAT_RULE = GATEWAY.child("natRules");
  public static final TypeName LOCAL_GATEWAY = named("localNetworkGateways");
  public static final TypeName CONNECTION = named("connections");
  public static final TypeName CIRCUIT = named("expressRouteCircuits");
  public static final TypeName PEERING = CIRCUIT.child("peerings");
  public static final TypeName CIRCUIT_CONNECTION = PEERING.child("connections");
  public static final TypeName PEER_CONNECTION = PEERING.child("peerConnections");
  public static final TypeName AUTHORIZATION = CIRCUIT.child("authorizations");
  public static final TypeName NETWORK_WATCHER = named("networkWatchers");
  public static final TypeName ROUTE_TABLE = named("routeTables");
  public static final TypeName NAT_GATEWAY = named("natGateways");

  private NetworkTypes() {}

  private static TypeName named(String type) {
    return TypeName.of("Microsoft.Network/" + type);
  }
}
