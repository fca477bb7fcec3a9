package io.github.hybridnet.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.drill.measure.ProbeMeasurement;
import io.github.hybridnet.drill.measure.ProbeMeasurement.LatencySummary;
import io.github.hybridnet.drill.measure.ProbeMeasurement.TargetMeasurement;
import io.github.hybridnet.drill.measure.TargetOutage;
import java.time.Duration;
import java.util.Optional;

/** The measurements of a drill's probes in {@code drill.json}. */
final class DrillMeasurementJson {
  private DrillMeasurementJson() {}

  /** Null where nothing was probed. */
  static JsonNode of(Optional<ProbeMeasurement> measurement) {
    return measurement
        .<JsonNode>map(DrillMeasurementJson::of)
        .orElseGet(() -> JsonFile.JSON.getNodeFactory().nullNode());
  }

  private static ObjectNode of(ProbeMeasurement probeMeasurement) {
    ObjectNode node = JsonFile.JSON.createObjectNode();
    node.put("availability", probeMeasurement.availability().orElse(null));
    node.put("firstFailureMicros", DrillOutcomeJson.micros(probeMeasurement.firstFailure()));
    ArrayNode targets = node.putArray("targets");
    probeMeasurement.targets().forEach(t -> target(targets.addObject(), t));
    return node;
  }

  private static void target(ObjectNode node, TargetMeasurement target) {
    node.put("target", target.target());
    node.put("probes", target.probes());
    node.put("failed", target.failed());
    node.put("flaps", target.flaps());
    node.put("longestGapMicros", DrillOutcomeJson.micros(target.longestGap()));
    ArrayNode outages = node.putArray("outages");
    target.outages().forEach(o -> outage(outages.addObject(), o));
    latency(node.putObject("latencyBefore"), target.before());
    latency(node.putObject("latencyDuring"), target.during());
    latency(node.putObject("latencyAfter"), target.after());
  }

  private static void outage(ObjectNode node, TargetOutage targetOutage) {
    node.put("beginMicros", micros(targetOutage.begin()));
    node.put("endMicros", DrillOutcomeJson.micros(targetOutage.end()));
    node.put("atLeastMicros", micros(targetOutage.atLeast()));
    node.put("atMostMicros", DrillOutcomeJson.micros(targetOutage.atMost()));
    node.put("failed", targetOutage.failed());
  }

  private static void latency(ObjectNode node, LatencySummary latencySummary) {
    node.put("probes", latencySummary.probes());
    node.put("medianMicros", latencySummary.probes() == 0 ? null : micros(latencySummary.median()));
    node.put("p95Micros", latencySummary.probes() == 0 ? null : micros(latencySummary.p95()));
    node.put(
        "longestMicros", latencySummary.probes() == 0 ? null : micros(latencySummary.longest()));
  }

  private static long micros(Duration time) {
    return time.toNanos() / 1000;
  }
}
