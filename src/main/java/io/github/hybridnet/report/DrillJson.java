package io.github.hybridnet.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.failover.DrillResult;
import io.github.hybridnet.failover.Figure;
import io.github.hybridnet.failover.Figures;
import io.github.hybridnet.failover.Marks;
import io.github.hybridnet.failover.measure.Measurement;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What {@code result.json} and {@code drill.json} have in common. */
final class DrillJson {
  private DrillJson() {}

  /** The outcome with its figures: the whole of {@code result.json}. */
  static ObjectNode outcome(DrillReport report) {
    DrillResult result = report.result();
    ObjectNode root = JsonFile.JSON.createObjectNode();
    root.put("schemaVersion", DrillReports.SCHEMA_VERSION);
    root.put("id", result.id());
    root.put("begin", result.begin().toString());
    root.put("cloud", report.cloud());
    root.put("expressRouteGateway", result.target().expressRoute().gateway().id());
    root.put("mode", id(result.settings().mode()));
    root.put("lever", result.settings().lever().label());
    root.put("outcome", id(result.verdict().outcome()));
    root.put("code", result.verdict().code().orElse(null));
    findings(root, result);
    ObjectNode figures = root.putObject("figures");
    Figures.of(result).forEach(f -> figure(figures.putObject(f.kind().id()), f));
    probes(root.putObject("probes"), result.evidence().measurement());
    marks(root.putObject("marks"), result.marks());
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

  private static void figure(ObjectNode node, Figure figure) {
    if (figure.kind() == Figure.Kind.AVAILABILITY) {
      node.put("share", figure.share().isPresent() ? figure.share().getAsDouble() : null);
      node.put(
          "leastShare",
          figure.limit().least().isPresent() ? figure.limit().least().getAsDouble() : null);
    } else {
      node.put("atLeastMillis", figure.time().map(t -> t.atLeast().toMillis()).orElse(null));
      node.put(
          "atMostMillis",
          figure.time().flatMap(Figure.Bounds::atMost).map(DrillJson::millisUp).orElse(null));
      node.put("limitMillis", figure.limit().most().map(Duration::toMillis).orElse(null));
    }
    node.put("state", id(figure.state()));
  }

  private static void probes(ObjectNode node, Optional<Measurement> measurement) {
    node.put("targets", measurement.map(m -> m.targets().size()).orElse(0));
    node.put("sent", sum(measurement, Measurement.OfTarget::probes));
    node.put("failed", sum(measurement, Measurement.OfTarget::failed));
  }

  private static long sum(
      Optional<Measurement> measurement, ToLongFunction<Measurement.OfTarget> number) {
    return measurement.map(m -> m.targets().stream().mapToLong(number).sum()).orElse(0L);
  }

  private static void marks(ObjectNode node, Marks marks) {
    for (Marks.Mark mark : Marks.Mark.values()) {
      node.put(member(mark), marks.at(mark).map(Duration::toMillis).orElse(null));
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

  /** A constant as the name of a member: {@code failedOver}. */
  private static String member(Enum<?> constant) {
    StringBuilder name = new StringBuilder();
    for (String word : constant.name().toLowerCase(Locale.ROOT).split("_")) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }
}
