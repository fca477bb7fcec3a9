package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import io.github.hybridnet.simulator.arm.Envelope;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PUT of a virtual network with the subnets inside it. */
final class VirtualNetworkPut implements ArmOperation {
  /** Since this version a request without subnets leaves them alone; before, it removed them. */
  private static final String KEEPS_SUBNETS = "2023-09-01";

  @Override
  public Answer accept(ArmRequest request) {
    Busy.deferForNetwork(request.world(), request.id());
    ObjectNode network = build(request);
    check(request, network);
    return Sameness.answer(request.existing(), network, "virtualNetworks");
  }

  @Override
  public @Nullable JsonNode complete(Completion completion) {
    completion.succeed();
    BackReferences.refresh(completion.world(), completion.id());
    return null;
  }

  private static ObjectNode build(ArmRequest request) {
    ObjectNode sent = Json.properties(request.body());
    ObjectNode before = Json.properties(request.existing().orElse(null));
    ObjectNode network = Envelope.topLevel(request);
    ObjectNode properties = Json.properties(network);
    properties.put("provisioningState", ProvisioningState.UPDATING);
    properties.put("resourceGuid", ResourceGuid.of(request));
    properties.set("addressSpace", addressSpace(sent));
    Json.copy(sent, properties, "encryption");
    properties.put(
        "privateEndpointVNetPolicies",
        Json.textOr(sent, "privateEndpointVNetPolicies", "Disabled"));
    Json.copy(sent, properties, "flowTimeoutInMinutes");
    if (Json.at(sent, "dhcpOptions") != null) {
      properties
          .putObject("dhcpOptions")
          .set("dnsServers", Json.texts(Json.strings(sent, "dhcpOptions", "dnsServers")));
    }
    properties.set("subnets", subnets(request, sent, before));
    properties.set(
        NetworkPeerings.ALL, NetworkPeeringBody.all(request.world(), request.id(), sent, network));
    properties.put("enableDdosProtection", Json.flag(sent, "enableDdosProtection"));
    properties.put("enableVmProtection", Json.flag(sent, "enableVmProtection"));
    UnservedReferences.refuse(request.id(), sent, "ddosProtectionPlan", "ipAllocations");
    Json.copy(sent, properties, "bgpCommunities");
    return network;
  }

  private static ObjectNode addressSpace(ObjectNode sent) {
    List<String> prefixes = Json.strings(sent, "addressSpace", "addressPrefixes");
    if (prefixes.isEmpty()) {
      throw NetworkErrors.missingProperty("addressSpace", "properties");
    }
    ObjectNode space = Json.object();
    space.set("addressPrefixes", Json.texts(prefixes));
    space.putArray("ipamPoolPrefixAllocations");
    return space;
  }

  private static ArrayNode subnets(ArmRequest request, ObjectNode sent, ObjectNode before) {
    List<ObjectNode> existing = Json.objects(before, "subnets");
    ArrayNode subnets = Json.array();
    if (Json.at(sent, "subnets") == null && request.since(KEEPS_SUBNETS)) {
      existing.forEach(subnets::add);
      return subnets;
    }
    for (ObjectNode each : Json.objects(sent, "subnets")) {
      String name = Json.text(each, "name");
      if (name == null) {
        throw NetworkErrors.missingProperty("name", "properties.subnets");
      }
      ArmId id = request.id().child("subnets", name);
      subnets.add(new SubnetBody(request, id, each).build(Json.named(existing, name)));
    }
    return subnets;
  }

  private static void check(ArmRequest request, ObjectNode network) {
    ArmId id = request.id();
    List<Cidr> space =
        AddressSpace.read(
            Json.strings(network, "properties", "addressSpace", "addressPrefixes"), id);
    AddressSpace.refuseOverlap(space, id);
    List<ObjectNode> subnets = Json.objects(network, "properties", "subnets");
    new SubnetRules(id, space).check(subnets);
    for (ObjectNode old : Json.objects(request.existing().orElse(null), "properties", "subnets")) {
      if (Json.named(subnets, Json.textOr(old, "name", "")) == null) {
        SubnetUse.refuseIfUsed(old);
      }
    }
  }
}
