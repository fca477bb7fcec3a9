package io.github.hybridnet.simulator.network;

import io.github.hybridnet.simulator.arm.TypeName;

/** The names of the network provider's types. */
final class NetworkTypes {
  static final TypeName VIRTUAL_NETWORK = named("virtualNetworks");
  static final TypeName SUBNET = VIRTUAL_NETWORK.child("subnets");
  static final TypeName NETWORK_PEERING = VIRTUAL_NETWORK.child("virtualNetworkPeerings");
  static final TypeName SECURITY_GROUP = named("networkSecurityGroups");
  static final TypeName SECURITY_RULE = SECURITY_GROUP.child("securityRules");
  static final TypeName DEFAULT_RULE = SECURITY_GROUP.child("defaultSecurityRules");
  static final TypeName PUBLIC_IP = named("publicIPAddresses");
  static final TypeName GATEWAY = named("virtualNetworkGateways");
  static final TypeName NAT_RULE = GATEWAY.child("natRules");
  static final TypeName LOCAL_GATEWAY = named("localNetworkGateways");
  static final TypeName CONNECTION = named("connections");
  static final TypeName CIRCUIT = named("expressRouteCircuits");
  static final TypeName PEERING = CIRCUIT.child("peerings");
  static final TypeName CIRCUIT_CONNECTION = PEERING.child("connections");
  static final TypeName PEER_CONNECTION = PEERING.child("peerConnections");
  static final TypeName AUTHORIZATION = CIRCUIT.child("authorizations");
  static final TypeName NETWORK_WATCHER = named("networkWatchers");
  static final TypeName ROUTE_TABLE = named("routeTables");
  static final TypeName NAT_GATEWAY = named("natGateways");

  private NetworkTypes() {}

  private static TypeName named(String type) {
    return TypeName.of("Microsoft.Network/" + type);
  }
}
