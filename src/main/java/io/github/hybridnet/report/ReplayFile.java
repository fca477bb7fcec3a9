package io.github.hybridnet.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.replay.compare.CassetteScore;
import io.github.hybridnet.replay.compare.DifferenceGroup;
import io.github.hybridnet.replay.compare.EqualShare;
import io.github.hybridnet.replay.compare.MemberDifference;
import io.github.hybridnet.replay.compare.ReplayScore;
import io.github.hybridnet.replay.compare.ScoreTotals;
import io.github.hybridnet.replay.compare.StepScore;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The file {@code replay.json}, for other programs: the scores of a replay, each difference with
 * its member, and how often it occurs.
 */
public final class ReplayFile {
  /** The version of the file's shape; it grows when something is removed or changes its meaning. */
  static final int SCHEMA_VERSION = 1;

  private final Path file;

  /** The file in an output directory. */
  public ReplayFile(Path outputDirectory) {
    this.file = outputDirectory.resolve("replay.json");
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
  public void write(ReplayScore score) throws IOException {
    ObjectNode root = JsonFile.JSON.createObjectNode();
    root.put("schemaVersion", SCHEMA_VERSION);
    totals(root.putObject("totals"), score.totals());
    ObjectNode notSent = root.putObject("notSent");
    score.notSent().forEach(notSent::put);
    JsonFile.texts(root.putArray("withoutRequestBodies"), score.withoutBodies());
    ArrayNode differences = root.putArray("differences");
    score.differences().forEach(group -> group(differences.addObject(), group));
    ArrayNode cassettes = root.putArray("cassettes");
    score.cassettes().forEach(cassette -> cassette(cassettes.addObject(), cassette));
    JsonFile.write(file, root);
  }

  private static void totals(ObjectNode node, ScoreTotals totals) {
    node.put("interactions", totals.interactions());
    share(node.putObject("protocol"), totals.protocol());
    share(node.putObject("error"), totals.error());
    totals.body().ifPresent(share -> node.put("body", share));
    totals.values().ifPresent(share -> node.put("values", share));
  }

  private static void share(ObjectNode node, EqualShare share) {
    node.put("right", share.right());
    node.put("of", share.of());
  }

  private static void group(ObjectNode node, DifferenceGroup group) {
    node.put("count", group.count());
    node.put("request", group.request());
    difference(node, group.example());
    node.put("cassette", group.cassette());
    node.put("interaction", group.interaction());
    node.put("path", group.path());
  }

  private static void difference(ObjectNode node, MemberDifference difference) {
    node.put("axis", difference.axis().name());
    node.put("member", difference.member());
    node.put("recorded", difference.recorded());
    node.put("simulated", difference.simulated());
  }

  private static void cassette(ObjectNode node, CassetteScore cassette) {
    node.put("name", cassette.name());
    node.put("recorded", cassette.recorded());
    totals(node.putObject("totals"), ScoreTotals.of(cassette.steps()));
    ArrayNode interactions = node.putArray("interactions");
    cassette.steps().forEach(step -> interaction(interactions.addObject(), step));
  }

  private static void interaction(ObjectNode node, StepScore step) {
    node.put("interaction", step.number());
    node.put("request", step.request());
    node.put("path", step.path());
    node.put("protocol", step.protocol().right() == 1);
    share(node.putObject("body"), step.body());
    share(node.putObject("values"), step.values());
    ArrayNode differences = node.putArray("differences");
    step.differences().forEach(d -> difference(differences.addObject(), d));
  }
}
