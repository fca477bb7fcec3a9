package io.github.hybridnet.simulator.variant.answer;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Members that may be absent, by type in lower case, with the object that they are in: a choice
 * from the specification of Microsoft.Network, 2025-03-01 (azure-rest-api-specs).
 */
final class OptionalMembers {
  private static final Map<String, List<String>> BY_TYPE =
      Map.ofEntries(
          entry(
              "virtualNetworks",
              "tags extendedLocation properties.dhcpOptions properties.encryption"
                  + " properties.bgpCommunities properties.ddosProtectionPlan"
                  + " properties.flowTimeoutInMinutes properties.ipAllocations"),
          entry(
              "virtualNetworks/subnets",
              "properties.addressPrefixes properties.networkSecurityGroup properties.routeTable"
                  + " properties.natGateway properties.serviceEndpoints properties.ipConfigurations"
                  + " properties.defaultOutboundAccess properties.purpose"),
          entry(
              "virtualNetworks/virtualNetworkPeerings",
              "properties.remoteBgpCommunities properties.peerCompleteVnets"),
          entry(
              "networkSecurityGroups",
              "tags properties.flushConnection properties.networkInterfaces properties.subnets"),
          entry(
              "publicIPAddresses",
              "tags zones extendedLocation properties.ipAddress properties.dnsSettings"
                  + " properties.ipConfiguration properties.publicIPPrefix properties.natGateway"),
          entry("localNetworkGateways", "tags properties.fqdn properties.bgpSettings"),
          entry(
              "virtualNetworkGateways",
              "tags extendedLocation properties.customRoutes properties.gatewayDefaultSite"
                  + " properties.vpnClientConfiguration properties.bgpSettings"
                  + " properties.autoScaleConfiguration properties.adminState"
                  + " properties.vNetExtendedLocationResourceId"),
          entry(
              "virtualNetworkGateways/ipConfigurations",
              "properties.privateIPAddress properties.publicIPAddress"),
          entry(
              "connections",
              "tags properties.virtualNetworkGateway2 properties.localNetworkGateway2"
                  + " properties.peer properties.authorizationKey properties.sharedKey"
                  + " properties.connectionStatus properties.tunnelConnectionStatus"
                  + " properties.egressNatRules properties.ingressNatRules"),
          entry(
              "expressRouteCircuits",
              "tags properties.serviceProviderNotes properties.expressRoutePort"
                  + " properties.bandwidthInGbps properties.authorizationKey"),
          entry(
              "expressRouteCircuits/peerings",
              "properties.sharedKey properties.microsoftPeeringConfig properties.ipv6PeeringConfig"
                  + " properties.routeFilter properties.stats"
                  + " properties.expressRouteConnection"),
          entry("expressRouteCircuits/authorizations", "properties.connectionResourceUri"));

  private OptionalMembers() {}

  static Map<String, List<String>> byType() {
    return BY_TYPE;
  }

  private static Map.Entry<String, List<String>> entry(String type, String members) {
    String key = "Microsoft.Network/" + type;
    return Map.entry(key.toLowerCase(Locale.ROOT), List.of(members.split(" ")));
  }
}
