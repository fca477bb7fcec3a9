package io.github.hybridnet.drill.action;

import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillTarget.TargetCircuit;
import java.util.ArrayList;
import java.util.List;

/** Messages of the disconnect by the peering. */
final class PeeringDisconnectText {
  private final DisconnectContext disconnectContext;
  private final TargetCircuit circuit;

  PeeringDisconnectText(DisconnectContext disconnectContext) {
    this.disconnectContext = disconnectContext;
    this.circuit = disconnectContext.target().circuit();
  }

  DrillFinding absent() {
    return DisconnectRefusals.nothingToMove(
        "The " + circuit.key() + " has no private peering that could be disabled.",
        "have it configured by the provider or by hybridnet:create-circuit, or set"
            + " hybridnet.failover.disconnect to connection");
  }

  DrillFinding notEnabled(String state, String provisioningState) {
    return DisconnectRefusals.nothingToMove(
        "The private peering of the "
            + circuit.key()
            + " is "
            + (state.isEmpty() ? "in no state that Azure reports" : state)
            + " ("
            + provisioningState
            + "), so there is no ExpressRoute traffic to disconnect.",
        "enable it, wait until it works, and run the goal again; if an earlier drill left it"
            + " disabled, run hybridnet:restore");
  }

  DrillFinding keyUnknown() {
    return DisconnectRefusals.keyUnknown(
        "It is not known whether the private peering of the "
            + circuit.key()
            + " has an MD5 key: Azure does not return it, and the peering is not declared. A write"
            + " without the key may remove it, and the peering's sessions would stay down.",
        "declare the peering in expressRouteCircuit.parameters.json, with its sharedKey if it has"
            + " one; or set hybridnet.failover.noPeeringKey if it has none; or set"
            + " hybridnet.failover.disconnect to connection or site-simulation");
  }

  /** As a part of a sentence. */
  String keyUnknownForUndo() {
    return keyUnknown().text()
        + " Declare the peering, with its sharedKey if it has one, or set"
        + " hybridnet.failover.noPeeringKey if it has none";
  }

  DisconnectAnnouncement announcement(List<String> undo) throws InterruptedException {
    List<String> radius = new ArrayList<>();
    if (!circuit.ours()) {
      radius.add(
          "The "
              + circuit.key()
              + " is not declared here: it may be shared with networks that nobody here knows.");
    }
    AffectedConnections affectedConnections = new AffectedConnections(disconnectContext);
    radius.addAll(affectedConnections.onCircuit("loses ExpressRoute, too"));
    radius.add("The circuit's other peerings, such as Microsoft peering, are not touched.");
    return new DisconnectAnnouncement(
        "The private peering of the "
            + circuit.key()
            + " is disabled, and enabled again; everything else is written unchanged.",
        radius,
        "Microsoft reports a failover within ten seconds of disabling a peering. The write itself"
            + " took 20 to 43 seconds in recorded traffic, and as long again to enable it; then the"
            + " BGP sessions begin anew.",
        undo);
  }
}
