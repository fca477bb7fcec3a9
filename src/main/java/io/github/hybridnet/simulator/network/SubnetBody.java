package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Envelope;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import io.github.hybridnet.simulator.arm.TypeName;
import io.github.hybridnet.simulator.arm.World;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the stored form of a subnet from what a client sent. */
final class SubnetBody {
  static final String GATEWAY_SUBNET = "GatewaySubnet";

  /** Since this version private endpoints are exempt from network policies unless asked for. */
  private static final String EXEMPTS_ENDPOINTS = "2022-01-01";

  private final World world;
  private final boolean exempts;
  private final ArmId id;
  private final ObjectNode sent;

  SubnetBody(ArmRequest request, ArmId id, ObjectNode body) {
    this.world = request.world();
    this.exempts = request.since(EXEMPTS_ENDPOINTS);
    this.id = id;
    this.sent = Json.properties(body);
  }

  ObjectNode build(@Nullable ObjectNode existing) {
    ObjectNode subnet = Envelope.child(id);
    ObjectNode properties = Json.properties(subnet);
    properties.put("provisioningState", ProvisioningState.UPDATING);
    putPrefixes(properties);
    properties.set("ipamPoolPrefixAllocations", Json.array());
    putSecurityGroup(properties);
    putReference(properties, "routeTable", NetworkTypes.ROUTE_TABLE);
    putReference(properties, "natGateway", NetworkTypes.NAT_GATEWAY);
    UnservedReferences.refuse(id, sent, "serviceEndpointPolicies", "ipAllocations");
    putServiceEndpoints(properties);
    // The users of a subnet are the service's own knowledge: what a client sends is ignored.
    Json.copy(Json.properties(existing), properties, "ipConfigurations");
    properties.set("delegations", delegations());
    properties.put(
        "privateEndpointNetworkPolicies",
        Json.textOr(sent, "privateEndpointNetworkPolicies", exempts ? "Disabled" : "Enabled"));
    properties.put(
        "privateLinkServiceNetworkPolicies",
        Json.textOr(sent, "privateLinkServiceNetworkPolicies", "Enabled"));
    Json.copy(sent, properties, "defaultOutboundAccess", "sharingScope");
    return subnet;
  }

  /** The prefixes of a subnet, sent or stored, in either of the two forms. */
  static List<String> prefixes(JsonNode subnet) {
    String single = Json.text(subnet, "properties", "addressPrefix");
    List<String> several = Json.strings(subnet, "properties", "addressPrefixes");
    return single == null || !several.isEmpty() ? several : List.of(single);
  }

  private void putPrefixes(ObjectNode properties) {
    List<String> prefixes = prefixes(Json.object().set("properties", sent));
    if (prefixes.isEmpty()) {
      throw NetworkErrors.missingProperty("addressPrefix", "properties");
    }
    if (prefixes.size() == 1) {
      properties.put("addressPrefix", prefixes.get(0));
    } else {
      properties.set("addressPrefixes", Json.texts(prefixes));
    }
  }

  private void putSecurityGroup(ObjectNode properties) {
    Reference reference = reference("networkSecurityGroup", NetworkTypes.SECURITY_GROUP);
    if (!reference.isSent()) {
      return;
    }
    ObjectNode group = reference.resolve(world, id);
    if (id.name().equalsIgnoreCase(GATEWAY_SUBNET)) {
      throw GatewayErrors.securityGroupOnGatewaySubnet(Json.textOr(group, "name", ""));
    }
    properties.set("networkSecurityGroup", Reference.to(group));
  }

  private void putReference(ObjectNode properties, String name, TypeName type) {
    Reference reference = reference(name, type);
    if (reference.isSent()) {
      properties.set(name, Reference.to(reference.resolve(world, id)));
    }
  }

  private Reference reference(String name, TypeName type) {
    return new Reference(Json.at(sent, name), type, "properties." + name);
  }

  private void putServiceEndpoints(ObjectNode properties) {
    if (Json.at(sent, "serviceEndpoints") == null) {
      return;
    }
    ArrayNode filled = properties.putArray("serviceEndpoints");
    for (ObjectNode endpoint : Json.objects(sent, "serviceEndpoints")) {
      ObjectNode entry = filled.addObject().put("provisioningState", ProvisioningState.UPDATING);
      Json.copy(endpoint, entry, "service", "locations");
      if (!entry.has("locations")) {
        entry.putArray("locations").add("*");
      }
    }
  }

  private ArrayNode delegations() {
    ArrayNode filled = Json.array();
    for (ObjectNode delegation : Json.objects(sent, "delegations")) {
      ObjectNode entry =
          Envelope.child(id.child("delegations", Json.textOr(delegation, "name", "delegation")));
      ObjectNode properties = Json.properties(entry);
      properties.put("provisioningState", ProvisioningState.SUCCEEDED);
      Json.copy(Json.properties(delegation), properties, "serviceName");
      properties.set(
          "actions", Json.texts(Delegations.actions(Json.textOr(properties, "serviceName", ""))));
      filled.add(entry);
    }
    return filled;
  }
}
