package io.github.hybridnet.survival;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Another team with rights on the same group: changes by raw writes what we did not declare. */
final class SomebodyElse {
  /** What the keys of their connections begin with. */
  static final String KEY = "TheirOwnKeyOfThatTunnel";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Rig rig;
  private final Random random;
  private final String network;
  private final String group;
  private int things;

  SomebodyElse(Rig rig, Random random) {
    this.rig = rig;
    this.random = random;
    this.group =
        "/subscriptions/"
            + rig.access().credentials().subscriptionId()
            + "/resourceGroups/"
            + Declarations.GROUP;
    this.network = group + "/providers/Microsoft.Network/";
  }

  /** Something at random; what must stay. */
  Claim meddle() {
    List<Supplier<Claim>> all = new ArrayList<>();
    all.add(this::subnet);
    all.add(this::tag);
    all.add(this::rule);
    all.add(this::peering);
    all.add(this::dnsServers);
    all.add(this::connection);
    all.add(this::authorization);
    all.add(this::address);
    all.add(this::property);
    return all.get(random.nextInt(all.size())).get();
  }

  /** Something about the virtual network, which has one document for all who use it. */
  Claim meddleWithNetwork() {
    return random.nextBoolean() ? subnet() : random.nextBoolean() ? peering() : networkTag();
  }

  private Claim subnet() {
    String id = network + "virtualNetworks/" + Declarations.NETWORK;
    String name = next("their-subnet");
    ObjectNode subnet = JSON.createObjectNode().put("name", name);
    ObjectNode properties =
        subnet.putObject("properties").put("addressPrefix", "10.0." + (100 + things) + ".0/24");
    if (random.nextBoolean()) {
      properties.putArray("serviceEndpoints").addObject().put("service", "Microsoft.Storage");
    }
    if (random.nextBoolean()) {
      properties
          .putArray("delegations")
          .addObject()
          .put("name", "theirs")
          .putObject("properties")
          .put("serviceName", "Microsoft.Web/serverFarms");
    }
    if (random.nextBoolean()) {
      properties.put("defaultOutboundAccess", false);
    }
    rig.put(id + "/subnets/" + name, subnet.toString());
    return Claim.on(rig, "a subnet", id, Claim.named("/properties/subnets", name));
  }

  private Claim networkTag() {
    return tag("virtualNetworks/" + Declarations.NETWORK);
  }

  private Claim tag() {
    List<String> ours =
        List.of(
            "virtualNetworks/" + Declarations.NETWORK,
            "virtualNetworkGateways/ra-hybrid-vpn-vgw",
            "virtualNetworkGateways/ra-hybrid-er-vgw",
            "localNetworkGateways/ra-hybrid-vpn-lgw",
            "connections/ra-hybrid-vpn-cn",
            "connections/ra-hybrid-er-cn",
            "publicIPAddresses/ra-hybrid-vpn-vgw-pip",
            "expressRouteCircuits/ra-hybrid-vpn-er-erc",
            "networkSecurityGroups/web-nsg");
    return tag(ours.get(random.nextInt(ours.size())));
  }

  private Claim tag(String resource) {
    String name = next("their-tag");
    change(network + resource, body -> body.withObject("/tags").put(name, "theirs"));
    return Claim.on(rig, "a tag", network + resource, Claim.at("/tags/" + name));
  }

  private Claim rule() {
    String id = network + "networkSecurityGroups/web-nsg";
    String name = next("their-rule");
    ObjectNode properties = JSON.createObjectNode();
    properties
        .put("priority", 1000 + things)
        .put("direction", "Inbound")
        .put("access", "Deny")
        .put("protocol", "Udp")
        .put("sourceAddressPrefix", "*")
        .put("sourcePortRange", "*")
        .put("destinationAddressPrefix", "*")
        .put("destinationPortRange", "161");
    ObjectNode rule = JSON.createObjectNode();
    rule.set("properties", properties);
    rig.put(id + "/securityRules/" + name, rule.toString());
    return Claim.on(rig, "a rule", id, Claim.named("/properties/securityRules", name));
  }

