package io.github.hybridnet.simulator.network.vnet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceEnvelope;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.network.relation.NetworkPeeringStates;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the stored form of a virtual network's peering from what a client sent. */
final class NetworkPeeringBody {
  private static final int HEX = 16;

  private final World world;
  private final ArmId id;
  private final ObjectNode sent;
  private final ObjectNode network;

  /**
   * What a peering is made of.
   *
   * @param network the virtual network that it belongs to, as it will be
   */
  NetworkPeeringBody(World world, ArmId id, ObjectNode body, ObjectNode network) {
    this.world = world;
    this.id = id;
    this.sent = JsonMembers.properties(body);
    this.network = network;
  }

  /**
   * Builds the body of the peering.
   *
   * @param sync whether the client wants the remote address space read anew
   */
  ObjectNode build(@Nullable ObjectNode existing, boolean sync) {
    ObjectNode before = JsonMembers.properties(existing);
    ObjectNode remote = remote();
    ObjectNode peering = ResourceEnvelope.child(id);
    ObjectNode properties = JsonMembers.properties(peering);
    properties.put("provisioningState", ProvisioningStateField.UPDATING);
    properties.put("resourceGuid", pairGuid(network, remote));
    properties.put("peeringState", NetworkPeeringStates.INITIATED);
    properties.put("peeringSyncLevel", "");
    properties.set("remoteVirtualNetwork", ResourceReference.to(remote));
    putFlags(properties);
    JsonNode known = JsonMembers.at(before, NetworkPeeringStates.SYNCED_SPACE);
    properties.set(
        NetworkPeeringStates.SYNCED_SPACE,
        known == null || sync ? NetworkPeeringStates.space(remote) : known.deepCopy());
    properties.set(NetworkPeeringStates.CURRENT_SPACE, NetworkPeeringStates.space(remote));
    JsonMembers.copy(JsonMembers.properties(remote), properties, "bgpCommunities");
    rename(properties, "bgpCommunities", "remoteBgpCommunities");
    properties.putObject("routeServiceVips");
    NetworkPeeringStates.measure(world, peering, network);
    return peering;
  }

  private ObjectNode remote() {
    JsonNode reference = JsonMembers.at(sent, "remoteVirtualNetwork");
    return new ResourceReference(
            reference, NetworkTypes.VIRTUAL_NETWORK, "properties.remoteVirtualNetwork")
        .resolveIdle(world, id);
  }

  private void putFlags(ObjectNode properties) {
    for (String name : List.of("allowVirtualNetworkAccess", "allowForwardedTraffic")) {
      boolean absent = name.equals("allowVirtualNetworkAccess");
      properties.put(
          name, JsonMembers.at(sent, name) == null ? absent : JsonMembers.flag(sent, name));
    }
    for (String name :
        List.of("allowGatewayTransit", "useRemoteGateways", "doNotVerifyRemoteGateways")) {
      properties.put(name, JsonMembers.flag(sent, name));
    }
    boolean complete =
        JsonMembers.at(sent, "peerCompleteVnets") == null
            || JsonMembers.flag(sent, "peerCompleteVnets");
    properties.put("peerCompleteVnets", complete);
    JsonMembers.copy(sent, properties, "enableOnlyIPv6Peering");
    if (!complete) {
      JsonMembers.copy(sent, properties, "localSubnetNames", "remoteSubnetNames");
      properties.set("localAddressSpace", NetworkPeeringStates.space(network));
      properties.set("localVirtualNetworkAddressSpace", NetworkPeeringStates.space(network));
    }
  }

  private static void rename(ObjectNode node, String from, String to) {
    JsonNode value = node.remove(from);
    if (value != null) {
      node.set(to, value);
    }
  }

  /** Both sides of a peering have one GUID: that of the two networks, combined bit by bit. */
  private static String pairGuid(ObjectNode network, ObjectNode remote) {
    String digits = guid(network).xor(guid(remote)).toString(HEX);
    String padded = "0".repeat(2 * HEX - digits.length()) + digits;
    return padded.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
  }

  private static BigInteger guid(ObjectNode resource) {
    return new BigInteger(
        JsonMembers.textOr(JsonMembers.properties(resource), "resourceGuid", "0").replace("-", ""),
        HEX);
  }

  /** The peerings inside the request of a whole network; those that it leaves out go. */
  static ArrayNode all(World world, ArmId id, ObjectNode sent, ObjectNode network) {
    List<ObjectNode> existing =
        JsonMembers.objects(
            world.resources().find(id).orElse(null), "properties", NetworkPeeringStates.ALL);
    ArrayNode peerings = JsonMembers.array();
    if (JsonMembers.at(sent, NetworkPeeringStates.ALL) == null) {
      peerings.addAll(existing);
      return peerings;
    }
    for (ObjectNode each : JsonMembers.objects(sent, NetworkPeeringStates.ALL)) {
      String name = JsonMembers.text(each, "name");
      if (name == null) {
        throw NetworkErrors.missingProperty("name", "properties." + NetworkPeeringStates.ALL);
      }
      ArmId peering = id.child(NetworkPeeringStates.ALL, name);
      ObjectNode built =
          new NetworkPeeringBody(world, peering, each, network)
              .build(JsonMembers.named(existing, name), false);
      NetworkPeeringChecks.check(world, peering, built, network);
      peerings.add(built);
    }
    return peerings;
  }
}
