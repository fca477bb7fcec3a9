package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.Envelope;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import io.github.hybridnet.simulator.arm.World;
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
    this.sent = Json.properties(body);
    this.network = network;
  }

  /**
   * The peering.
   *
   * @param sync whether the client wants the remote address space read anew
   */
  ObjectNode build(@Nullable ObjectNode existing, boolean sync) {
    ObjectNode before = Json.properties(existing);
    ObjectNode remote = remote();
    ObjectNode peering = Envelope.child(id);
    ObjectNode properties = Json.properties(peering);
    properties.put("provisioningState", ProvisioningState.UPDATING);
    properties.put("resourceGuid", pairGuid(network, remote));
    properties.put("peeringState", NetworkPeerings.INITIATED);
    properties.put("peeringSyncLevel", "");
    properties.set("remoteVirtualNetwork", Reference.to(remote));
    putFlags(properties);
    JsonNode known = Json.at(before, NetworkPeerings.SYNCED_SPACE);
    properties.set(
        NetworkPeerings.SYNCED_SPACE,
        known == null || sync ? NetworkPeerings.space(remote) : known.deepCopy());
    properties.set(NetworkPeerings.CURRENT_SPACE, NetworkPeerings.space(remote));
    Json.copy(Json.properties(remote), properties, "bgpCommunities");
    rename(properties, "bgpCommunities", "remoteBgpCommunities");
    properties.putObject("routeServiceVips");
    NetworkPeerings.measure(world, peering, network);
    return peering;
  }

  private ObjectNode remote() {
    JsonNode reference = Json.at(sent, "remoteVirtualNetwork");
    return new Reference(reference, NetworkTypes.VIRTUAL_NETWORK, "properties.remoteVirtualNetwork")
        .resolveIdle(world, id);
  }

  private void putFlags(ObjectNode properties) {
    for (String name : List.of("allowVirtualNetworkAccess", "allowForwardedTraffic")) {
      boolean absent = name.equals("allowVirtualNetworkAccess");
      properties.put(name, Json.at(sent, name) == null ? absent : Json.flag(sent, name));
    }
    for (String name :
        List.of("allowGatewayTransit", "useRemoteGateways", "doNotVerifyRemoteGateways")) {
      properties.put(name, Json.flag(sent, name));
    }
    boolean complete =
        Json.at(sent, "peerCompleteVnets") == null || Json.flag(sent, "peerCompleteVnets");
    properties.put("peerCompleteVnets", complete);
    Json.copy(sent, properties, "enableOnlyIPv6Peering");
    if (!complete) {
      Json.copy(sent, properties, "localSubnetNames", "remoteSubnetNames");
      properties.set("localAddressSpace", NetworkPeerings.space(network));
      properties.set("localVirtualNetworkAddressSpace", NetworkPeerings.space(network));
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
        Json.textOr(Json.properties(resource), "resourceGuid", "0").replace("-", ""), HEX);
  }

  /** The peerings inside the request of a whole network; those that it leaves out go. */
  static ArrayNode all(World world, ArmId id, ObjectNode sent, ObjectNode network) {
    List<ObjectNode> existing =
        Json.objects(world.resources().find(id).orElse(null), "properties", NetworkPeerings.ALL);
    ArrayNode peerings = Json.array();
    if (Json.at(sent, NetworkPeerings.ALL) == null) {
      peerings.addAll(existing);
      return peerings;
    }
    for (ObjectNode each : Json.objects(sent, NetworkPeerings.ALL)) {
      String name = Json.text(each, "name");
      if (name == null) {
        throw NetworkErrors.missingProperty("name", "properties." + NetworkPeerings.ALL);
      }
      ArmId peering = id.child(NetworkPeerings.ALL, name);
      ObjectNode built =
          new NetworkPeeringBody(world, peering, each, network)
              .build(Json.named(existing, name), false);
      NetworkPeeringChecks.check(world, peering, built, network);
      peerings.add(built);
    }
    return peerings;
  }
}
