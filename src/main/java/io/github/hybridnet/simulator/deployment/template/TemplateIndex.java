package io.github.hybridnet.simulator.deployment.template;

import io.github.hybridnet.simulator.arm.id.ArmId;
import java.util.List;
import java.util.Optional;

/** Finds resources of a template by the ways in which templates write them. */
public final class TemplateIndex {
  private final List<PlannedResource> resources;

  TemplateIndex(List<PlannedResource> resources) {
    this.resources = List.copyOf(resources);
  }

  /** The resource with this id, namespace, type and name, or name alone, if that is unique. */
  Optional<PlannedResource> find(String text) {
    if (text.startsWith("/")) {
      return ArmId.parse(text).flatMap(this::find);
    }
    List<PlannedResource> named =
        resources.stream()
            .filter(
                resource ->
                    resource.path().equalsIgnoreCase(text)
                        || resource.name().equalsIgnoreCase(text))
            .toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  /** The resource with this id. */
  public Optional<PlannedResource> find(ArmId id) {
    return resources.stream().filter(resource -> resource.id().equals(id)).findFirst();
  }

  /** The resources of a loop. */
  List<PlannedResource> loop(String name) {
    return resources.stream()
        .filter(resource -> !name.isEmpty() && resource.turn().loop().equalsIgnoreCase(name))
        .toList();
  }
}
