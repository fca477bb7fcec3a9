package io.github.hybridnet.simulator.network;

/** What many tests begin with. */
public final class Sites {
  private Sites() {}

  /** A network {@code v} whose GatewaySubnet has this prefix, 10.0.255.224/27 for example. */
  static String network(String gatewaySubnet) {
    return """
    {'location': 'westus2', 'properties': {
      'addressSpace': {'addressPrefixes': ['10.0.0.0/16']},
      'subnets': [
        {'name': 'web', 'properties': {'addressPrefix': '10.0.1.0/24'}},
        {'name': 'GatewaySubnet', 'properties': {'addressPrefix': '%s'}}]}}
    """
        .formatted(gatewaySubnet);
  }

  /** A zone-redundant public address. */
  static String address() {
    return """
    {'location': 'westus2', 'zones': ['1', '2', '3'], 'sku': {'name': 'Standard'},
     'properties': {'publicIPAllocationMethod': 'Static'}}
    """;
  }

  /** A VPN gateway in {@code v} on the address {@code p}. */
  static String vpn(String sku) {
    return """
    {'location': 'westus2', 'properties': {'gatewayType': 'vpn', 'vpnType': 'routebased',
      'sku': {'name': '%1$s', 'tier': '%1$s'},
      'ipConfigurations': [{'id': '/ignored', 'name': 'default', 'properties': {
        'publicIPAddress': {'id': '~/publicIPAddresses/p'},
        'subnet': {'id': '~/virtualNetworks/v/subnets/GatewaySubnet'}}}]}}
    """
        .formatted(sku);
  }

  /** An ExpressRoute gateway in {@code v} without an address of its own. */
  static String expressRoute(String sku) {
    return """
    {'location': 'westus2', 'properties': {'gatewayType': 'ExpressRoute',
      'sku': {'name': '%1$s', 'tier': '%1$s'},
      'ipConfigurations': [{'name': 'default', 'properties': {
        'subnet': {'id': '~/virtualNetworks/v/subnets/GatewaySubnet'}}}]}}
    """
        .formatted(sku);
  }

  /** The customer's device and the prefixes behind it. */
  static String localGateway() {
    return """
    {'location': 'westus2', 'properties': {'gatewayIpAddress': '40.50.60.70',
      'localNetworkAddressSpace': {'addressPrefixes': ['192.168.0.0/16']}}}
    """;
  }

  /** An IPsec connection from {@code vpn} to {@code l}. */
  static String ipsec() {
    return """
    {'location': 'westus2', 'properties': {'connectionType': 'IPSec', 'routingWeight': 10,
      'sharedKey': 'abc123',
      'virtualNetworkGateway1': {'id': '~/virtualNetworkGateways/vpn', 'location': 'westus2',
        'properties': {'gatewayType': 'Vpn'}},
      'localNetworkGateway2': {'id': '~/localNetworkGateways/l', 'etag': 'x'}}}
    """;
  }

  /** A connection from the gateway {@code er} to the circuit {@code c}. */
  static String toCircuit() {
    return """
    {'location': 'westus2', 'properties': {'connectionType': 'ExpressRoute', 'routingWeight': 3,
      'virtualNetworkGateway1': {'id': '~/virtualNetworkGateways/er'},
      'peer': {'id': '~/expressRouteCircuits/c'}}}
    """;
  }

  /** A circuit of 50 Mbit/s. */
  public static String circuit() {
    return """
    {'location': 'westus2', 'sku': {'name': 'premium_unlimitedData', 'tier': 'premium',
       'family': 'unlimitedData'},
     'properties': {'serviceProviderProperties': {'serviceProviderName': 'Equinix',
       'peeringLocation': 'Silicon Valley', 'bandwidthInMbps': 50}}}
    """;
  }
}
