package io.github.hybridnet.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.drill.api.DrillMilestones;
import io.github.hybridnet.drill.measure.DrillMetric;
import io.github.hybridnet.drill.measure.ProbeMeasurement;
import io.github.hybridnet.drill.run.DrillResult;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What {@code result.json} and {@code drill.json} have in common. */
final class DrillOutcomeJson {
  private DrillOutcomeJson() {}

  /** The outcome with its figures: the whole of {@code result.json}. */
  static ObjectNode outcome(DrillReport report) {
    DrillResult result = report.result();
    ObjectNode root = JsonFile.JSON.createObjectNode();
    root.put("schemaVersion", DrillReportFiles.SCHEMA_VERSION);
    root.put("id", result.id());
    root.put("begin", result.begin().toString());
    root.put("cloud", report.cloud());
    root.put("expressRouteGateway", result.target().expressRoute().gateway().id());
    root.put("mode", id(result.settings().mode()));
    root.put("lever", result.settings().method().label());
    root.put("outcome", id(result.verdict().outcome()));
    root.put("code", result.verdict().code().orElse(null));
    findings(root, result);
    ObjectNode figures = root.putObject("figures");
    result.metrics().forEach(f -> figure(figures.putObject(f.kind().id()), f));
    probes(root.putObject("probes"), result.evidence().measurement());
    marks(root.putObject("marks"), result.milestones());
    report.readiness().ifPresent(r -> readiness(root.putObject("readiness"), r));
    JsonFile.texts(root.putArray("manualCommands"), result.manualCommands());
    return root;
  }

  private static void findings(ObjectNode root, DrillResult result) {
    ArrayNode findings = root.putArray("findings");
    result
        .verdict()
        .findings()
        .forEach(
            f ->
                findings
                    .addObject()
                    .put("code", f.code())
                    .put("text", f.text())
                    .put("fix", f.fix()));
  }

  private static void figure(ObjectNode node, DrillMetric drillMetric) {
    if (drillMetric.kind() == DrillMetric.Kind.AVAILABILITY) {
      node.put("share", share(drillMetric));
      node.put(
          "leastShare",
          drillMetric.limit().least().isPresent()
              ? drillMetric.limit().least().getAsDouble()
              : null);
    } else {
      bounds(drillMetric, node, "atLeastMillis", "atMostMillis");
      node.put("limitMillis", drillMetric.limit().most().map(Duration::toMillis).orElse(null));
    }
    node.put("state", id(drillMetric.state()));
  }

  /** The share of a metric that is one, or null where none was measured. */
  static @Nullable Double share(DrillMetric drillMetric) {
    return drillMetric.share().isPresent() ? drillMetric.share().getAsDouble() : null;
  }

  /** The bounds of a metric that is a time; null where one is not known. */
  static void bounds(DrillMetric drillMetric, ObjectNode node, String atLeast, String atMost) {
    node.put(atLeast, drillMetric.time().map(t -> t.atLeast().toMillis()).orElse(null));
    node.put(
        atMost,
        drillMetric
            .time()
            .flatMap(DrillMetric.Bounds::atMost)
            .map(DrillOutcomeJson::millisUp)
            .orElse(null));
  }

  private static void probes(ObjectNode node, Optional<ProbeMeasurement> measurement) {
    node.put("targets", measurement.map(m -> m.targets().size()).orElse(0));
    node.put("sent", sum(measurement, ProbeMeasurement.TargetMeasurement::probes));
    node.put("failed", sum(measurement, ProbeMeasurement.TargetMeasurement::failed));
  }

  private static long sum(
      Optional<ProbeMeasurement> measurement,
      ToLongFunction<ProbeMeasurement.TargetMeasurement> number) {
    return measurement.map(m -> m.targets().stream().mapToLong(number).sum()).orElse(0L);
  }

  private static void marks(ObjectNode node, DrillMilestones drillMilestones) {
    for (DrillMilestones.Milestone milestone : DrillMilestones.Milestone.values()) {
      node.put(milestone.id(), drillMilestones.at(milestone).map(Duration::toMillis).orElse(null));
    }
  }

  private static void readiness(ObjectNode node, DrillReport.Readiness readiness) {
    node.put("score", readiness.score());
    JsonFile.texts(node.putArray("lines"), readiness.lines());
  }

  /** A time in milliseconds, never shorter than it was. */
  static long millisUp(Duration time) {
    return time.plusNanos(999_999).toMillis();
  }

  /** A time in microseconds, or null where there is none. */
  static @Nullable Long micros(Optional<Duration> time) {
    return time.map(t -> t.toNanos() / 1000).orElse(null);
  }

  /** A constant as the value of a member: {@code failed-over}. */
  static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A constant as people read it: {@code probe down}. */
  static String words(Enum<?> constant) {
    return id(constant).replace('-', ' ');
  }
}
