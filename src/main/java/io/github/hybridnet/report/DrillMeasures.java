package io.github.hybridnet.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.failover.measure.Measurement;
import io.github.hybridnet.failover.measure.Measurement.Latency;
import io.github.hybridnet.failover.measure.Measurement.OfTarget;
import io.github.hybridnet.failover.measure.Outage;
import java.time.Duration;
import java.util.Optional;

/** What the probes of a drill say, in {@code drill.json}. */
final class DrillMeasures {
  private DrillMeasures() {}

  /** Null where nothing was probed. */
  static JsonNode of(Optional<Measurement> measurement) {
    return measurement
        .<JsonNode>map(DrillMeasures::of)
        .orElseGet(() -> JsonFile.JSON.getNodeFactory().nullNode());
  }

  private static ObjectNode of(Measurement measurement) {
    ObjectNode node = JsonFile.JSON.createObjectNode();
    node.put("availability", measurement.availability().orElse(null));
    node.put("firstFailureMicros", DrillJson.micros(measurement.firstFailure()));
    ArrayNode targets = node.putArray("targets");
    measurement.targets().forEach(t -> target(targets.addObject(), t));
    return node;
  }

  private static void target(ObjectNode node, OfTarget target) {
    node.put("target", target.target());
    node.put("probes", target.probes());
    node.put("failed", target.failed());
    node.put("flaps", target.flaps());
    node.put("longestGapMicros", DrillJson.micros(target.longestGap()));
    ArrayNode outages = node.putArray("outages");
    target.outages().forEach(o -> outage(outages.addObject(), o));
    latency(node.putObject("latencyBefore"), target.before());
    latency(node.putObject("latencyDuring"), target.during());
    latency(node.putObject("latencyAfter"), target.after());
  }

  private static void outage(ObjectNode node, Outage outage) {
    node.put("beginMicros", micros(outage.begin()));
    node.put("endMicros", DrillJson.micros(outage.end()));
    node.put("atLeastMicros", micros(outage.atLeast()));
    node.put("atMostMicros", DrillJson.micros(outage.atMost()));
    node.put("failed", outage.failed());
  }

  private static void latency(ObjectNode node, Latency latency) {
    node.put("probes", latency.probes());
    node.put("medianMicros", latency.probes() == 0 ? null : micros(latency.median()));
    node.put("p95Micros", latency.probes() == 0 ? null : micros(latency.p95()));
    node.put("longestMicros", latency.probes() == 0 ? null : micros(latency.longest()));
  }

  private static long micros(Duration time) {
    return time.toNanos() / 1000;
  }
}
