package io.github.hybridnet.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.drill.action.DisconnectAnnouncement;
import io.github.hybridnet.drill.api.DrillSettings;
import io.github.hybridnet.drill.api.DrillSettings.TimeLimits;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.DrillTarget.ConnectedGateway;
import io.github.hybridnet.drill.api.DrillThresholds;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/**
 * How a drill was run, on what, and what it announced. Only the names of declared resources are
 * written: their bodies contain keys.
 */
final class DrillSetupJson {
  private DrillSetupJson() {}

  static ObjectNode settings(DrillSettings settings) {
    ObjectNode node = JsonFile.JSON.createObjectNode();
    TimeLimits timeLimits = settings.times();
    node.put("baselineMillis", timeLimits.baseline().toMillis());
    node.put("failoverMillis", timeLimits.failover().toMillis());
    node.put("holdMillis", timeLimits.hold().toMillis());
    node.put("maxDurationMillis", timeLimits.maxDuration().toMillis());
    node.put("backMillis", timeLimits.trafficBack().toMillis());
    node.put("pollMillis", timeLimits.poll().toMillis());
    DrillThresholds drillThresholds = settings.thresholds();
    ObjectNode limits = node.putObject("thresholds");
    limits.put("maxOutageMillis", drillThresholds.maxOutage().map(Duration::toMillis).orElse(null));
    limits.put(
        "maxDetectionMillis", drillThresholds.maxDetection().map(Duration::toMillis).orElse(null));
    limits.put(
        "maxRestoreMillis", drillThresholds.maxRestore().map(Duration::toMillis).orElse(null));
    limits.put(
        "minAvailability",
        drillThresholds.minAvailability().isPresent()
            ? drillThresholds.minAvailability().getAsDouble()
            : null);
    JsonFile.texts(node.putArray("overridden"), List.copyOf(new TreeSet<>(settings.overridden())));
    return node;
  }

  static ObjectNode target(DrillTarget target) {
    ObjectNode node = JsonFile.JSON.createObjectNode();
    node.put("resourceGroup", target.group().id());
    leg(node.putObject("expressRoute"), target.expressRoute());
    leg(node.putObject("vpn"), target.vpn());
    node.put("localNetworkGateway", target.localNetworkGateway().id());
    node.put("circuit", target.circuit().key().id());
    node.put("circuitIsOurs", target.circuit().ours());
    return node;
  }

  private static void leg(ObjectNode node, ConnectedGateway connectedGateway) {
    node.put("gateway", connectedGateway.gateway().id());
    node.put("connection", connectedGateway.connection().key().id());
  }

  static ObjectNode announcement(DisconnectAnnouncement disconnectAnnouncement) {
    ObjectNode node = JsonFile.JSON.createObjectNode();
    node.put("lever", disconnectAnnouncement.action());
    JsonFile.texts(node.putArray("blastRadius"), disconnectAnnouncement.blastRadius());
    node.put("expectation", disconnectAnnouncement.expectation());
    JsonFile.texts(node.putArray("undo"), disconnectAnnouncement.undoCommands());
    return node;
  }
}
