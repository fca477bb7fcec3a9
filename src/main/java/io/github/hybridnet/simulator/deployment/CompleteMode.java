package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.deployment.Positions.Position;
import io.github.hybridnet.simulator.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The last part of a deployment in mode {@code Complete}: what its template does not name goes.
 * What is still used by something else goes in a later round, as long as each round gets further.
 */
final class CompleteMode {
  private static final String API_VERSION = "2024-03-01";

  /** Since this version, what is not deployed because of its condition goes too. */
  private static final String CONDITIONAL_GOES = "2019-05-10";

  /** How many resources the round that was begun last had to remove. */
  private static final String LEFT = "left";

  private CompleteMode() {}

  /** Begins the next round; false if there is none, or not yet. */
  static boolean next(World world, Deployment deployment) {
    if (!deployment.complete() || !settled(deployment.steps())) {
      return false;
    }
    List<ArmId> left = left(world, deployment);
    if (left.size() >= deployment.part(LEFT).asInt(Integer.MAX_VALUE)) {
      return false;
    }
    forgetRefused(deployment);
    deployment.set(LEFT, Integer.toString(left.size()));
    left.forEach(id -> deployment.add(Step.of(id, true, true, Position.NONE)));
    return !left.isEmpty();
  }

  /** Whether everything is deployed, and no round is underway. */
  private static boolean settled(List<Step> steps) {
    return steps.stream()
        .allMatch(step -> step.satisfied() || step.deletes() && step.is(Step.State.FAILED));
  }

  /** Resources that could not go in the last round are tried again, or are gone by now. */
  private static void forgetRefused(Deployment deployment) {
    ArrayNode kept = Json.object().arrayNode();
    for (JsonNode node : deployment.part("steps")) {
      if (!node.path("state").asText().equals(Step.State.FAILED.name())) {
        kept.add(node);
      }
    }
    deployment.set("steps", kept);
  }

  private static List<ArmId> left(World world, Deployment deployment) {
    Set<ArmId> named = named(deployment);
    String path = deployment.id().group() + "/resources";
    List<ArmId> left = new ArrayList<>();
    for (JsonNode resource :
        world.send("GET", path, API_VERSION, null).body().orElseThrow().path("value")) {
      ArmId.parse(resource.path("id").asText())
          .filter(found -> !named.contains(found))
          .ifPresent(left::add);
    }
    return left;
  }

  private static Set<ArmId> named(Deployment deployment) {
    boolean all = deployment.text("apiVersion").compareTo(CONDITIONAL_GOES) < 0;
    return deployment.steps().stream()
        .filter(step -> !step.deletes() && (all || !step.is(Step.State.SKIPPED)))
        .map(step -> step.id().root())
        .collect(Collectors.toSet());
  }
}
