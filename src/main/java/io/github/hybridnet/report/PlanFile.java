package io.github.hybridnet.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.plan.Blackout;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.Effect;
import io.github.hybridnet.plan.Outage;
import io.github.hybridnet.plan.Outages;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.Remade;
import io.github.hybridnet.plan.Removal;
import io.github.hybridnet.plan.ResourceKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * {@code plan.json}. The same plan gives the same bytes: there is no time in it, and everything has
 * its order.
 */
public final class PlanFile {
  /** The version of the file's shape; it grows when something is removed or changes its meaning. */
  public static final int SCHEMA_VERSION = 1;

  private final Path file;

  /** The file in an output directory. */
  public PlanFile(Path outputDirectory) {
    this.file = outputDirectory.resolve("plan.json");
  }

  /** Where it is. */
  public Path path() {
    return file;
  }

  /**
   * Writes the file, which is replaced whole or not at all.
   *
   * @throws IOException when it cannot be written
   */
  public void write(PlanReport report) throws IOException {
    Plan plan = report.plan();
    ObjectNode root = JsonFile.JSON.createObjectNode();
    root.put("schemaVersion", SCHEMA_VERSION);
    root.put("cloud", report.cloud());
    root.put("subscriptionId", report.scope().subscriptionId());
    root.put("resourceGroup", report.scope().resourceGroup());
    root.put("location", report.scope().region().name());
    root.put("changesAnything", !plan.isEmpty());
    summary(root.putObject("summary"), plan);
    circuit(root.putObject("circuit"), report.circuit());
    ArrayNode changes = root.putArray("changes");
    plan.changes().forEach(c -> change(changes.addObject(), c));
    ArrayNode removals = root.putArray("removals");
    plan.removals().forEach(r -> removal(removals.addObject(), r, plan));
    JsonFile.texts(root.putArray("allowReplace"), plan.words());
    root.put("allowOutage", Blackout.of(plan).isPresent());
    ArrayNode effects = root.putArray("effects");
    plan.effects().forEach(e -> effect(effects.addObject(), e));
    ArrayNode outages = root.putArray("outages");
    Outages.of(plan).forEach(o -> outage(outages.addObject(), o));
    JsonFile.write(file, root);
  }

  private static void summary(ObjectNode node, Plan plan) {
    for (Change.Action action : Change.Action.values()) {
      node.put(action.label(), plan.with(action).size());
    }
    node.put("delete", plan.deletions().size());
    node.put("uncompared", plan.changes().stream().mapToInt(c -> c.uncompared().size()).sum());
  }

  private static void circuit(ObjectNode node, PlanReport.Circuit circuit) {
    node.put("name", circuit.key().name());
    node.put("id", circuit.key().id());
    node.put("ready", circuit.problem().isEmpty());
    node.put("problem", circuit.problem());
    node.put("connectionDeferred", circuit.deferred());
  }

  private static void change(ObjectNode node, Change change) {
    node.put("action", change.action().label());
    JsonFile.resource(node, change.key());
    ArrayNode differences = node.putArray("differences");
    change.differences().forEach(d -> JsonFile.difference(differences.addObject(), d));
    JsonFile.texts(node.putArray("uncompared"), change.uncompared());
    JsonFile.texts(node.putArray("lost"), Remade.lost(change));
  }

  private static void removal(ObjectNode node, Removal removal, Plan plan) {
    node.put("action", plan.deletions().contains(removal) ? "delete" : "replace");
    JsonFile.resource(node, removal.key());
    node.put("reason", removal.reason());
    JsonFile.texts(node.putArray("after"), removal.after().stream().map(ResourceKey::id).toList());
    node.put("allowReplace", removal.word());
  }

  private static void effect(ObjectNode node, Effect effect) {
    JsonFile.resource(node, effect.key());
    node.put("text", effect.text());
  }

  private static void outage(ObjectNode node, Outage outage) {
    JsonFile.texts(
        node.putArray("resources"), outage.resources().stream().map(ResourceKey::id).toList());
    node.put("text", outage.text());
    Duration about = outage.about();
    if (about != null) {
      node.put("aboutSeconds", about.toSeconds());
    }
  }
}
