package io.github.hybridnet.status;

import io.github.hybridnet.arm.ResourceKey;
import java.util.List;

/**
 * The state of an actual network.
 *
 * @param group the resource group
 * @param drills tags of the group that tell of an unfinished failover drill
 * @param resources the declared resources, and the circuit that they lead to
 * @param gateways the gateways that could be asked for their routing
 */
public record NetworkStatus(
    ResourceKey group,
    List<String> drills,
    List<ResourceStatus> resources,
    List<GatewayStatus> gateways) {

  /** Copies the lists, which cannot be changed afterwards. */
  public NetworkStatus {
    drills = List.copyOf(drills);
    resources = List.copyOf(resources);
    gateways = List.copyOf(gateways);
  }

  /** Whether nothing of it exists, as far as can be read. */
  public boolean isEmpty() {
    return resources.stream().allMatch(r -> r.state().equals("absent"));
  }
}
