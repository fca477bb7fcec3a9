package io.github.hybridnet.simulator.network.vnet;

import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import java.util.List;

/** Errors about peerings between virtual networks. */
final class NetworkPeeringErrors {
  private NetworkPeeringErrors() {}

  static ArmException second(String existing, String remote) {
    return NetworkErrors.refused(
        "AnotherPeeringAlreadyReferencesRemoteVnet",
        ("Peering %s already references remote virtual network %s. Cannot add another peering"
                + " referencing the same remote virtual network.")
            .formatted(existing, remote));
  }

  static ArmException overlap(ArmId id, String network, String remote, List<String> prefixes) {
    return NetworkErrors.refused(
        "VnetAddressSpacesOverlap",
        ("Cannot create or update peering %s. Virtual networks %s and %s cannot be peered because"
                + " their address spaces overlap. Overlapping address prefixes: %s")
            .formatted(id, network, remote, String.join(", ", prefixes)));
  }

  static ArmException disconnected(ArmId id, String back) {
    return NetworkErrors.refused(
        "RemotePeeringIsDisconnected",
        ("Cannot create or update peering %s because remote peering %s referencing parent virtual"
                + " network is in Disconnected state. Update or re-create the remote peering to get it"
                + " back to Initiated state. Peering gets Disconnected when remote vnet or remote"
                + " peering is deleted and re-created.")
            .formatted(id, back));
  }

  static ArmException noRemoteGateway(ArmId id, String remote) {
    return NetworkErrors.refused(
        "RemoteVnetHasNoGateways",
        ("Peering %s cannot have UseRemoteGateway flag set to true because remote virtual network"
                + " %s referenced by the peering does not have any gateways.")
            .formatted(id, remote));
  }

  /** Code and text are the simulator's own. */
  static ArmException noTransit(ArmId id, String back) {
    return NetworkErrors.refused(
        "RemotePeeringDoesNotAllowGatewayTransit",
        "Peering %s cannot use remote gateways because peering %s does not allow gateway transit."
            .formatted(id, back));
  }

  /** Code and text are the simulator's own. */
  static ArmException ownGateway(ArmId id, String network) {
    return NetworkErrors.refused(
        "VirtualNetworkHasGatewayOfItsOwn",
        "Peering %s cannot use remote gateways because virtual network %s has a gateway."
            .formatted(id, network));
  }

  /** Code and text are the simulator's own. */
  static ArmException withItself(ArmId id, String network) {
    return NetworkErrors.refused(
        "VirtualNetworkCannotPeerWithItself",
        "Peering %s references virtual network %s, which it belongs to.".formatted(id, network));
  }
}
