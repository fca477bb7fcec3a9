package io.github.hybridnet.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.failover.DrillResult.Announcement;
import io.github.hybridnet.failover.DrillSettings;
import io.github.hybridnet.failover.DrillSettings.Times;
import io.github.hybridnet.failover.DrillTarget;
import io.github.hybridnet.failover.DrillTarget.Leg;
import io.github.hybridnet.failover.Thresholds;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/**
 * How a drill was run, on what, and what it announced. Of declared resources only the names are
 * told: their bodies hold keys.
 */
final class DrillFacts {
  private DrillFacts() {}

  static ObjectNode settings(DrillSettings settings) {
    ObjectNode node = JsonFile.JSON.createObjectNode();
    Times times = settings.times();
    node.put("baselineMillis", times.baseline().toMillis());
    node.put("failoverMillis", times.failover().toMillis());
    node.put("holdMillis", times.hold().toMillis());
    node.put("maxDurationMillis", times.most().toMillis());
    node.put("backMillis", times.back().toMillis());
    node.put("pollMillis", times.poll().toMillis());
    Thresholds thresholds = settings.thresholds();
    ObjectNode limits = node.putObject("thresholds");
    limits.put("maxOutageMillis", thresholds.maxOutage().map(Duration::toMillis).orElse(null));
    limits.put(
        "maxDetectionMillis", thresholds.maxDetection().map(Duration::toMillis).orElse(null));
    limits.put("maxRestoreMillis", thresholds.maxRestore().map(Duration::toMillis).orElse(null));
    limits.put(
        "minAvailability",
        thresholds.minAvailability().isPresent()
            ? thresholds.minAvailability().getAsDouble()
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

  private static void leg(ObjectNode node, Leg leg) {
    node.put("gateway", leg.gateway().id());
    node.put("connection", leg.connection().key().id());
  }

  static ObjectNode announcement(Announcement announcement) {
    ObjectNode node = JsonFile.JSON.createObjectNode();
    node.put("lever", announcement.lever());
    JsonFile.texts(node.putArray("blastRadius"), announcement.blastRadius());
    node.put("expectation", announcement.expectation());
    JsonFile.texts(node.putArray("undo"), announcement.undo());
    return node;
  }
}
