package io.github.hybridnet.simulator.deployment.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.deployment.language.TemplateEvaluator;
import io.github.hybridnet.simulator.deployment.language.TemplateException;
import io.github.hybridnet.simulator.deployment.template.SourcePositions.Position;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds which resource waits for which: by {@code dependsOn}, by {@code reference()}, by the turns
 * of a loop.
 */
final class DependencyFinder {
  private final List<PlannedResource> resources;
  private final TemplateScope scope;
  private final TemplateIndex index;
  private final Map<ArmId, Set<ArmId>> found = new LinkedHashMap<>();

  DependencyFinder(List<PlannedResource> resources, TemplateScope scope) {
    this.resources = resources;
    this.scope = scope;
    this.index = new TemplateIndex(resources);
  }

  /**
   * Finds the resources that each resource depends on.
   *
   * @throws DeploymentRefusedException if one is not in the template, or they form a circle
   */
  Map<ArmId, Set<ArmId>> find() {
    for (PlannedResource resource : resources) {
      Set<ArmId> needed = new LinkedHashSet<>();
      found.put(resource.id(), needed);
      declared(resource, needed);
      if (resource.deployed()) {
        new ImplicitReferences(scope, index).of(resource).forEach(needed::add);
      }
      resources.stream()
          .filter(other -> resource.turn().follows(other.turn()))
          .forEach(other -> needed.add(other.id()));
    }
    Set<ArmId> done = new HashSet<>();
    found.keySet().forEach(id -> refuseCircle(id, done, new LinkedHashSet<>()));
    return found;
  }

  private void declared(PlannedResource resource, Set<ArmId> needed) {
    TemplateEvaluator templateEvaluator = new TemplateEvaluator(scope, resource.loops());
    for (JsonNode entry : resource.source().path("dependsOn")) {
      String text;
      try {
        text = templateEvaluator.evaluate(entry).asText();
      } catch (TemplateException e) {
        throw TemplatePlanBuilder.invalid(resource.name(), resource.at(), e);
      }
      List<PlannedResource> loop = index.loop(text);
      if (loop.isEmpty()) {
        needed.add(index.find(text).orElseThrow(() -> undefined(text)).id());
      }
      loop.forEach(turn -> needed.add(turn.id()));
    }
  }

  private static DeploymentRefusedException undefined(String text) {
    int providers = text.indexOf("/providers/");
    String shown = providers < 0 ? text : text.substring(providers + "/providers/".length());
    return DeploymentErrors.invalidTemplate(
        "The resource '%s' is not defined in the template. Please see https://aka.ms/arm-syntax for"
                .formatted(shown)
            + " usage details.",
        Position.NONE);
  }

  private void refuseCircle(ArmId id, Set<ArmId> done, Set<ArmId> path) {
    if (done.contains(id)) {
      return;
    }
    if (!path.add(id)) {
      throw DeploymentErrors.invalidTemplate(
          "Circular dependency detected on resource: '%s'. Please see".formatted(id)
              + " https://aka.ms/arm-syntax-resources for usage details.",
          Position.NONE);
    }
    found.getOrDefault(id, Set.of()).forEach(next -> refuseCircle(next, done, path));
    path.remove(id);
    done.add(id);
  }
}
