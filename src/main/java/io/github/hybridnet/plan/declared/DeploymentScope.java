package io.github.hybridnet.plan.declared;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.Region;
import java.util.List;

/**
 * Where a network is deployed.
 *
 * @param subscriptionId the subscription
 * @param resourceGroup the group
 * @param region the region of everything in it
 * @param zones the region's availability zones, empty where it has none
 */
public record DeploymentScope(
    String subscriptionId, String resourceGroup, Region region, List<String> zones) {
  /** What most regions have, where nobody has asked. */
  private static final List<String> USUAL = List.of("1", "2", "3");

  /** Copies the list, which cannot be changed afterwards. */
  public DeploymentScope {
    zones = List.copyOf(zones);
  }

  /** A place in a region of which nobody has asked for the zones. */
  public DeploymentScope(String subscriptionId, String resourceGroup, Region region) {
    this(subscriptionId, resourceGroup, region, USUAL);
  }

  /** The same place in a region with these zones. */
  public DeploymentScope withZones(List<String> known) {
    return new DeploymentScope(subscriptionId, resourceGroup, region, known);
  }

  /** The key of a resource in the group. */
  public ResourceKey key(ResourceType type, String name) {
    return new ResourceKey(subscriptionId, resourceGroup, type, name);
  }

  /** The key of the group itself. */
  public ResourceKey group() {
    return key(ResourceType.RESOURCE_GROUP, resourceGroup);
  }
}
