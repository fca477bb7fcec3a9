package io.github.hybridnet.simulator.network.vnet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceEnvelope;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.body.SentMembers;
import io.github.hybridnet.simulator.network.relation.BackReferences;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.relation.NetworkPeeringStates;
import io.github.hybridnet.simulator.network.relation.UnservedReferences;
import io.github.hybridnet.simulator.network.resource.AddressPrefix;
import io.github.hybridnet.simulator.network.resource.AddressPrefixReader;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import io.github.hybridnet.simulator.network.resource.NoOpUpdates;
import io.github.hybridnet.simulator.network.resource.ResourceGuid;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PUT of a virtual network with the subnets inside it. */
final class VirtualNetworkPut implements ArmOperation {
  /** Since this version a request without subnets leaves them alone; before, it removed them. */
  private static final String KEEPS_SUBNETS = "2023-09-01";

  private static final int LONGEST_NAME = 64;

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    checkName(request.id());
    ConcurrencyGuard.deferForNetwork(request.world(), request.id());
    ObjectNode network = build(request);
    SentMembers.keep(request, network);
    check(request, network);
    return NoOpUpdates.answer(request.existing(), network, "virtualNetworks");
  }

  @Override
  public @Nullable JsonNode complete(OperationCompletion operationCompletion) {
    operationCompletion.succeed();
    BackReferences.refresh(operationCompletion.world(), operationCompletion.id());
    return null;
  }

  private static ObjectNode build(ResourceRequest request) {
    ObjectNode sent = JsonMembers.properties(request.body());
    ObjectNode before = JsonMembers.properties(request.existing().orElse(null));
    ObjectNode network = ResourceEnvelope.topLevel(request);
    ObjectNode properties = JsonMembers.properties(network);
    properties.put("provisioningState", ProvisioningStateField.UPDATING);
    properties.put("resourceGuid", ResourceGuid.of(request));
    properties.set("addressSpace", addressSpace(sent));
    properties.setAll(encryption(request.id(), sent));
    properties.put(
        "privateEndpointVNetPolicies",
        JsonMembers.textOr(sent, "privateEndpointVNetPolicies", "Disabled"));
    JsonMembers.copy(sent, properties, "flowTimeoutInMinutes");
    if (JsonMembers.at(sent, "dhcpOptions") != null) {
      properties
          .putObject("dhcpOptions")
          .set("dnsServers", JsonMembers.texts(dnsServers(request, sent, before)));
    }
    properties.set("subnets", subnets(request, sent, before));
    properties.set(
        NetworkPeeringStates.ALL,
        NetworkPeeringBody.all(request.world(), request.id(), sent, network));
    properties.put("enableDdosProtection", JsonMembers.flag(sent, "enableDdosProtection"));
    properties.put("enableVmProtection", JsonMembers.flag(sent, "enableVmProtection"));
    UnservedReferences.refuse(request.id(), sent, "ddosProtectionPlan", "ipAllocations");
    JsonMembers.copy(sent, properties, "bgpCommunities");
    return network;
  }

  /** That Azure refuses encryption without its enforcement is known; code and text are ours. */
  private static ObjectNode encryption(ArmId id, ObjectNode sent) {
    JsonNode wanted = JsonMembers.at(sent, "encryption");
    if (JsonMembers.flag(wanted, "enabled") && JsonMembers.at(wanted, "enforcement") == null) {
      throw NetworkErrors.refused(
          "VirtualNetworkEncryptionNeedsEnforcement",
          "Virtual network %s has encryption enabled and no enforcement.".formatted(id));
    }
    ObjectNode encryption = JsonCodec.object();
    JsonMembers.copy(sent, encryption, "encryption");
    return encryption;
  }

  /**
   * Users report that a new order of the same servers is not applied (Azure/azure-rest-api-specs
   * issue 11658).
   */
  private static List<String> dnsServers(
      ResourceRequest request, ObjectNode sent, ObjectNode before) {
    List<String> wanted = JsonMembers.strings(sent, "dhcpOptions", "dnsServers");
    List<String> standing = JsonMembers.strings(before, "dhcpOptions", "dnsServers");
    boolean same =
        wanted.size() == standing.size() && Set.copyOf(wanted).equals(Set.copyOf(standing));
    return same && request.world().behaviour().variants().is(AzureVariant.DNS_SERVER_ORDER, "fixed")
        ? standing
        : wanted;
  }

  /** Names of networks are shorter than those of other types. */
  private static void checkName(ArmId id) {
    if (id.name().length() > LONGEST_NAME) {
      throw NetworkErrors.refused(
          "NetcfgInvalidVirtualNetworkSite",
          "Virtual network site is not valid as specified with the name '%s'."
              .formatted(id.name()));
    }
  }

  private static ObjectNode addressSpace(ObjectNode sent) {
    List<String> prefixes = JsonMembers.strings(sent, "addressSpace", "addressPrefixes");
    if (prefixes.isEmpty()) {
      throw NetworkErrors.missingProperty("addressSpace", "properties");
    }
    ObjectNode space = JsonCodec.object();
    space.set("addressPrefixes", JsonMembers.texts(prefixes));
    space.putArray("ipamPoolPrefixAllocations");
    return space;
  }

  private static ArrayNode subnets(ResourceRequest request, ObjectNode sent, ObjectNode before) {
    List<ObjectNode> existing = JsonMembers.objects(before, "subnets");
    ArrayNode subnets = JsonMembers.array();
    if (JsonMembers.at(sent, "subnets") == null && request.since(KEEPS_SUBNETS)) {
      existing.forEach(subnets::add);
      return subnets;
    }
    for (ObjectNode each : JsonMembers.objects(sent, "subnets")) {
      String name = JsonMembers.text(each, "name");
      if (name == null) {
        throw NetworkErrors.missingProperty("name", "properties.subnets");
      }
      ArmId id = request.id().child("subnets", name);
      subnets.add(new SubnetBody(request, id, each).build(JsonMembers.named(existing, name)));
    }
    return subnets;
  }

  private static void check(ResourceRequest request, ObjectNode network) {
    ArmId id = request.id();
    List<AddressPrefix> space =
        AddressPrefixReader.read(
            JsonMembers.strings(network, "properties", "addressSpace", "addressPrefixes"), id);
    AddressPrefixReader.refuseOverlap(space, id);
    List<ObjectNode> subnets = JsonMembers.objects(network, "properties", "subnets");
    new SubnetChecks(id, space).check(subnets);
    for (ObjectNode old :
        JsonMembers.objects(request.existing().orElse(null), "properties", "subnets")) {
      if (JsonMembers.named(subnets, JsonMembers.textOr(old, "name", "")) == null) {
        SubnetUseChecks.refuseIfUsed(old);
      }
    }
  }
}
