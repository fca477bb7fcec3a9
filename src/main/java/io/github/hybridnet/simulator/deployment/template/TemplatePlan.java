package io.github.hybridnet.simulator.deployment.template;

import io.github.hybridnet.simulator.arm.id.ArmId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The resources of a template and what each of them waits for.
 *
 * @param resources in the order of the template
 * @param dependencies what each resource waits for, by its id
 */
public record TemplatePlan(List<PlannedResource> resources, Map<ArmId, Set<ArmId>> dependencies) {

  public TemplatePlan {
    resources = List.copyOf(resources);
    dependencies = Map.copyOf(dependencies);
  }

  /**
   * Connects resources with those that they depend on.
   *
   * @throws DeploymentRefusedException if one exists twice, waits for what is absent, or for itself
   */
  static TemplatePlan of(List<PlannedResource> resources, TemplateScope scope) {
    Map<ArmId, PlannedResource> byId = new LinkedHashMap<>();
    for (PlannedResource resource : resources) {
      // Two declarations of which only one condition holds are usual.
      PlannedResource other = byId.get(resource.id());
      if (other != null && other.deployed() && resource.deployed()) {
        throw twice(resource);
      }
      if (other == null || resource.deployed()) {
        byId.put(resource.id(), resource);
      }
    }
    List<PlannedResource> each = List.copyOf(byId.values());
    Map<ArmId, Set<ArmId>> dependencies = new DependencyFinder(each, scope).find();
    return new TemplatePlan(each, dependencies);
  }

  private static DeploymentRefusedException twice(PlannedResource resource) {
    return DeploymentErrors.invalidTemplate(
        "The resource '%s' at line '%d' and column '%d' is defined multiple times in a template."
                .formatted(resource.path(), resource.at().line(), resource.at().column())
            + " Please see https://aka.ms/arm-syntax-resources for usage details.",
        resource.at());
  }

  public Set<ArmId> dependencies(ArmId id) {
    return dependencies.getOrDefault(id, Set.of());
  }

  public TemplateIndex index() {
    return new TemplateIndex(resources);
  }
}
