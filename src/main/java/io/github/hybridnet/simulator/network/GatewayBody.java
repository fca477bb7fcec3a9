package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Envelope;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import java.util.List;

/** Makes the stored form of a gateway from what a client sent. */
final class GatewayBody {
  private static final String NAT_RULES = NatRulePut.COLLECTION;

  private final ArmRequest request;
  private final ObjectNode sent;
  private final ObjectNode before;
  private final boolean vpn;
  private final GatewaySku sku;

  GatewayBody(ArmRequest request) {
    this.request = request;
    this.sent = Json.properties(request.body());
    this.before = Json.properties(request.existing().orElse(null));
    this.vpn = Choice.GATEWAY_TYPE.required(sent, "gatewayType").equals("Vpn");
    this.sku = GatewaySku.of(sent, vpn);
  }

  ObjectNode build() {
    ObjectNode gateway = Envelope.topLevel(request);
    ObjectNode properties = Json.properties(gateway);
    properties.put("provisioningState", ProvisioningState.UPDATING);
    properties.put("resourceGuid", ResourceGuid.of(request));
    properties.put(
        "packetCaptureDiagnosticState",
        Json.textOr(before, "packetCaptureDiagnosticState", "None"));
    properties.put("enablePrivateIpAddress", Json.flag(sent, "enablePrivateIpAddress"));
    properties.put("isMigrateToCSES", false);
    Json.copy(before, properties, "virtualNetworkGatewayMigrationStatus");
    properties.set("ipConfigurations", ipConfigurations());
    properties.set(NAT_RULES, children(NAT_RULES));
    properties.set(
        "virtualNetworkGatewayPolicyGroups", children("virtualNetworkGatewayPolicyGroups"));
    putKind(properties);
    if (vpn) {
      properties.set("bgpSettings", GatewayBgp.settings(sent, before, properties));
    }
    putRest(properties);
    Json.copy(before, properties, Hidden.MEMBER);
    return gateway;
  }

  private void putKind(ObjectNode properties) {
    for (String flag : List.of("enableBgpRouteTranslationForNat", "disableIPSecReplayProtection")) {
      properties.put(flag, Json.flag(sent, flag));
    }
    putDefaultSite(properties);
    properties.set("sku", sku.body());
    properties.put("gatewayType", vpn ? "Vpn" : "ExpressRoute");
    properties.put("vpnType", Choice.VPN_TYPE.property(sent, "vpnType", "RouteBased"));
    properties.put("enableBgp", Json.flag(sent, "enableBgp"));
    properties.put("activeActive", Json.flag(sent, "activeActive"));
    properties.set("vpnClientConfiguration", VpnClientBody.build(request.id(), sent, sku));
  }

  private void putDefaultSite(ObjectNode properties) {
    Reference site = Reference.of(request.body(), "gatewayDefaultSite", NetworkTypes.LOCAL_GATEWAY);
    if (site.isSent()) {
      properties.set(
          "gatewayDefaultSite", Reference.to(site.resolve(request.world(), request.id())));
    }
  }

  private void putRest(ObjectNode properties) {
    Json.copy(sent, properties, "customRoutes");
    if (Json.at(sent, "autoScaleConfiguration", "bounds") instanceof ObjectNode bounds) {
      properties.set("autoScaleConfiguration", autoScale(bounds));
    }
    properties.put("vpnGatewayGeneration", generation());
    properties.put("allowRemoteVnetTraffic", Json.flag(sent, "allowRemoteVnetTraffic"));
    properties.put("allowVirtualWanTraffic", Json.flag(sent, "allowVirtualWanTraffic"));
    if (!vpn) {
      Json.copy(sent.has("adminState") ? sent : before, properties, "adminState");
      properties.put("resiliencyModel", Json.textOr(sent, "resiliencyModel", "SingleHomed"));
    }
  }

  private String generation() {
    if (!vpn) {
      return "None";
    }
    String wanted = Choice.GENERATION.property(sent, "vpnGatewayGeneration", "None");
    return wanted.equals("None")
        ? Json.textOr(before, "vpnGatewayGeneration", sku.generation())
        : wanted;
  }

  private static ObjectNode autoScale(ObjectNode bounds) {
    ObjectNode configuration = Json.object();
    configuration.put("minScaleUnits", Json.number(bounds, "min", 1));
    Json.copy(bounds, configuration.putObject("bounds"), "min", "max");
    return configuration;
  }

  private ArrayNode ipConfigurations() {
    ArrayNode filled = Json.array();
    for (ObjectNode each : Json.objects(sent, "ipConfigurations")) {
      String path = "properties.ipConfigurations[" + filled.size() + "].properties.";
      filled.add(ipConfiguration(each, path));
    }
    if (filled.isEmpty()) {
      throw NetworkErrors.missingProperty("ipConfigurations", "properties");
    }
    return filled;
  }

  private ObjectNode ipConfiguration(ObjectNode each, String path) {
    ObjectNode given = Json.properties(each);
    ObjectNode entry = part("ipConfigurations", Json.textOr(each, "name", "default"));
    ObjectNode properties = Json.properties(entry);
    properties.put("provisioningState", ProvisioningState.UPDATING);
    properties.put(
        "privateIPAllocationMethod",
        Choice.ALLOCATION.property(given, "privateIPAllocationMethod", "Dynamic"));
    Reference address =
        new Reference(
            Json.at(given, "publicIPAddress"), NetworkTypes.PUBLIC_IP, path + "publicIPAddress");
    if (address.isSent()) {
      properties.set("publicIPAddress", resolved(address));
    }
    properties.set(
        "subnet",
        resolved(new Reference(Json.at(given, "subnet"), NetworkTypes.SUBNET, path + "subnet")));
    return entry;
  }

  private ObjectNode resolved(Reference reference) {
    // A gateway that exists already may be changed whatever happens to what it stands on.
    return Reference.to(
        request.existing().isPresent()
            ? reference.resolve(request.world(), request.id())
            : reference.resolveIdle(request.world(), request.id()));
  }

  private ArrayNode children(String collection) {
    ArrayNode filled = Json.array();
    for (ObjectNode each : Json.objects(sent, collection)) {
      String name = Json.textOr(each, "name", "default");
      if (collection.equals(NAT_RULES)) {
        filled.add(NatRulePut.build(request.id().child(collection, name), each));
        continue;
      }
      ObjectNode entry = part(collection, name);
      ObjectNode given = Json.properties(each).deepCopy();
      given.remove("provisioningState");
      Json.properties(entry).put("provisioningState", ProvisioningState.UPDATING).setAll(given);
      filled.add(entry);
    }
    return filled;
  }

  /** A part of the gateway with an id of its own; what the client says of that id is ignored. */
  private ObjectNode part(String collection, String name) {
    ArmId id = request.id().child(collection, name);
    ObjectNode entry = Envelope.child(id);
    ObjectNode properties = Json.properties(entry);
    entry.remove("properties");
    entry.set("properties", properties);
    return entry;
  }
}
