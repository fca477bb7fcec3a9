package io.github.hybridnet.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.ResourceRemoval;
import io.github.hybridnet.plan.SideEffect;
import io.github.hybridnet.plan.UnreadResource;
import io.github.hybridnet.plan.outage.ExpectedOutage;
import io.github.hybridnet.plan.outage.OutageForecast;
import io.github.hybridnet.plan.outage.TotalOutage;
import io.github.hybridnet.plan.replace.ReplacementBody;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The file {@code plan.json}, for other programs. The same plan gives the same bytes: there is no
 * time in it, and everything has its order.
 */
public final class PlanFile {
  /** The version of the file's shape; it grows when something is removed or changes its meaning. */
  static final int SCHEMA_VERSION = 1;

  private final Path file;

  /** The file in an output directory. */
  public PlanFile(Path outputDirectory) {
    this.file = outputDirectory.resolve("plan.json");
  }

  /** The path of this file. */
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
    if (plan.isEmpty() && !plan.unread().isEmpty()) {
      root.putNull("changesAnything");
    } else {
      root.put("changesAnything", !plan.isEmpty());
    }
    summary(root.putObject("summary"), plan);
    // Programs of networks with one circuit know it by this name.
    report.circuits().stream()
        .findFirst()
        .ifPresent(first -> circuit(root.putObject("circuit"), first));
    ArrayNode circuits = root.putArray("circuits");
    report.circuits().forEach(each -> circuit(circuits.addObject(), each));
    ArrayNode changes = root.putArray("changes");
    plan.changes().forEach(c -> change(changes.addObject(), c));
    ArrayNode unread = root.putArray("unread");
    plan.unread().forEach(u -> unread(unread.addObject(), u));
    ArrayNode removals = root.putArray("removals");
    plan.removals().forEach(r -> removal(removals.addObject(), r, plan));
    JsonFile.texts(root.putArray("allowReplace"), plan.replaceNames());
    root.put("allowOutage", TotalOutage.of(plan).isPresent());
    ArrayNode effects = root.putArray("effects");
    plan.sideEffects().forEach(e -> effect(effects.addObject(), e));
    ArrayNode outages = root.putArray("outages");
    OutageForecast.of(plan).forEach(o -> outage(outages.addObject(), o));
    JsonFile.write(file, root);
  }

  private static void summary(ObjectNode node, Plan plan) {
    for (ResourceChange.Action action : ResourceChange.Action.values()) {
      node.put(action.label(), plan.with(action).size());
    }
    node.put("delete", plan.deletions().size());
    node.put("unread", plan.unread().size());
    node.put("uncompared", plan.changes().stream().mapToInt(c -> c.uncompared().size()).sum());
  }

  private static void circuit(ObjectNode node, PlanReport.CircuitSummary circuitSummary) {
    node.put("name", circuitSummary.key().name());
    node.put("id", circuitSummary.key().id());
    node.put("ready", circuitSummary.problem().isEmpty());
    node.put("problem", circuitSummary.problem());
    node.put("connectionDeferred", circuitSummary.deferred());
  }

  private static void change(ObjectNode node, ResourceChange resourceChange) {
    node.put("action", resourceChange.action().label());
    JsonFile.resource(node, resourceChange.key());
    ArrayNode differences = node.putArray("differences");
    resourceChange.differences().forEach(d -> JsonFile.difference(differences.addObject(), d));
    JsonFile.texts(node.putArray("uncompared"), resourceChange.uncompared());
    JsonFile.texts(node.putArray("lost"), ReplacementBody.lost(resourceChange));
  }

  private static void unread(ObjectNode node, UnreadResource unread) {
    JsonFile.resource(node, unread.key());
    node.put("code", unread.failure().code());
  }

  private static void removal(ObjectNode node, ResourceRemoval resourceRemoval, Plan plan) {
    node.put("action", plan.deletions().contains(resourceRemoval) ? "delete" : "replace");
    JsonFile.resource(node, resourceRemoval.key());
    node.put("reason", resourceRemoval.reason());
    JsonFile.texts(
        node.putArray("after"), resourceRemoval.after().stream().map(ResourceKey::id).toList());
    node.put("allowReplace", resourceRemoval.replaceName());
  }

  private static void effect(ObjectNode node, SideEffect sideEffect) {
    JsonFile.resource(node, sideEffect.key());
    node.put("text", sideEffect.text());
  }

  private static void outage(ObjectNode node, ExpectedOutage expectedOutage) {
    JsonFile.texts(
        node.putArray("resources"),
        expectedOutage.resources().stream().map(ResourceKey::id).toList());
    node.put("text", expectedOutage.text());
    Duration about = expectedOutage.estimate();
    if (about != null) {
      node.put("aboutSeconds", about.toSeconds());
    }
  }
}
