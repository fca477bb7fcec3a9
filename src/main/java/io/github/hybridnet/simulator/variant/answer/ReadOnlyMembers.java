package io.github.hybridnet.simulator.variant.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Members that only the service sets, by the specification of Microsoft.Network, 2025-03-01
 * (azure-rest-api-specs). Of lists, each element is meant.
 */
public final class ReadOnlyMembers {
  /** At every depth, of every type. */
  private static final Set<String> EVERYWHERE = Set.of("etag", "provisioningState", "resourceGuid");

  private static final Map<String, List<String>> BY_TYPE =
      Map.ofEntries(
          entry(
              "virtualNetworks",
              "type properties.bgpCommunities.regionalCommunity properties.flowLogs"
                  + " properties.defaultPublicNatGateway"
                  + " properties.addressSpace.ipamPoolPrefixAllocations"
                  + ".allocatedAddressPrefixes"),
          entry(
              "virtualNetworks/subnets",
              "properties.privateEndpoints properties.ipConfigurations"
                  + " properties.ipConfigurationProfiles properties.resourceNavigationLinks"
                  + " properties.serviceAssociationLinks properties.purpose"
                  + " properties.delegations.properties.actions"
                  + " properties.ipamPoolPrefixAllocations.allocatedAddressPrefixes"),
          entry(
              "virtualNetworks/virtualNetworkPeerings",
              "properties.remoteBgpCommunities.regionalCommunity"
                  + " properties.remoteVirtualNetworkEncryption"),
          entry(
              "networkSecurityGroups",
              "type properties.defaultSecurityRules properties.networkInterfaces"
                  + " properties.subnets properties.flowLogs"),
          entry("publicIPAddresses", "type properties.ipConfiguration properties.upgradedToV2"),
          entry(
              "localNetworkGateways",
              "type properties.bgpSettings.bgpPeeringAddresses.defaultBgpIpAddresses"
                  + " properties.bgpSettings.bgpPeeringAddresses.tunnelIpAddresses"),
          entry(
              "virtualNetworkGateways",
              "type properties.sku.capacity properties.inboundDnsForwardingEndpoint"
                  + " properties.ipConfigurations.properties.privateIPAddress"
                  + " properties.bgpSettings.bgpPeeringAddresses.defaultBgpIpAddresses"
                  + " properties.bgpSettings.bgpPeeringAddresses.tunnelIpAddresses"
                  + " properties.natRules.type identity.principalId identity.tenantId"),
          entry(
              "connections",
              "type properties.connectionStatus properties.tunnelConnectionStatus"
                  + " properties.egressBytesTransferred properties.ingressBytesTransferred"
                  + " properties.routingConfiguration.vnetRoutes.bgpConnections"),
          entry(
              "expressRouteCircuits",
              "type properties.stag properties.authorizationStatus properties.resiliencyLevel"),
          entry(
              "expressRouteCircuits/peerings",
              "type properties.lastModifiedBy properties.peeredConnections"
                  + " properties.microsoftPeeringConfig.advertisedPublicPrefixesState"
                  + " properties.microsoftPeeringConfig.advertisedPublicPrefixInfo.validationState"
                  + " properties.ipv6PeeringConfig.microsoftPeeringConfig"
                  + ".advertisedPublicPrefixesState properties.expressRouteConnection.id"
                  + " properties.connections.type"
                  + " properties.connections.properties.circuitConnectionStatus"),
          entry("expressRouteCircuits/authorizations", "type properties.connectionResourceUri"));

  /** The lists of a type that hold resources of another one. */
  private static final List<String> PARTS =
      List.of("subnets", "virtualNetworkPeerings", "peerings", "authorizations");

  private ReadOnlyMembers() {}

  /**
   * The places of read-only members in a body, such as {@code properties.subnets[0].etag}.
   *
   * @param type of Microsoft.Network, in any case
   */
  public static List<String> in(String type, JsonNode body) {
    List<String> found = new ArrayList<>();
    everywhere("", body, found);
    BY_TYPE
        .getOrDefault(type.toLowerCase(Locale.ROOT), List.of())
        .forEach(path -> at("", body, path, found));
    for (String list : PARTS) {
      List<String> ofPart =
          BY_TYPE.getOrDefault((type + "/" + list).toLowerCase(Locale.ROOT), List.of());
      ofPart.forEach(path -> at("", body, "properties." + list + "." + path, found));
    }
    return found;
  }

  /** The members of a type itself, such as {@code properties.purpose}, in any case of the type. */
  public static List<String> of(String type) {
    List<String> members = new ArrayList<>();
    EVERYWHERE.forEach(name -> members.add(name.equals("etag") ? name : "properties." + name));
    members.addAll(BY_TYPE.getOrDefault(type.toLowerCase(Locale.ROOT), List.of()));
    return members;
  }

  private static void everywhere(String place, JsonNode node, List<String> found) {
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      everywhere(place + "[" + i + "]", node.get(i), found);
    }
    node.properties()
        .forEach(
            member -> {
              String inner = inside(place, member.getKey());
              if (EVERYWHERE.contains(member.getKey()) && !member.getValue().isNull()) {
                found.add(inner);
              } else if (!member.getKey().equals("tags")) {
                everywhere(inner, member.getValue(), found);
              }
            });
  }

  private static void at(String place, JsonNode node, String path, List<String> found) {
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        at(place + "[" + i + "]", node.get(i), path, found);
      }
      return;
    }
    String[] names = path.split("\\.", 2);
    JsonNode member = node.path(names[0]);
    if (member.isMissingNode() || member.isNull()) {
      return;
    }
    if (names.length == 1) {
      found.add(inside(place, names[0]));
    } else {
      at(inside(place, names[0]), member, names[1], found);
    }
  }

  private static String inside(String place, String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  private static Map.Entry<String, List<String>> entry(String type, String members) {
    String key = "Microsoft.Network/" + type;
    return Map.entry(key.toLowerCase(Locale.ROOT), List.of(members.split(" ")));
  }
}
