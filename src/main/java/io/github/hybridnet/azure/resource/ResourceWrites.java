package io.github.hybridnet.azure.resource;

import io.github.hybridnet.azure.http.ArmRequests;
import io.github.hybridnet.azure.http.Scrubber;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.azure.json.Secrets;
import io.github.hybridnet.azure.operation.Target.Goal;
import io.github.hybridnet.engine.Call;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Bodies;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes resources, each type in the way that changes nothing else. */
final class ResourceWrites {
  /**
   * Types whose tags are written alone: a write of the whole sends again what others have in it, a
   * circuit's peerings without their keys, which the service does not return.
   */
  private static final Set<ResourceType> PATCHED =
      Set.of(ResourceType.CIRCUIT, ResourceType.VIRTUAL_NETWORK);

  private static final String ADDRESS_SPACE = "properties.addressSpace.";

  private final ArmRequests requests;
  private final LongRequests longRequests;
  private final SharedKeys sharedKeys;
  private final ResourceReader reader;
  private final Scrubber scrubber;
  private final InstantSource clock;

  ResourceWrites(
      ArmRequests requests,
      LongRequests longRequests,
      SharedKeys sharedKeys,
      ResourceReader reader,
      Scrubber scrubber) {
    this.requests = requests;
    this.longRequests = longRequests;
    this.reader = reader;
    this.sharedKeys = sharedKeys;
    this.scrubber = scrubber;
    this.clock = requests.errors().clock();
  }

  void write(Change change, Map<String, Object> body, Call call) throws InterruptedException {
    ActualResource actual = change.actual();
    ResourceType type = change.key().type();
    if (type == ResourceType.CONNECTION) {
      writeConnection(change, body, call);
    } else if (PATCHED.contains(type) && change.areTagsAlone()) {
      patchTags(change.key(), body, call);
    } else if (type == ResourceType.VIRTUAL_NETWORK && actual != null) {
      writeNetwork(change, NetworkChange.of(change, actual, body), call);
    } else {
      put(change, body, call);
    }
  }

  private void patchTags(ResourceKey key, Map<String, Object> body, Call call)
      throws InterruptedException {
    String json = JsonTree.write(Map.of("tags", JsonTree.object(body, "tags")));
    longRequests.finish(
        key,
        Goal.STANDS,
        () -> requests.patch(key.id(), ModelledTypes.of(key.type()).version(), json),
        call);
  }

  private void writeNetwork(Change change, NetworkChange parts, Call call)
      throws InterruptedException {
    Instant end = clock.instant().plus(call.limit());
    Map<String, Object> written = parts.body();
    if (written != null) {
      put(change, written, call);
    }
    for (Map<String, Object> subnet : parts.subnets()) {
      putSubnet(change.key(), subnet, rest(call, end));
    }
    if (change.differences().stream().anyMatch(d -> d.path().startsWith(ADDRESS_SPACE))) {
      new PeeringSync(requests, longRequests).of(change.key(), rest(call, end));
    }
  }

  /** Over what stands at the subnet's own address now, which others may have changed. */
  private void putSubnet(ResourceKey network, Map<String, Object> subnet, Call call)
      throws InterruptedException {
    String name = network.name() + "/" + subnet.get("name");
    ResourceKey key =
        new ResourceKey(
            network.subscriptionId(), network.resourceGroup(), ResourceType.SUBNET, name);
    ActualResource actual = reader.read(key).orElse(null);
    Map<String, Object> body = actual == null ? subnet : Bodies.merge(actual.body(), subnet);
    put(key, body, actual == null ? null : actual.etag(), call);
  }

  private Call rest(Call call, Instant end) {
    return new Call(Duration.between(clock.instant(), end), call.accepted());
  }

  private void writeConnection(Change change, Map<String, Object> body, Call call)
      throws InterruptedException {
    ConnectionChange parts = ConnectionChange.of(change, body);
    Instant end = clock.instant().plus(call.limit());
    Map<String, Object> written = parts.body();
    if (written != null) {
      put(change, written, call);
    }
    Secret newKey = parts.newKey();
    if (newKey != null) {
      longRequests.finish(
          change.key(),
          Goal.SETTLES,
          () -> sharedKeys.set(change.key(), scrubber.remember(newKey).reveal()),
          rest(call, end));
    }
  }

  private void put(Change change, Map<String, Object> body, Call call) throws InterruptedException {
    ActualResource actual = change.actual();
    if (!change.desired().rules().asItStood()) {
      ModelledTypes.of(change.key().type())
          .requireKnown(change.key(), revealed(change.desired().body()));
    }
    put(change.key(), body, actual == null ? null : actual.etag(), call);
  }

  private void put(ResourceKey key, Map<String, Object> body, @Nullable String etag, Call call)
      throws InterruptedException {
    String json = JsonTree.write(revealed(body));
    longRequests.finish(
        key,
        Goal.STANDS,
        () -> requests.put(key.id(), ModelledTypes.of(key.type()).version(), json, etag),
        call);
  }

  private Map<String, Object> revealed(Map<String, Object> body) {
    return Secrets.revealed(body, scrubber::remember);
  }
}
