package io.github.hybridnet.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.drill.api.DrillEvent;
import io.github.hybridnet.drill.gate.GateResult;
import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.drill.probe.ProbeSample;
import io.github.hybridnet.drill.run.DrillResult;
import io.github.hybridnet.drill.run.DrillResult.Evidence;
import io.github.hybridnet.engine.journal.AtomicFileWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code drill.json}: everything that a drill did and saw, each probe and event on a line of its
 * own. It is written as it goes, because an hour of probes is large.
 */
final class DrillDetailFile {
  static final String NAME = "drill.json";

  private final JsonGenerator json;

  private DrillDetailFile(JsonGenerator json) {
    this.json = json;
  }

  /** A line for each member of the whole, and one for each element of its lists. */
  private record Lines(int deepest) implements DefaultPrettyPrinter.Indenter {
    private static final DefaultIndenter INDENTER = new DefaultIndenter(" ", "\n");

    @Override
    public void writeIndentation(JsonGenerator json, int level) throws IOException {
      if (level <= deepest) {
        INDENTER.writeIndentation(json, level);
      }
    }

    @Override
    public boolean isInline() {
      return false;
    }
  }

  /** Writes one element of a list. */
  @FunctionalInterface
  private interface Element<T> {
    void write(T element) throws IOException;
  }

  static void write(Path directory, DrillReport report) throws IOException {
    AtomicFileWriter.write(directory.resolve(NAME), out -> write(out, report));
  }

  private static void write(OutputStream out, DrillReport report) throws IOException {
    try (JsonGenerator generator = JsonFile.JSON.createGenerator(out)) {
      generator.setPrettyPrinter(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new Lines(1))
              .withArrayIndenter(new Lines(2))
              .withSeparators(
                  Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.NONE)));
      new DrillDetailFile(generator).write(report);
    }
  }

  private void write(DrillReport report) throws IOException {
    DrillResult result = report.result();
    json.writeStartObject();
    for (Map.Entry<String, JsonNode> member : DrillOutcomeJson.outcome(report).properties()) {
      inOneLine(member.getKey(), member.getValue());
    }
    inOneLine("settings", DrillSetupJson.settings(result.settings()));
    inOneLine("target", DrillSetupJson.target(result.target()));
    inOneLine("announcement", DrillSetupJson.announcement(result.announcement()));
    list("gates", result.gates(), this::gate);
    Evidence evidence = result.evidence();
    list("events", evidence.events(), this::event);
    list("readings", evidence.readings(), this::reading);
    inOneLine("measurement", DrillMeasurementJson.of(evidence.measurement()));
    inOneLine("probeTargets", JsonFile.JSON.valueToTree(new TreeMap<>(evidence.targets())));
    list("samples", evidence.samples(), this::sample);
    json.writeEndObject();
  }

  private void inOneLine(String name, JsonNode value) throws IOException {
    json.writeFieldName(name);
    json.writeRawValue(value.toString());
  }

  private <T> void list(String name, List<T> elements, Element<T> writer) throws IOException {
    json.writeArrayFieldStart(name);
    for (T element : elements) {
      json.writeStartObject();
      writer.write(element);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void gate(GateResult gate) throws IOException {
    json.writeStringField("id", gate.id());
    json.writeStringField("status", DrillOutcomeJson.id(gate.status()));
    json.writeStringField("text", gate.text());
    json.writeStringField("fix", gate.fix());
  }

  private void event(DrillEvent event) throws IOException {
    json.writeNumberField("atMillis", event.at().toMillis());
    json.writeStringField("step", DrillOutcomeJson.id(event.step()));
    json.writeStringField("kind", DrillOutcomeJson.id(event.kind()));
    json.writeStringField("text", event.text());
  }

  private void reading(PathReading reading) throws IOException {
    json.writeNumberField("atMillis", reading.at().toMillis());
    json.writeStringField("peeringState", reading.peeringState());
    inOneLine("expressRoute", path(reading.expressRoute()));
    inOneLine("vpn", path(reading.vpn()));
    inOneLine(
        "problems",
        JsonFile.JSON.valueToTree(
            reading.problems().stream().map(PathReading.UnreadPart::text).toList()));
  }

  private static ObjectNode path(PathReading.Path path) {
    ObjectNode node = JsonFile.JSON.createObjectNode();
    node.put("connectionState", path.connectionState());
    node.put("connectionStatus", path.connectionStatus());
    boolean unknown = path.peersConnected() == PathReading.PEERS_UNKNOWN;
    node.put(
        "peersConnected", unknown ? null : Integer.valueOf(Math.max(0, path.peersConnected())));
    JsonFile.texts(node.putArray("prefixes"), path.prefixes());
    node.put("bytesIn", path.bytesIn() < 0 ? null : path.bytesIn());
    node.put("bytesOut", path.bytesOut() < 0 ? null : path.bytesOut());
    node.put("routesKnown", path.routing().known());
    ArrayNode routes = node.putArray("routes");
    path.routing().routes().forEach(r -> route(routes.addObject(), r));
    return node;
  }

  private static void route(ObjectNode node, PathReading.Route route) {
    node.put("prefix", route.prefix());
    node.put("nextHop", route.nextHop());
    node.put("weight", route.weight());
    node.put("asPath", route.asPath());
  }

  private void sample(ProbeSample sample) throws IOException {
    json.writeStringField("target", sample.target());
    json.writeNumberField("number", sample.number());
    json.writeNumberField("atMicros", sample.at().toNanos() / 1000);
    json.writeNumberField("tookMicros", sample.took().toNanos() / 1000);
    json.writeBooleanField("ok", sample.ok());
    if (!sample.ok()) {
      json.writeStringField("detail", sample.detail());
    }
  }
}
