package io.github.hybridnet.azure.resource;

import io.github.hybridnet.azure.http.ArmRequests;
import io.github.hybridnet.azure.http.Scrubber;
import io.github.hybridnet.azure.http.ServiceErrors;
import io.github.hybridnet.azure.operation.LongRunningOperations;
import io.github.hybridnet.engine.Call;
import io.github.hybridnet.engine.Cloud;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.GatewayViews;
import io.github.hybridnet.engine.Operation;
import io.github.hybridnet.failover.DrillCloud;
import io.github.hybridnet.failover.InsideViews;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads, writes and removes resources in Azure. */
public final class AzureCloud implements Cloud {
  private final ServiceErrors errors;
  private final ResourceReader reader;
  private final GroupMembers members;
  private final ResourceWrites writes;
  private final Removals removals;
  private final LongRequests longRequests;
  private final GatewayViews views;
  private final DrillCloud drills;
  private final InsideViews inside;
  private final RegionZones zones;

  /** A cloud behind an endpoint. */
  public AzureCloud(ArmRequests requests, LongRunningOperations operations, Scrubber scrubber) {
    SharedKeys sharedKeys = new SharedKeys(requests);
    this.errors = operations.errors();
    this.reader = new ResourceReader(requests, scrubber, sharedKeys);
    this.members = new GroupMembers(requests, reader);
    this.longRequests = new LongRequests(operations, reader);
    this.writes = new ResourceWrites(requests, longRequests, sharedKeys, reader, scrubber);
    this.removals = new Removals(requests, longRequests, reader);
    this.views = new GatewayRouting(requests, longRequests);
    this.drills =
        new DrillRequests(new ChangeRequests.Parts(requests, longRequests, scrubber), operations);
    this.inside = new NetworkWatcher(requests, longRequests);
    this.zones = new RegionZones(requests);
  }

  /**
   * The availability zones of a region; empty when Azure does not list the region.
   *
   * @throws CloudException when the list cannot be read
   */
  public Optional<List<String>> zonesOf(String subscriptionId, Region region) {
    try {
      return zones.of(subscriptionId, region);
    } catch (RuntimeException thrown) {
      throw errors.of(thrown);
    }
  }

  /** What gateways say of their routing. */
  public GatewayViews views() {
    return views;
  }

  /** What a failover drill needs beside. */
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
    return end.type() == ResourceType.VIRTUAL_NETWORK_GATEWAY
        ? reader.connectionsOf(end)
        : reader.connectionsTo(end);
  }

  @Override
  public List<String> membersOf(ResourceKey group) {
    return members.of(group);
  }

  @Override
  public ActualResource apply(Change change, Map<String, Object> body, Call call)
      throws InterruptedException {
    try {
      writes.write(change, body, call);
      return read(change.key()).orElseThrow(() -> gone(change.key()));
    } catch (RuntimeException thrown) {
      throw errors.of(thrown);
    }
  }

  @Override
  public void delete(ResourceKey key, Call call) throws InterruptedException {
    removals.remove(key, call);
  }

  @Override
  public void await(ResourceKey key, Operation operation, Duration limit)
      throws InterruptedException {
    longRequests.resume(key, operation, limit);
  }

  private static CloudException gone(ResourceKey key) {
    return new CloudException(
        CloudException.Kind.FAILED,
        "ResourceMissing",
        "The " + key + " was written, and is not there.",
        CloudException.Answer.NONE,
        null);
  }
}
