package io.github.hybridnet.simulator.arm.engine;

import io.github.hybridnet.simulator.arm.ModuleRegistrations;
import io.github.hybridnet.simulator.arm.ResourceTypeDefinition;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.TypeName;
import java.util.List;

/**
 * What the part of a path after the resource group means.
 *
 * @param type the resource type
 * @param id the resource; for a collection, the group or the parent
 * @param rest what follows the resource: the path of a call, or nothing
 * @param collection whether the path names the collection and not one resource
 */
public record ResourcePath(
    ResourceTypeDefinition type, ArmId id, List<String> rest, boolean collection) {

  /**
   * Reads a path such as {@code {namespace}/{type}/{name}/…}.
   *
   * @throws ArmException if namespace or type are unknown
   */
  public static ResourcePath read(
      ModuleRegistrations types, ArmId group, List<String> path, String apiVersion) {
    String namespace = path.get(0);
    if (types.in(namespace).isEmpty()
        && !namespace.equalsIgnoreCase(TypeName.RESOURCES_NAMESPACE)) {
      throw ArmErrors.invalidResourceNamespace(namespace);
    }
    TypeName asked = new TypeName(namespace, List.of(path.size() > 1 ? path.get(1) : ""));
    ResourceTypeDefinition type =
        types.find(asked).orElseThrow(() -> ArmErrors.invalidResourceType(asked, apiVersion));
    if (path.size() == 2) {
      return new ResourcePath(type, group, List.of(), true);
    }
    ArmId id = group.resource(type.name(), path.get(2));
    return descend(types, new ResourcePath(type, id, path.subList(3, path.size()), false));
  }

  private static ResourcePath descend(ModuleRegistrations types, ResourcePath above) {
    if (above.rest().isEmpty()) {
      return above;
    }
    String word = above.rest().get(0);
    ResourceTypeDefinition child = types.find(above.type().name().child(word)).orElse(null);
    if (child == null) {
      return above;
    }
    if (above.rest().size() == 1) {
      return new ResourcePath(child, above.id(), List.of(), true);
    }
    ArmId id = above.id().child(child.name().last(), above.rest().get(1));
    List<String> rest = above.rest().subList(2, above.rest().size());
    return descend(types, new ResourcePath(child, id, rest, false));
  }
}
