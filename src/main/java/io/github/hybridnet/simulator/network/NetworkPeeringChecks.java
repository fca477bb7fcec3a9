package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmException;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.World;
import java.util.List;

/** What the service demands of a peering between two virtual networks. */
final class NetworkPeeringChecks {
  private final ArmId id;
  private final ObjectNode peering;
  private final ObjectNode network;
  private final ObjectNode remote;
  private final World world;

  private NetworkPeeringChecks(World world, ArmId id, ObjectNode peering, ObjectNode network) {
    this.world = world;
    this.id = id;
    this.peering = peering;
    this.network = network;
    this.remote = NetworkPeerings.remote(world, peering).orElseThrow();
  }

  /**
   * Checks a new or changed peering of this network.
   *
   * @throws ArmException for the first rule that it breaks
   */
  static void check(World world, ArmId id, ObjectNode peering, ObjectNode network) {
    NetworkPeeringChecks checks = new NetworkPeeringChecks(world, id, peering, network);
    checks.refuseSecond();
    checks.refuseOverlap();
    checks.refuseHalfDeleted();
    checks.checkGateways();
  }

  private void refuseSecond() {
    String remoteId = Reference.idOf(remote);
    if (remoteId.equalsIgnoreCase(Reference.idOf(network))) {
      throw NetworkPeeringErrors.withItself(id, remoteId);
    }
    for (ObjectNode other : NetworkPeerings.of(network)) {
      boolean same =
          remoteId.equalsIgnoreCase(Json.text(other, "properties", "remoteVirtualNetwork", "id"));
      if (same && !id.name().equalsIgnoreCase(Json.text(other, "name"))) {
        throw NetworkPeeringErrors.second(Reference.idOf(other), remoteId);
      }
    }
  }

  private void refuseOverlap() {
    if (!Json.flag(Json.properties(peering), "peerCompleteVnets")) {
      return;
    }
    List<Cidr> here = prefixes(network);
    List<String> overlapping =
        prefixes(remote).stream()
            .filter(far -> here.stream().anyMatch(far::overlaps))
            .map(Cidr::toString)
            .toList();
    if (!overlapping.isEmpty()) {
      throw NetworkPeeringErrors.overlap(
          id, Reference.idOf(network), Reference.idOf(remote), overlapping);
    }
  }

  private List<Cidr> prefixes(ObjectNode of) {
    return AddressSpace.read(Json.strings(of, "properties", "addressSpace", "addressPrefixes"), id);
  }

  /** The other side must first be put again when this one had been deleted. */
  private void refuseHalfDeleted() {
    NetworkPeerings.towards(remote, Reference.idOf(network))
        .filter(NetworkPeerings::isDisconnected)
        .ifPresent(
            back -> {
              throw NetworkPeeringErrors.disconnected(id, Reference.idOf(back));
            });
  }

  private void checkGateways() {
    ObjectNode properties = Json.properties(peering);
    if (!Json.flag(properties, "useRemoteGateways")) {
      return;
    }
    if (!NetworkPeerings.gateways(world, network).isEmpty()) {
      throw NetworkPeeringErrors.ownGateway(id, Reference.idOf(network));
    }
    boolean verified = !Json.flag(properties, "doNotVerifyRemoteGateways");
    if (verified && NetworkPeerings.gateways(world, remote).isEmpty()) {
      throw NetworkPeeringErrors.noRemoteGateway(id, Reference.idOf(remote));
    }
    NetworkPeerings.towards(remote, Reference.idOf(network))
        .filter(back -> !Json.flag(Json.properties(back), "allowGatewayTransit"))
        .ifPresent(
            back -> {
              throw NetworkPeeringErrors.noTransit(id, Reference.idOf(back));
            });
  }
}
