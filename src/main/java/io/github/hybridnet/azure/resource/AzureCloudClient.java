package io.github.hybridnet.azure.resource;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.http.SecretScrubber;
import io.github.hybridnet.azure.operation.LongRunningOperations;
import io.github.hybridnet.drill.api.DrillCloud;
import io.github.hybridnet.drill.api.InsideViews;
import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import io.github.hybridnet.engine.GatewayRoutingClient;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.plan.ResourceChange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads, writes and removes resources in Azure. */
public final class AzureCloudClient implements CloudClient {
  private final AzureResourceReader reader;
  private final AzureConnectionReader connections;
  private final ResourceGroupMembers members;
  private final AzureResourceWriter writes;
  private final AzureResourceRemover azureResourceRemover;
  private final ResourceOperations resourceOperations;
  private final GatewayRoutingClient views;
  private final DrillCloud drills;
  private final InsideViews inside;
  private final RegionZoneReader zones;

  /** A cloud behind an endpoint. */
  public AzureCloudClient(
      ArmHttpClient requests, LongRunningOperations operations, SecretScrubber secretScrubber) {
    ConnectionSharedKeys connectionSharedKeys = new ConnectionSharedKeys(requests);
    this.reader = new AzureResourceReader(requests, secretScrubber, connectionSharedKeys);
    this.connections = new AzureConnectionReader(requests, reader);
    this.members = new ResourceGroupMembers(requests, reader);
    this.resourceOperations = new ResourceOperations(operations, reader);
    this.writes =
        new AzureResourceWriter(
            requests, resourceOperations, connectionSharedKeys, reader, secretScrubber);
    this.azureResourceRemover = new AzureResourceRemover(requests, resourceOperations, reader);
    this.views = new AzureGatewayRoutingClient(requests, resourceOperations);
    this.drills =
        new AzureDrillCloud(
            new AzureChangeGuardClient.RequestServices(
                requests, resourceOperations, secretScrubber),
            operations);
    this.inside = new NetworkWatcherClient(requests, resourceOperations);
    this.zones = new RegionZoneReader(requests);
  }

  /**
   * The availability zones of a region; empty when Azure does not list the region.
   *
   * @throws CloudException when the list cannot be read
   */
  public Optional<List<String>> zonesOf(String subscriptionId, Region region) {
    return zones.of(subscriptionId, region);
  }

  /** What gateways say of their routing. */
  public GatewayRoutingClient views() {
    return views;
  }

  /** What a failover drill needs in addition. */
  public DrillCloud drills() {
    return drills;
  }

  /** What Azure sees from inside the network. */
  public InsideViews inside() {
    return inside;
  }

  @Override
  public Optional<ActualResource> read(ResourceKey key) {
    return reader.read(key);
  }

  @Override
  public List<ActualResource> connectionsOf(ResourceKey end) {
    return connections.of(end);
  }

  @Override
  public List<String> membersOf(ResourceKey group) {
    return members.of(group);
  }

  @Override
  public ActualResource apply(
      ResourceChange resourceChange, Map<String, Object> body, CallOptions callOptions)
      throws InterruptedException {
    writes.write(resourceChange, body, callOptions);
    return read(resourceChange.key()).orElseThrow(() -> gone(resourceChange.key()));
  }

  @Override
  public void delete(ResourceKey key, CallOptions callOptions) throws InterruptedException {
    azureResourceRemover.remove(key, callOptions);
  }

  @Override
  public void await(ResourceKey key, AsyncOperation asyncOperation, Duration limit)
      throws InterruptedException {
    resourceOperations.resume(key, asyncOperation, limit);
  }

  private static CloudException gone(ResourceKey key) {
    return CloudException.ofOurs(
        CloudException.Kind.FAILED,
        OwnErrorCode.RESOURCE_MISSING,
        "The " + key + " was written, but it does not exist.");
  }
}
