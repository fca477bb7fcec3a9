package io.github.hybridnet.simulator.network.vnet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceEnvelope;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.relation.StoredSubnets;
import io.github.hybridnet.simulator.network.relation.UnservedReferences;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the stored form of a subnet from what a client sent. */
final class SubnetBody {
  /** Since this version private endpoints are exempt from network policies unless asked for. */
  private static final String EXEMPTS_ENDPOINTS = "2022-01-01";

  private final World world;
  private final boolean exempts;
  private final ArmId id;
  private final ObjectNode sent;

  SubnetBody(ResourceRequest request, ArmId id, ObjectNode body) {
    this.world = request.world();
    this.exempts = request.since(EXEMPTS_ENDPOINTS);
    this.id = id;
    this.sent = JsonMembers.properties(body);
  }

  ObjectNode build(@Nullable ObjectNode existing) {
    ObjectNode subnet = ResourceEnvelope.child(id);
    ObjectNode properties = JsonMembers.properties(subnet);
    properties.put("provisioningState", ProvisioningStateField.UPDATING);
    putPrefixes(properties);
    properties.set("ipamPoolPrefixAllocations", JsonMembers.array());
    putSecurityGroup(properties);
    putReference(properties, "routeTable", NetworkTypes.ROUTE_TABLE);
    putReference(properties, "natGateway", NetworkTypes.NAT_GATEWAY);
    UnservedReferences.refuse(id, sent, "serviceEndpointPolicies", "ipAllocations");
    putServiceEndpoints(properties);
    // The users of a subnet are the service's own knowledge: what a client sends is ignored.
    JsonMembers.copy(JsonMembers.properties(existing), properties, "ipConfigurations");
    properties.set("delegations", delegations());
    properties.put(
        "privateEndpointNetworkPolicies",
        JsonMembers.textOr(
            sent, "privateEndpointNetworkPolicies", exempts ? "Disabled" : "Enabled"));
    properties.put(
        "privateLinkServiceNetworkPolicies",
        JsonMembers.textOr(sent, "privateLinkServiceNetworkPolicies", "Enabled"));
    JsonMembers.copy(sent, properties, "defaultOutboundAccess", "sharingScope");
    return subnet;
  }

  private void putPrefixes(ObjectNode properties) {
    List<String> prefixes = StoredSubnets.prefixes(JsonCodec.object().set("properties", sent));
    if (prefixes.isEmpty()) {
      throw SubnetErrors.withoutPrefix(id);
    }
    if (prefixes.size() == 1) {
      properties.put("addressPrefix", prefixes.get(0));
    } else {
      properties.set("addressPrefixes", JsonMembers.texts(prefixes));
    }
  }

  private void putSecurityGroup(ObjectNode properties) {
    ResourceReference resourceReference =
        reference("networkSecurityGroup", NetworkTypes.SECURITY_GROUP);
    if (!resourceReference.isSent()) {
      return;
    }
    ObjectNode group = resourceReference.resolve(world, id);
    if (id.name().equalsIgnoreCase(StoredSubnets.GATEWAY_SUBNET)) {
      throw SubnetErrors.securityGroupOnGatewaySubnet(JsonMembers.textOr(group, "name", ""));
    }
    properties.set("networkSecurityGroup", ResourceReference.to(group));
  }

  private void putReference(ObjectNode properties, String name, TypeName type) {
    ResourceReference resourceReference = reference(name, type);
    if (resourceReference.isSent()) {
      properties.set(name, ResourceReference.to(resourceReference.resolve(world, id)));
    }
  }

  private ResourceReference reference(String name, TypeName type) {
    return new ResourceReference(JsonMembers.at(sent, name), type, "properties." + name);
  }

  private void putServiceEndpoints(ObjectNode properties) {
    if (JsonMembers.at(sent, "serviceEndpoints") == null) {
      return;
    }
    ArrayNode filled = properties.putArray("serviceEndpoints");
    for (ObjectNode endpoint : JsonMembers.objects(sent, "serviceEndpoints")) {
      ObjectNode entry =
          filled.addObject().put("provisioningState", ProvisioningStateField.UPDATING);
      JsonMembers.copy(endpoint, entry, "service", "locations");
      if (!entry.has("locations")) {
        entry.putArray("locations").add("*");
      }
    }
  }

  private ArrayNode delegations() {
    ArrayNode filled = JsonMembers.array();
    for (ObjectNode delegation : JsonMembers.objects(sent, "delegations")) {
      ObjectNode entry =
          ResourceEnvelope.child(
              id.child("delegations", JsonMembers.textOr(delegation, "name", "delegation")));
      ObjectNode properties = JsonMembers.properties(entry);
      properties.put("provisioningState", ProvisioningStateField.SUCCEEDED);
      JsonMembers.copy(JsonMembers.properties(delegation), properties, "serviceName");
      properties.set(
          "actions",
          JsonMembers.texts(
              SubnetDelegations.actions(JsonMembers.textOr(properties, "serviceName", ""))));
      filled.add(entry);
    }
    return filled;
  }
}
