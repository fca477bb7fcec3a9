package io.github.hybridnet.drill.action;

import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillTarget.TargetCircuit;
import java.util.ArrayList;
import java.util.List;

/** Messages of the disconnect by the peering. */
final class PeeringDisconnectText {
  private final DisconnectContext context;
  private final TargetCircuit circuit;

  PeeringDisconnectText(DisconnectContext context) {
    this.context = context;
    this.circuit = context.target().circuit();
  }

  DrillFinding absent() {
    return DisconnectRefusals.nothingToMove(
        "The " + circuit.key().quoted() + " has no private peering that could be disabled.",
        "create it with hybridnet:create-circuit, or ask the connectivity provider. Or set"
            + " hybridnet.failover.disconnect to connection");
  }

  DrillFinding notEnabled(String state, String provisioningState) {
    return DisconnectRefusals.nothingToMove(
        "The private peering of the "
            + circuit.key().quoted()
            + (state.isEmpty() ? " has no state that Azure reports" : " is '" + state + "'")
            + " (provisioning state '"
            + provisioningState
            + "'), so there is no ExpressRoute traffic to disconnect.",
        "enable the peering, wait until it works, and run the goal again. If an earlier drill left"
            + " it disabled, run hybridnet:restore");
  }

  DrillFinding keyUnknown() {
    return DisconnectRefusals.keyUnknown(
        "It is not known whether the private peering of the "
            + circuit.key().quoted()
            + " has an MD5 key: Azure does not return the key, and the parameter files do not"
            + " contain the peering. A write without the key may remove it, and the BGP sessions"
            + " would stay down.",
        "add the peering to expressRouteCircuit.parameters.json, with its sharedKey if it has one."
            + " If it has none, set hybridnet.failover.noPeeringKey. Or set"
            + " hybridnet.failover.disconnect to connection or site-simulation");
  }

  /** As a part of a sentence. */
  String keyUnknownForUndo() {
    return keyUnknown().text()
        + " Add the peering to expressRouteCircuit.parameters.json, with its sharedKey if it has"
        + " one. If it has none, set hybridnet.failover.noPeeringKey";
  }

  DisconnectAnnouncement announcement(List<String> undo) throws InterruptedException {
    List<String> radius = new ArrayList<>();
    if (!circuit.ours()) {
      radius.add(
          "The "
              + circuit.key().quoted()
              + " is not in the parameter files, so other networks may use it too.");
    }
    AffectedConnections affectedConnections = new AffectedConnections(context);
    radius.addAll(affectedConnections.onCircuit("also loses ExpressRoute"));
    radius.add("The circuit's other peerings, such as Microsoft peering, are not affected.");
    return new DisconnectAnnouncement(
        "The private peering of the "
            + circuit.key().quoted()
            + " is disabled, and enabled again. Everything else is written unchanged.",
        radius,
        "Microsoft reports a failover within ten seconds after a peering is disabled. In recorded"
            + " traffic the write took 20 to 43 seconds, and enabling it again took as long. Then"
            + " the BGP sessions start again.",
        undo);
  }
}
