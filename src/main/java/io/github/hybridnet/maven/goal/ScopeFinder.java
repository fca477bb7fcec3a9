package io.github.hybridnet.maven.goal;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import io.github.hybridnet.plan.Scope;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where to deploy: the group that is named, and the region that is given or that the group is in.
 */
final class ScopeFinder {
  private final OpenCloud cloud;

  ScopeFinder(OpenCloud cloud) {
    this.cloud = cloud;
  }

  Scope find(HybridNetwork network, @Nullable String location) {
    String group = network.resourceGroup();
    if (group == null) {
      throw GoalProblems.noResourceGroup();
    }
    Optional<String> found = locationOf(group);
    if (location == null) {
      return scope(group, found.orElseThrow(() -> GoalProblems.noLocation(group)));
    }
    Region wanted = new Region(location);
    if (found.isPresent() && !new Region(found.get()).equals(wanted)) {
      throw GoalProblems.otherLocation(group, found.get(), location);
    }
    return scope(group, location);
  }

  /**
   * Where the circuit goes. A group of its own need not be in the region: groups of circuits are
   * shared by networks of several.
   */
  Scope findForCircuit(HybridNetwork network, @Nullable String location) {
    Circuit circuit = Objects.requireNonNull(network.circuit());
    HybridNetwork alone = network.circuitAlone();
    String group = alone.resourceGroup();
    if (group == null) {
      throw CircuitProblems.noGroup(circuit.name());
    }
    return location == null || circuit.resourceGroup() == null
        ? find(alone, location)
        : scope(group, location);
  }

  private Scope scope(String group, String location) {
    return new Scope(cloud.subscriptionId(), group, new Region(location));
  }

  private Optional<String> locationOf(String group) {
    ResourceKey key =
        new ResourceKey(cloud.subscriptionId(), group, ResourceType.RESOURCE_GROUP, group);
    try {
      return cloud
          .cloud()
          .read(key)
          .map(ActualResource::body)
          .map(b -> String.valueOf(b.get("location")));
    } catch (CloudException failure) {
      throw GoalProblems.unreadable(failure);
    }
  }
}
