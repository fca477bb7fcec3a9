package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceEnvelope;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.resource.AllowedValues;
import io.github.hybridnet.simulator.network.resource.HiddenProperties;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import io.github.hybridnet.simulator.network.resource.ResourceGuid;
import java.util.List;

/** Makes the stored form of a gateway from what a client sent. */
final class GatewayBody {
  private static final String NAT_RULES = NatRulePut.COLLECTION;

  private final ResourceRequest request;
  private final ObjectNode sent;
  private final ObjectNode before;
  private final boolean vpn;
  private final GatewaySize sku;

  GatewayBody(ResourceRequest request) {
    this.request = request;
    this.sent = JsonMembers.properties(request.body());
    this.before = JsonMembers.properties(request.existing().orElse(null));
    this.vpn = AllowedValues.GATEWAY_TYPE.required(sent, "gatewayType").equals("Vpn");
    this.sku = GatewaySize.of(sent, vpn);
  }

  ObjectNode build() {
    ObjectNode gateway = ResourceEnvelope.topLevel(request);
    ObjectNode properties = JsonMembers.properties(gateway);
    properties.put("provisioningState", ProvisioningStateField.UPDATING);
    properties.put("resourceGuid", ResourceGuid.of(request));
    properties.put(
        "packetCaptureDiagnosticState",
        JsonMembers.textOr(before, "packetCaptureDiagnosticState", "None"));
    properties.put("enablePrivateIpAddress", JsonMembers.flag(sent, "enablePrivateIpAddress"));
    properties.put("isMigrateToCSES", false);
    JsonMembers.copy(before, properties, "virtualNetworkGatewayMigrationStatus");
    properties.set("ipConfigurations", ipConfigurations());
    properties.set(NAT_RULES, children(NAT_RULES));
    properties.set(
        "virtualNetworkGatewayPolicyGroups", children("virtualNetworkGatewayPolicyGroups"));
    putKind(properties);
    if (vpn) {
      properties.set("bgpSettings", GatewayBgp.settings(sent, before, properties));
    }
    putRest(properties);
    JsonMembers.copy(before, properties, HiddenProperties.MEMBER);
    return gateway;
  }

  private void putKind(ObjectNode properties) {
    for (String flag : List.of("enableBgpRouteTranslationForNat", "disableIPSecReplayProtection")) {
      properties.put(flag, JsonMembers.flag(sent, flag));
    }
    putDefaultSite(properties);
    properties.set("sku", sku.body());
    properties.put("gatewayType", vpn ? "Vpn" : "ExpressRoute");
    properties.put("vpnType", AllowedValues.VPN_TYPE.property(sent, "vpnType", "RouteBased"));
    properties.put("enableBgp", JsonMembers.flag(sent, "enableBgp"));
    properties.put("activeActive", JsonMembers.flag(sent, "activeActive"));
    properties.set("vpnClientConfiguration", VpnClientBody.build(request.id(), sent, sku));
  }

  private void putDefaultSite(ObjectNode properties) {
    ResourceReference site =
        ResourceReference.of(request.body(), "gatewayDefaultSite", NetworkTypes.LOCAL_GATEWAY);
    if (site.isSent()) {
      properties.set(
          "gatewayDefaultSite", ResourceReference.to(site.resolve(request.world(), request.id())));
    }
  }

  private void putRest(ObjectNode properties) {
    JsonMembers.copy(sent, properties, "customRoutes");
    if (JsonMembers.at(sent, "autoScaleConfiguration", "bounds") instanceof ObjectNode bounds) {
      properties.set("autoScaleConfiguration", autoScale(bounds));
    }
    properties.put("vpnGatewayGeneration", generation());
    properties.put("allowRemoteVnetTraffic", JsonMembers.flag(sent, "allowRemoteVnetTraffic"));
    properties.put("allowVirtualWanTraffic", JsonMembers.flag(sent, "allowVirtualWanTraffic"));
    if (!vpn) {
      JsonMembers.copy(sent.has("adminState") ? sent : before, properties, "adminState");
      properties.put("resiliencyModel", JsonMembers.textOr(sent, "resiliencyModel", "SingleHomed"));
    }
  }

  private String generation() {
    if (!vpn) {
      return "None";
    }
    String wanted = AllowedValues.GENERATION.property(sent, "vpnGatewayGeneration", "None");
    return wanted.equals("None")
        ? JsonMembers.textOr(before, "vpnGatewayGeneration", sku.generation())
        : wanted;
  }

  private static ObjectNode autoScale(ObjectNode bounds) {
    ObjectNode configuration = JsonCodec.object();
    configuration.put("minScaleUnits", JsonMembers.number(bounds, "min", 1));
    JsonMembers.copy(bounds, configuration.putObject("bounds"), "min", "max");
    return configuration;
  }

  private ArrayNode ipConfigurations() {
    ArrayNode filled = JsonMembers.array();
    for (ObjectNode each : JsonMembers.objects(sent, "ipConfigurations")) {
      String path = "properties.ipConfigurations[" + filled.size() + "].properties.";
      filled.add(ipConfiguration(each, path));
    }
    if (filled.isEmpty()) {
      throw NetworkErrors.missingProperty("ipConfigurations", "properties");
    }
    return filled;
  }

  private ObjectNode ipConfiguration(ObjectNode each, String path) {
    ObjectNode given = JsonMembers.properties(each);
    ObjectNode entry = part("ipConfigurations", JsonMembers.textOr(each, "name", "default"));
    ObjectNode properties = JsonMembers.properties(entry);
    properties.put("provisioningState", ProvisioningStateField.UPDATING);
    properties.put(
        "privateIPAllocationMethod",
        AllowedValues.ALLOCATION.property(given, "privateIPAllocationMethod", "Dynamic"));
    ResourceReference address =
        new ResourceReference(
            JsonMembers.at(given, "publicIPAddress"),
            NetworkTypes.PUBLIC_IP,
            path + "publicIPAddress");
    if (address.isSent()) {
      properties.set("publicIPAddress", resolved(address));
    }
    properties.set(
        "subnet",
        resolved(
            new ResourceReference(
                JsonMembers.at(given, "subnet"), NetworkTypes.SUBNET, path + "subnet")));
    return entry;
  }

  private ObjectNode resolved(ResourceReference resourceReference) {
    // A gateway that exists already may be changed whatever happens to what it stands on.
    return ResourceReference.to(
        request.existing().isPresent()
            ? resourceReference.resolve(request.world(), request.id())
            : resourceReference.resolveIdle(request.world(), request.id()));
  }

  private ArrayNode children(String collection) {
    ArrayNode filled = JsonMembers.array();
    for (ObjectNode each : JsonMembers.objects(sent, collection)) {
      String name = JsonMembers.textOr(each, "name", "default");
      if (collection.equals(NAT_RULES)) {
        filled.add(NatRulePut.build(request.id().child(collection, name), each));
        continue;
      }
      ObjectNode entry = part(collection, name);
      ObjectNode given = JsonMembers.properties(each).deepCopy();
      given.remove("provisioningState");
      JsonMembers.properties(entry)
          .put("provisioningState", ProvisioningStateField.UPDATING)
          .setAll(given);
      filled.add(entry);
    }
    return filled;
  }

  /** A part of the gateway with an id of its own; what the client says of that id is ignored. */
  private ObjectNode part(String collection, String name) {
    ArmId id = request.id().child(collection, name);
    ObjectNode entry = ResourceEnvelope.child(id);
    ObjectNode properties = JsonMembers.properties(entry);
    entry.remove("properties");
    entry.set("properties", properties);
    return entry;
  }
}
