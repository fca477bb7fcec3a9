package io.github.hybridnet.simulator.network.vnet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.network.relation.NetworkPeeringStates;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.resource.AddressPrefix;
import io.github.hybridnet.simulator.network.resource.AddressPrefixReader;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import java.util.List;

/** The service's checks of a peering between two virtual networks. */
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
    this.remote = NetworkPeeringStates.remote(world, peering).orElseThrow();
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
    String remoteId = ResourceReference.idOf(remote);
    if (remoteId.equalsIgnoreCase(ResourceReference.idOf(network))) {
      throw NetworkPeeringErrors.withItself(id, remoteId);
    }
    for (ObjectNode other : NetworkPeeringStates.of(network)) {
      boolean same =
          remoteId.equalsIgnoreCase(
              JsonMembers.text(other, "properties", "remoteVirtualNetwork", "id"));
      if (same && !id.name().equalsIgnoreCase(JsonMembers.text(other, "name"))) {
        throw NetworkPeeringErrors.second(ResourceReference.idOf(other), remoteId);
      }
    }
  }

  private void refuseOverlap() {
    if (!JsonMembers.flag(JsonMembers.properties(peering), "peerCompleteVnets")) {
      return;
    }
    List<AddressPrefix> here = prefixes(network);
    List<String> overlapping =
        prefixes(remote).stream()
            .filter(far -> here.stream().anyMatch(far::overlaps))
            .map(AddressPrefix::toString)
            .toList();
    if (!overlapping.isEmpty()) {
      throw NetworkPeeringErrors.overlap(
          id, ResourceReference.idOf(network), ResourceReference.idOf(remote), overlapping);
    }
  }

  private List<AddressPrefix> prefixes(ObjectNode of) {
    return AddressPrefixReader.read(
        JsonMembers.strings(of, "properties", "addressSpace", "addressPrefixes"), id);
  }

  /** The other side must first be put again when this one had been deleted. */
  private void refuseHalfDeleted() {
    NetworkPeeringStates.towards(remote, ResourceReference.idOf(network))
        .filter(NetworkPeeringStates::isDisconnected)
        .ifPresent(
            back -> {
              throw NetworkPeeringErrors.disconnected(id, ResourceReference.idOf(back));
            });
  }

  private void checkGateways() {
    ObjectNode properties = JsonMembers.properties(peering);
    if (!JsonMembers.flag(properties, "useRemoteGateways")) {
      return;
    }
    if (!NetworkPeeringStates.gateways(world, network).isEmpty()) {
      throw NetworkPeeringErrors.ownGateway(id, ResourceReference.idOf(network));
    }
    boolean verified = !JsonMembers.flag(properties, "doNotVerifyRemoteGateways");
    if (verified && NetworkPeeringStates.gateways(world, remote).isEmpty()) {
      throw NetworkPeeringErrors.noRemoteGateway(id, ResourceReference.idOf(remote));
    }
    NetworkPeeringStates.towards(remote, ResourceReference.idOf(network))
        .filter(back -> !JsonMembers.flag(JsonMembers.properties(back), "allowGatewayTransit"))
        .ifPresent(
            back -> {
              throw NetworkPeeringErrors.noTransit(id, ResourceReference.idOf(back));
            });
  }
}
