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
import io.github.hybridnet.engine.retry.Backoff;
import io.github.hybridnet.engine.retry.PollOutcome;
import io.github.hybridnet.engine.retry.PolledCondition;
import io.github.hybridnet.engine.retry.Poller;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.text.DurationText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads, writes and removes resources in Azure. */
public final class AzureCloudClient implements CloudClient {
  /** How long a resource that was written may not be shown. */
  private static final Duration HIDDEN = Duration.ofMinutes(2);

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
  private final Poller poller;

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
    this.poller = new Poller(operations.clock(), operations.sleeper());
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
    return readWritten(resourceChange.key());
  }

  /** A read may not show a resource for some seconds after its creation has succeeded. */
  private ActualResource readWritten(ResourceKey key) throws InterruptedException {
    PollOutcome<Optional<ActualResource>> outcome =
        poller.await(
            PolledCondition.of(() -> read(key), Optional::isPresent),
            Backoff.fixed(Duration.ofSeconds(5)),
            HIDDEN);
    return outcome.last().orElseThrow(() -> hidden(key, outcome.waited()));
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

  private static CloudException hidden(ResourceKey key, Duration waited) {
    return CloudException.ofOurs(
        CloudException.Kind.FAILED,
        OwnErrorCode.RESOURCE_MISSING,
        "The "
            + key
            + " was written, but Azure does not show it after "
            + DurationText.words(waited)
            + ".");
  }
}
