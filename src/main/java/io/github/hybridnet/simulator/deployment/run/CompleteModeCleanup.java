package io.github.hybridnet.simulator.deployment.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.deployment.template.SourcePositions.Position;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The last part of a deployment in mode {@code Complete}: deletes what its template does not name.
 * Resources that others still use are deleted in a later round, as long as each round deletes
 * something.
 */
final class CompleteModeCleanup {

  /** Since this version, what is not deployed because of its condition goes too. */
  private static final String CONDITIONAL_GOES = "2019-05-10";

  /** How many resources the round that was begun last had to remove. */
  private static final String LEFT = "left";

  private CompleteModeCleanup() {}

  /** Begins the next round; false if there is none, or not yet. */
  static boolean next(World world, TemplateDeployment templateDeployment) {
    if (!templateDeployment.complete() || !settled(templateDeployment.steps())) {
      return false;
    }
    List<ArmId> left = left(world, templateDeployment);
    if (left.size() >= templateDeployment.part(LEFT).asInt(Integer.MAX_VALUE)) {
      return false;
    }
    forgetRefused(templateDeployment);
    templateDeployment.set(LEFT, Integer.toString(left.size()));
    left.forEach(id -> templateDeployment.add(DeploymentStep.of(id, true, true, Position.NONE)));
    return !left.isEmpty();
  }

  /** Whether everything is deployed, and no round is underway. */
  private static boolean settled(List<DeploymentStep> steps) {
    return steps.stream()
        .allMatch(
            deploymentStep ->
                deploymentStep.satisfied()
                    || deploymentStep.deletes() && deploymentStep.is(DeploymentStep.State.FAILED));
  }

  /** Resources that could not go in the last round are tried again, or are gone by now. */
  private static void forgetRefused(TemplateDeployment templateDeployment) {
    ArrayNode kept = JsonCodec.object().arrayNode();
    for (JsonNode node : templateDeployment.part("steps")) {
      if (!node.path("state").asText().equals(DeploymentStep.State.FAILED.name())) {
        kept.add(node);
      }
    }
    templateDeployment.set("steps", kept);
  }

  private static List<ArmId> left(World world, TemplateDeployment templateDeployment) {
    Set<ArmId> named = named(templateDeployment);
    String path = templateDeployment.id().group() + "/resources";
    List<ArmId> left = new ArrayList<>();
    for (JsonNode resource :
        world.send("GET", path, World.API_VERSION, null).body().orElseThrow().path("value")) {
      ArmId.parse(resource.path("id").asText())
          .filter(found -> !named.contains(found))
          .ifPresent(left::add);
    }
    return left;
  }

  private static Set<ArmId> named(TemplateDeployment templateDeployment) {
    boolean all = templateDeployment.text("apiVersion").compareTo(CONDITIONAL_GOES) < 0;
    return templateDeployment.steps().stream()
        .filter(
            deploymentStep ->
                !deploymentStep.deletes()
                    && (all || !deploymentStep.is(DeploymentStep.State.SKIPPED)))
        .map(deploymentStep -> deploymentStep.id().root())
        .collect(Collectors.toSet());
  }
}
