package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import io.github.hybridnet.simulator.arm.Envelope;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PUT of a public IP address; a static one gets its address when the operation ends. */
final class PublicIpPut implements ArmOperation {
  private static final int SHORTEST_IDLE = 4;
  private static final int LONGEST_IDLE = 30;

  @Override
  public Answer accept(ArmRequest request) {
    Busy.defer(request);
    ObjectNode address = build(request);
    PublicIpChecks.check(request, address);
    return Sameness.answer(request.existing(), address, "publicIPAddresses");
  }

  @Override
  public @Nullable JsonNode complete(Completion completion) {
    completion.succeed();
    PublicAddresses.assignStatic(completion.world(), completion.id());
    return null;
  }

  private static ObjectNode build(ArmRequest request) {
    ObjectNode body = request.body();
    ObjectNode sent = Json.properties(body);
    ObjectNode before = Json.properties(request.existing().orElse(null));
    ObjectNode address = Envelope.topLevel(request);
    putZones(body, address);
    ObjectNode properties = Json.properties(address);
    properties.put("provisioningState", ProvisioningState.UPDATING);
    properties.put("resourceGuid", ResourceGuid.of(request));
    String method = Choice.ALLOCATION.property(sent, "publicIPAllocationMethod", "Dynamic");
    if (method.equals("Static") || before.has("ipConfiguration")) {
      Json.copy(before, properties, "ipAddress");
    }
    properties.put(
        "publicIPAddressVersion",
        Choice.IP_VERSION.property(sent, "publicIPAddressVersion", "IPv4"));
    properties.put("publicIPAllocationMethod", method);
    properties.put("idleTimeoutInMinutes", idleTimeout(request, sent));
    DnsSettings.put(address, sent, properties);
    properties.set("ipTags", sent.has("ipTags") ? sent.get("ipTags").deepCopy() : Json.array());
    Json.copy(before, properties, "ipConfiguration");
    UnservedReferences.refuse(
        request.id(), sent, "publicIPPrefix", "natGateway", "linkedPublicIPAddress");
    Json.copy(sent, properties, "deleteOption");
    properties.putObject("ddosSettings").put("protectionMode", protection(sent));
    JsonNode type = address.remove("type");
    address.set("type", type);
    address.set("sku", sku(body));
    return address;
  }

  private static void putZones(ObjectNode body, ObjectNode address) {
    List<String> zones = Json.strings(body, "zones");
    if (!zones.isEmpty()) {
      Json.insertAfter(address, "location", "zones", Json.texts(zones));
    }
  }

  private static ObjectNode sku(ObjectNode body) {
    JsonNode sent = Json.at(body, "sku");
    ObjectNode sku = Json.object();
    sku.put("name", Choice.ADDRESS_SKU.read(Json.at(sent, "name"), "sku.name", "Basic"));
    sku.put("tier", Choice.ADDRESS_TIER.read(Json.at(sent, "tier"), "sku.tier", "Regional"));
    return sku;
  }

  private static int idleTimeout(ArmRequest request, ObjectNode sent) {
    int minutes = Json.number(sent, "idleTimeoutInMinutes", SHORTEST_IDLE);
    if (minutes < SHORTEST_IDLE || minutes > LONGEST_IDLE) {
      throw NetworkErrors.refused(
          "PublicIPIdleTimeoutIsOutOfRange",
          "Public IP address %s has invalid Idle Timeout. The value must be between 4 and 30."
              .formatted(request.id().name()));
    }
    return minutes;
  }

  private static String protection(ObjectNode sent) {
    String mode = Json.text(Json.at(sent, "ddosSettings"), "protectionMode");
    return mode == null ? "VirtualNetworkInherited" : mode;
  }
}
