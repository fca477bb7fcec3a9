package io.github.hybridnet.simulator.network.publicip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceEnvelope;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.body.SentMembers;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.relation.UnservedReferences;
import io.github.hybridnet.simulator.network.resource.AllowedValues;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import io.github.hybridnet.simulator.network.resource.NoOpUpdates;
import io.github.hybridnet.simulator.network.resource.ResourceGuid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PUT of a public IP address; a static one gets its address when the operation ends. */
final class PublicIpPut implements ArmOperation {
  private static final int SHORTEST_IDLE = 4;
  private static final int LONGEST_IDLE = 30;

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    ConcurrencyGuard.defer(request);
    ObjectNode address = build(request);
    SentMembers.keep(request, address);
    PublicIpChecks.check(request, address);
    return NoOpUpdates.answer(request.existing(), address, "publicIPAddresses");
  }

  @Override
  public @Nullable JsonNode complete(OperationCompletion operationCompletion) {
    operationCompletion.succeed();
    PublicAddressPool.assignStatic(operationCompletion.world(), operationCompletion.id());
    return null;
  }

  private static ObjectNode build(ResourceRequest request) {
    ObjectNode body = request.body();
    ObjectNode sent = JsonMembers.properties(body);
    ObjectNode before = JsonMembers.properties(request.existing().orElse(null));
    ObjectNode address = ResourceEnvelope.topLevel(request);
    putZones(body, address);
    ObjectNode properties = JsonMembers.properties(address);
    properties.put("provisioningState", ProvisioningStateField.UPDATING);
    properties.put("resourceGuid", ResourceGuid.of(request));
    String method = AllowedValues.ALLOCATION.property(sent, "publicIPAllocationMethod", "Dynamic");
    if (method.equals("Static") || before.has("ipConfiguration")) {
      JsonMembers.copy(before, properties, "ipAddress");
    }
    properties.put(
        "publicIPAddressVersion",
        AllowedValues.IP_VERSION.property(sent, "publicIPAddressVersion", "IPv4"));
    properties.put("publicIPAllocationMethod", method);
    properties.put("idleTimeoutInMinutes", idleTimeout(request, sent));
    PublicIpDnsSettings.put(address, sent, properties);
    properties.set(
        "ipTags", sent.has("ipTags") ? sent.get("ipTags").deepCopy() : JsonMembers.array());
    JsonMembers.copy(before, properties, "ipConfiguration");
    UnservedReferences.refuse(
        request.id(), sent, "publicIPPrefix", "natGateway", "linkedPublicIPAddress");
    JsonMembers.copy(sent, properties, "deleteOption");
    properties.putObject("ddosSettings").put("protectionMode", protection(sent));
    JsonNode type = address.remove("type");
    address.set("type", type);
    address.set("sku", sku(body));
    return address;
  }

  private static void putZones(ObjectNode body, ObjectNode address) {
    List<String> zones = JsonMembers.strings(body, "zones");
    if (!zones.isEmpty()) {
      JsonMembers.insertAfter(address, "location", "zones", JsonMembers.texts(zones));
    }
  }

  private static ObjectNode sku(ObjectNode body) {
    JsonNode sent = JsonMembers.at(body, "sku");
    ObjectNode sku = JsonCodec.object();
    sku.put(
        "name", AllowedValues.ADDRESS_SKU.read(JsonMembers.at(sent, "name"), "sku.name", "Basic"));
    sku.put(
        "tier",
        AllowedValues.ADDRESS_TIER.read(JsonMembers.at(sent, "tier"), "sku.tier", "Regional"));
    return sku;
  }

  private static int idleTimeout(ResourceRequest request, ObjectNode sent) {
    int minutes = JsonMembers.number(sent, "idleTimeoutInMinutes", SHORTEST_IDLE);
    if (minutes < SHORTEST_IDLE || minutes > LONGEST_IDLE) {
      throw NetworkErrors.refused(
          "PublicIPIdleTimeoutIsOutOfRange",
          "Public IP address %s has invalid Idle Timeout. The value must be between 4 and 30."
              .formatted(request.id().name()));
    }
    return minutes;
  }

  private static String protection(ObjectNode sent) {
    String mode = JsonMembers.text(JsonMembers.at(sent, "ddosSettings"), "protectionMode");
    return mode == null ? "VirtualNetworkInherited" : mode;
  }
}
