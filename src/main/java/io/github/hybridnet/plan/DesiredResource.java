package io.github.hybridnet.plan;

import java.util.List;
import java.util.Map;

/**
 * A resource as declared.
 *
 * @param key which resource
 * @param body what is written to Azure Resource Manager: maps, lists, strings, numbers, booleans,
 *     and {@link io.github.hybridnet.model.Secret} for secret values
 * @param dependsOn resources that must stand before this one is written
 */
public record DesiredResource(
    ResourceKey key, Map<String, Object> body, List<ResourceKey> dependsOn) {

  /** Copies the list. */
  public DesiredResource {
    dependsOn = List.copyOf(dependsOn);
  }
}
