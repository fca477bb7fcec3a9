package io.github.hybridnet.app;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.VirtualNetwork;
import io.github.hybridnet.plan.declared.DeploymentScope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds where to deploy: the named group and the given region, or else the region of the existing
 * resources, or else that of the group. A group may hold resources of other regions than its own.
 */
public final class ScopeFinder {
  private final CloudSession cloud;

  public ScopeFinder(CloudSession cloud) {
    this.cloud = cloud;
  }

  public DeploymentScope find(HybridNetwork network, @Nullable String location) {
    String group = network.resourceGroup();
    if (group == null) {
      throw GoalProblems.noResourceGroup();
    }
    String region =
        location != null
            ? location
            : actual(network, group).orElseThrow(() -> GoalProblems.noLocation(group));
    return scope(group, region);
  }

  /** Where the network exists; without a region if it does not. */
  public DeploymentScope findStanding(HybridNetwork network, ResourceKey group) {
    return scope(group.name(), actual(network, group.name()).orElse(""));
  }

  /**
   * Where a circuit goes. A group of its own need not be in the region: groups of circuits are
   * shared by networks of several.
   */
  public DeploymentScope findForCircuit(
      HybridNetwork network, Circuit circuit, @Nullable String location) {
    HybridNetwork alone = network.alone(circuit);
    if (alone.resourceGroup() == null) {
      throw GoalProblems.noCircuitGroup(circuit.name());
    }
    return find(alone, location);
  }

  private DeploymentScope scope(String group, String location) {
    return new DeploymentScope(cloud.subscriptionId(), group, new Region(location));
  }

  /** The region of the network, or of the circuit where that is alone, or of the group. */
  private Optional<String> actual(HybridNetwork network, String group) {
    VirtualNetwork inside = network.virtualNetwork();
    Optional<ResourceKey> first =
        inside != null
            ? Optional.of(key(group, ResourceType.VIRTUAL_NETWORK, inside.name()))
            : network.circuits().stream()
                .findFirst()
                .map(circuit -> key(group, ResourceType.CIRCUIT, circuit.name()));
    return first
        .flatMap(this::locationOf)
        .or(() -> locationOf(key(group, ResourceType.RESOURCE_GROUP, group)));
  }

  private ResourceKey key(String group, ResourceType type, String name) {
    return new ResourceKey(cloud.subscriptionId(), group, type, name);
  }

  private Optional<String> locationOf(ResourceKey key) {
    return GoalResourceReader.read(cloud.cloud(), key)
        .map(ActualResource::body)
        .map(body -> body.get("location"))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(location -> !location.isBlank());
  }
}
