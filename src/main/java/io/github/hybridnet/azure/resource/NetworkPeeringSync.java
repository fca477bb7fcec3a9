package io.github.hybridnet.azure.resource;

import io.github.hybridnet.arm.ApiVersion;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.azure.operation.OperationTarget.ExpectedOutcome;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Synchronises a network's own side of its peerings after its address space has changed. Azure
 * checks the caller's rights on the other network for that. Where they are missing nothing is lost:
 * the peering stays as it is, and the goal names it.
 */
final class NetworkPeeringSync {
  private static final String PEERINGS = "/virtualNetworkPeerings";
  private static final String IN_STEP = "FullyInSync";

  /** What the service alone decides. */
  private static final Set<String> SERVICES =
      Set.of(
          "id",
          "etag",
          "type",
          "properties.provisioningState",
          "properties.resourceGuid",
          "properties.peeringState",
          "properties.peeringSyncLevel",
          "properties.remoteAddressSpace",
          "properties.remoteVirtualNetworkAddressSpace",
          "properties.remoteGateways",
          "properties.remoteBgpCommunities",
          "properties.remoteVirtualNetworkEncryption",
          "properties.routeServiceVips");

  private final ArmHttpClient requests;
  private final ResourceOperations resourceOperations;

  NetworkPeeringSync(ArmHttpClient requests, ResourceOperations resourceOperations) {
    this.requests = requests;
    this.resourceOperations = resourceOperations;
  }

  /** Synchronises what can be synchronised. */
  void of(ResourceKey network, CallOptions callOptions) throws InterruptedException {
    for (Map<String, Object> peering : peerings(network)) {
      String name = JsonTree.text(peering, "name").orElse("");
      if (!name.isEmpty() && !isInStep(peering)) {
        sync(network, name, callOptions);
      }
    }
  }

  /** Where Azure reports no level, there is nothing to synchronise. */
  private static boolean isInStep(Map<String, Object> peering) {
    String level = new ResourceBody(peering).text("properties", "peeringSyncLevel");
    return level.isEmpty() || level.equalsIgnoreCase(IN_STEP);
  }

  private List<Map<String, Object>> peerings(ResourceKey network) {
    try {
      return requests.list(network.id() + PEERINGS, ApiVersion.NETWORK);
    } catch (CloudException refused) {
      leave(refused);
      return List.of();
    }
  }

  /** The whole peering is written back. A list may leave members out, so it is read by itself. */
  private void sync(ResourceKey network, String name, CallOptions callOptions)
      throws InterruptedException {
    String path = network.id() + PEERINGS + "/" + name;
    try {
      Map<String, Object> peering = requests.get(path, ApiVersion.NETWORK, JsonTree::read);
      if (isInStep(peering)) {
        return;
      }
      String json = JsonTree.write(BodyMerge.without(peering, SERVICES));
      String etag = JsonTree.text(peering, "etag").orElse(null);
      resourceOperations.finish(
          network,
          ExpectedOutcome.EXISTS,
          () -> requests.put(path, "syncRemoteAddressSpace=true", ApiVersion.NETWORK, json, etag),
          callOptions);
    } catch (CloudException refused) {
      leave(refused);
    }
  }

  /** The address space itself has been written; what is out of step is named at the end. */
  private static void leave(CloudException refused) {
    switch (refused.kind()) {
      case REFUSED, UNAUTHORIZED, CONFLICT, FAILED -> {
        // Nothing is lost: the peering stays as it is.
      }
      default -> throw refused;
    }
  }
}