  private Claim peering() {
    String other = network + "virtualNetworks/" + next("their-network");
    rig.put(
        other,
        """
        {"location": "westus2", "properties": {"addressSpace": {
          "addressPrefixes": ["172.%d.0.0/16"]}}}
        """
            .formatted(100 + things));
    String id = network + "virtualNetworks/" + Declarations.NETWORK;
    String name = next("their-peering");
    rig.put(
        id + "/virtualNetworkPeerings/" + name,
        """
        {"properties": {"allowVirtualNetworkAccess": true, "allowForwardedTraffic": true,
          "remoteVirtualNetwork": {"id": "%s"}}}
        """
            .formatted(other));
    return Claim.on(rig, "a peering", id, Claim.named("/properties/virtualNetworkPeerings", name));
  }

  private Claim dnsServers() {
    String id = network + "virtualNetworks/" + Declarations.NETWORK;
    if (!rig.get(id).at("/properties/dhcpOptions/dnsServers").isEmpty()) {
      return networkTag();
    }
    change(
        id,
        body -> body.withObject("/properties/dhcpOptions").putArray("dnsServers").add("10.0.1.4"));
    return Claim.on(rig, "DNS servers", id, Claim.at("/properties/dhcpOptions/dnsServers"));
  }

  private Claim connection() {
    String device = network + "localNetworkGateways/" + next("their-device");
    rig.put(
        device,
        """
        {"location": "westus2", "properties": {"gatewayIpAddress": "51.0.0.%d",
          "localNetworkAddressSpace": {"addressPrefixes": ["192.%d.0.0/16"]}}}
        """
            .formatted(things, 169 + things));
    String id = network + "connections/" + next("their-connection");
    rig.put(
        id,
        """
        {"location": "westus2", "properties": {"connectionType": "IPsec",
          "sharedKey": "%s%d",
          "virtualNetworkGateway1": {"id": "%svirtualNetworkGateways/ra-hybrid-vpn-vgw"},
          "localNetworkGateway2": {"id": "%s"}}}
        """
            .formatted(KEY, things, network, device));
    return Claim.on(rig, "a connection", id, Claim.at("/properties"));
  }

  private Claim authorization() {
    String id = network + "expressRouteCircuits/ra-hybrid-vpn-er-erc";
    String name = next("their-authorization");
    rig.put(id + "/authorizations/" + name, "{\"properties\": {}}");
    return Claim.on(rig, "an authorization", id, Claim.named("/properties/authorizations", name));
  }

  private Claim address() {
    String id = network + "publicIPAddresses/" + next("their-address");
    rig.put(
        id,
        """
        {"location": "westus2", "sku": {"name": "Standard"},
          "properties": {"publicIPAllocationMethod": "Static"}}
        """);
    return Claim.on(rig, "an address", id, Claim.at("/properties"));
  }

  private Claim property() {
    String id = network + "virtualNetworks/" + Declarations.NETWORK;
    if (random.nextBoolean()) {
      int minutes = 4 + random.nextInt(27);
      change(id, body -> body.withObject("/properties").put("flowTimeoutInMinutes", minutes));
      return Claim.on(rig, "a flow time-out", id, Claim.at("/properties/flowTimeoutInMinutes"));
    }
    String connection = network + "connections/ra-hybrid-vpn-cn";
    int seconds = 9 + random.nextInt(100);
    change(connection, body -> body.withObject("/properties").put("dpdTimeoutSeconds", seconds));
    return Claim.on(rig, "a DPD time-out", connection, Claim.at("/properties/dpdTimeoutSeconds"));
  }

  private void change(String id, Consumer<ObjectNode> change) {
    JsonNode standing = rig.get(id);
    ObjectNode body = standing.deepCopy();
    change.accept(body);
    rig.put(id, body.toString());
  }

  private String next(String name) {
    return name + "-" + ++things;
  }
}
