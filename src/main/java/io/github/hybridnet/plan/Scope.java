package io.github.hybridnet.plan;

import io.github.hybridnet.model.Region;

/**
 * Where a network is deployed.
 *
 * @param subscriptionId the subscription
 * @param resourceGroup the group
 * @param region the region of everything in it
 */
public record Scope(String subscriptionId, String resourceGroup, Region region) {

  /** The key of a resource in the group. */
  public ResourceKey key(ResourceType type, String name) {
    return new ResourceKey(subscriptionId, resourceGroup, type, name);
  }

  /** The key of the group itself. */
  public ResourceKey group() {
    return key(ResourceType.RESOURCE_GROUP, resourceGroup);
  }
}
