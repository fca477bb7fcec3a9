package io.github.hybridnet.simulator.network.relation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the two sides of a peering between virtual networks know of each other. A side is {@code
 * Initiated} until the other one exists, then {@code Connected}; when the other side is deleted, it
 * is {@code Disconnected} until it is put again.
 */
public final class NetworkPeeringStates {
  public static final String ALL = "virtualNetworkPeerings";
  public static final String INITIATED = "Initiated";
  static final String CONNECTED = "Connected";
  static final String DISCONNECTED = "Disconnected";
  public static final String SYNCED_SPACE = "remoteAddressSpace";
  public static final String CURRENT_SPACE = "remoteVirtualNetworkAddressSpace";

  private static final String STATE = "peeringState";

  private NetworkPeeringStates() {}

  /** Updates the peerings that a change of this network or gateway can alter. */
  static void refresh(World world, ArmId changed) {
    near(world, changed).values().forEach(network -> refresh(world, network));
  }

  private static void refresh(World world, ObjectNode network) {
    for (ObjectNode peering : of(network)) {
      ObjectNode now = peering.deepCopy();
      measure(world, now, network);
      ArmId.parse(ResourceReference.idOf(peering))
          .filter(id -> !now.equals(peering))
          .ifPresent(
              id ->
                  world
                      .resources()
                      .change(
                          id,
                          stored ->
                              stored.set("properties", JsonMembers.properties(now).deepCopy())));
    }
  }

  /** The network itself, or that of the gateway, and those that name them; by their ids. */
  private static Map<String, ObjectNode> near(World world, ArmId changed) {
    Map<String, ObjectNode> found = new LinkedHashMap<>();
    Optional<ArmId> around = world.resources().find(changed).flatMap(StoredGateways::network);
    for (ArmId id : around.isPresent() ? List.of(changed, around.get()) : List.of(changed)) {
      if (id.type().equals(NetworkTypes.VIRTUAL_NETWORK)) {
        world.resources().find(id).ifPresent(network -> found.put(id.key(), network));
      }
      world
          .resources()
          .naming(id, NetworkTypes.VIRTUAL_NETWORK)
          .forEach(
              network -> found.put(JsonMembers.lower(ResourceReference.idOf(network)), network));
    }
    return found;
  }

  /** Fills in what a peering of this network shows of the other end. */
  public static void measure(World world, ObjectNode peering, ObjectNode network) {
    ObjectNode properties = JsonMembers.properties(peering);
    Optional<ObjectNode> remote = remote(world, peering);
    Optional<ObjectNode> back =
        remote.flatMap(far -> towards(far, ResourceReference.idOf(network)));
    properties.put(STATE, state(JsonMembers.textOr(properties, STATE, INITIATED), back));
    remote.ifPresent(far -> properties.set(CURRENT_SPACE, space(far)));
    JsonNode current = JsonMembers.at(properties, CURRENT_SPACE);
    boolean here = current != null && current.equals(JsonMembers.at(properties, SYNCED_SPACE));
    boolean there =
        back.map(each -> JsonMembers.at(each, "properties", SYNCED_SPACE))
            .filter(space(network)::equals)
            .isPresent();
    properties.put("peeringSyncLevel", syncLevel(here, there));
    putGateways(world, properties, remote);
  }

  private static String state(String now, Optional<ObjectNode> back) {
    boolean answered = back.filter(each -> !isDisconnected(each)).isPresent();
    if (now.equals(DISCONNECTED) || (now.equals(CONNECTED) && !answered)) {
      return DISCONNECTED;
    }
    return answered ? CONNECTED : INITIATED;
  }

  private static String syncLevel(boolean here, boolean there) {
    if (here) {
      return there ? "FullyInSync" : "RemoteNotInSync";
    }
    return there ? "LocalNotInSync" : "LocalAndRemoteNotInSync";
  }

  private static void putGateways(World world, ObjectNode properties, Optional<ObjectNode> remote) {
    properties.remove("remoteGateways");
    if (!JsonMembers.flag(properties, "useRemoteGateways") || remote.isEmpty()) {
      return;
    }
    ArrayNode gateways = JsonMembers.array();
    gateways(world, remote.get()).forEach(each -> gateways.add(ResourceReference.to(each)));
    if (!gateways.isEmpty()) {
      JsonMembers.insertAfter(properties, "peerCompleteVnets", "remoteGateways", gateways);
    }
  }

  /** The gateways in a network. */
  public static List<ObjectNode> gateways(World world, ObjectNode network) {
    ArmId id = ArmId.parse(ResourceReference.idOf(network)).orElseThrow();
    return world.resources().naming(id, NetworkTypes.GATEWAY).stream()
        .filter(gateway -> StoredGateways.isIn(gateway, id))
        .toList();
  }

  public static Optional<ObjectNode> remote(World world, ObjectNode peering) {
    return Optional.ofNullable(
            JsonMembers.text(peering, "properties", "remoteVirtualNetwork", "id"))
        .flatMap(ArmId::parse)
        .flatMap(id -> world.resources().find(id));
  }

  public static List<ObjectNode> of(ObjectNode network) {
    return JsonMembers.objects(network, "properties", ALL);
  }

  /** The peering of this network that leads to another one. */
  public static Optional<ObjectNode> towards(ObjectNode network, String otherId) {
    return of(network).stream()
        .filter(
            each ->
                otherId.equalsIgnoreCase(
                    JsonMembers.text(each, "properties", "remoteVirtualNetwork", "id")))
        .findFirst();
  }

  public static boolean isDisconnected(ObjectNode peering) {
    return DISCONNECTED.equals(JsonMembers.text(peering, "properties", STATE));
  }

  /** The address space of a network as its peers show it. */
  public static JsonNode space(ObjectNode network) {
    JsonNode space = JsonMembers.at(network, "properties", "addressSpace");
    return space == null ? JsonCodec.object() : space.deepCopy();
  }
}
