package io.github.hybridnet.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.drill.api.DrillSettings.Mode;
import io.github.hybridnet.drill.measure.DrillMetric;
import io.github.hybridnet.drill.run.DrillResult;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** One drill in the history: a line of JSON. */
final class HistoryEntry {
  private static final List<String> TEXTS =
      List.of("id", "begin", "cloud", "expressRouteGateway", "lever", "outcome");

  private final ObjectNode node;
  private final Instant begin;

  private HistoryEntry(ObjectNode node, Instant begin) {
    this.node = node;
    this.begin = begin;
  }

  /** The line of a drill; a dry run tests nothing and has none. */
  static Optional<HistoryEntry> of(DrillReport report) {
    DrillResult result = report.result();
    if (result.settings().mode() == Mode.DRY_RUN) {
      return Optional.empty();
    }
    ObjectNode all = DrillOutcomeJson.outcome(report);
    ObjectNode node = JsonFile.JSON.createObjectNode();
    node.put("schemaVersion", DrillReportFiles.SCHEMA_VERSION);
    TEXTS.forEach(name -> node.set(name, all.get(name)));
    node.set("code", all.get("code"));
    for (DrillMetric drillMetric : result.metrics()) {
      figure(node, drillMetric);
    }
    node.set("probes", all.at("/probes/sent"));
    node.set("failed", all.at("/probes/failed"));
    report.readiness().ifPresent(r -> node.put("readiness", r.score()));
    return Optional.of(new HistoryEntry(node, result.begin()));
  }

  private static void figure(ObjectNode node, DrillMetric drillMetric) {
    String name = drillMetric.kind().id();
    if (drillMetric.kind() == DrillMetric.Kind.AVAILABILITY) {
      node.put(name, DrillOutcomeJson.share(drillMetric));
    } else {
      DrillOutcomeJson.bounds(drillMetric, node, name + "AtLeastMillis", name + "AtMostMillis");
    }
  }

  /** Reads a line; empty when it is damaged, or of another version. */
  static Optional<HistoryEntry> parse(String line) {
    try {
      if (JsonFile.JSON.readTree(line) instanceof ObjectNode node
          && node.path("schemaVersion").asInt() == DrillReportFiles.SCHEMA_VERSION
          && TEXTS.stream().allMatch(name -> node.path(name).isTextual())) {
        return Optional.of(new HistoryEntry(node, Instant.parse(node.path("begin").asText())));
      }
      return Optional.empty();
    } catch (JacksonException | DateTimeParseException damaged) {
      return Optional.empty();
    }
  }

  /** The line, without its end. */
  String line() {
    return node.toString();
  }

  /** Whether both drills tested the same gateway of the same cloud. */
  boolean isOfSameNetwork(HistoryEntry other) {
    return text("cloud").equalsIgnoreCase(other.text("cloud"))
        && text("expressRouteGateway").equalsIgnoreCase(other.text("expressRouteGateway"));
  }

  /** The id of the drill. */
  String id() {
    return text("id");
  }

  /** The time at which the drill began. */
  Instant begin() {
    return begin;
  }

  /** The label of the disconnect method. */
  String method() {
    return text("lever");
  }

  /** What it came to, such as {@code passed}. */
  String outcome() {
    return text("outcome").replace('-', ' ');
  }

  /** The shortest that a time can have been. */
  Optional<Duration> atLeast(DrillMetric.Kind kind) {
    return millis(kind.id() + "AtLeastMillis");
  }

  /** The longest that a time can have been; empty when its end was not seen. */
  Optional<Duration> atMost(DrillMetric.Kind kind) {
    return millis(kind.id() + "AtMostMillis");
  }

  /** The share of probes that succeeded. */
  Optional<Double> availability() {
    JsonNode share = node.path(DrillMetric.Kind.AVAILABILITY.id());
    return share.isNumber() ? Optional.of(share.asDouble()) : Optional.empty();
  }

  /** How ready the network was, of 100, if it was only observed. */
  Optional<Integer> readiness() {
    JsonNode score = node.path("readiness");
    return score.isInt() ? Optional.of(score.asInt()) : Optional.empty();
  }

  private Optional<Duration> millis(String name) {
    JsonNode millis = node.path(name);
    return millis.isNumber() ? Optional.of(Duration.ofMillis(millis.asLong())) : Optional.empty();
  }

  private String text(String name) {
    return node.path(name).asText();
  }
}
