package io.github.hybridnet.engine;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.plan.ActualState;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks for the connections of what others may use too. A list that this identity may not read is
 * not an empty one, and is remembered as what it is.
 */
public final class ConnectionReader {
  private final CloudClient cloudClient;
  private final Map<String, List<ActualResource>> connections = new HashMap<>();
  private final Map<String, String> hidden = new HashMap<>();

  /** Reads from one cloud. */
  public ConnectionReader(CloudClient cloudClient) {
    this.cloudClient = cloudClient;
  }

  /**
   * Asks for the connections of a resource.
   *
   * @throws CloudException when they cannot be read for another reason than a missing right
   */
  public void ask(ResourceKey end) {
    try {
      connections.put(end.comparableId(), cloudClient.connectionsOf(end));
    } catch (CloudException failure) {
      if (!failure.isForbidden()) {
        throw failure;
      }
      hidden.put(end.comparableId(), failure.inWords() + ".");
    }
  }

  /** These resources with the connections that were asked for. */
  public ActualState beside(Collection<ActualResource> resources) {
    return new ActualState(resources, connections, hidden);
  }
}
