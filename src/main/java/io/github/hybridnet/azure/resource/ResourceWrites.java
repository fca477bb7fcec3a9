package io.github.hybridnet.azure.resource;

import io.github.hybridnet.azure.http.ArmRequests;
import io.github.hybridnet.azure.http.Scrubber;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.azure.json.Secrets;
import io.github.hybridnet.azure.operation.Target.Goal;
import io.github.hybridnet.engine.Call;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Writes resources, each type in the way that changes nothing else. */
final class ResourceWrites {
  private final ArmRequests requests;
  private final LongRequests longRequests;
  private final SharedKeys sharedKeys;
  private final Scrubber scrubber;
  private final InstantSource clock;

  ResourceWrites(
      ArmRequests requests, LongRequests longRequests, SharedKeys sharedKeys, Scrubber scrubber) {
    this.requests = requests;
    this.longRequests = longRequests;
    this.sharedKeys = sharedKeys;
    this.scrubber = scrubber;
    this.clock = requests.errors().clock();
  }

  void write(Change change, Map<String, Object> body, Call call) throws InterruptedException {
    if (change.key().type() == ResourceType.CONNECTION) {
      writeConnection(change, body, call);
    } else if (isCircuitsTagsAlone(change)) {
      patchTags(change.key(), body, call);
    } else {
      put(change, body, call);
    }
  }

  /**
   * A write of a circuit sends its peerings again, without their keys, which the service does not
   * return. Tags alone are not worth that.
   */
  private static boolean isCircuitsTagsAlone(Change change) {
    return change.key().type() == ResourceType.CIRCUIT
        && !change.differences().isEmpty()
        && change.differences().stream().allMatch(d -> d.path().startsWith("tags."));
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
      Duration left = Duration.between(clock.instant(), end);
      longRequests.finish(
          change.key(),
          Goal.SETTLES,
          () -> sharedKeys.set(change.key(), scrubber.remember(newKey).reveal()),
          new Call(left, call.accepted()));
    }
  }

  private void put(Change change, Map<String, Object> body, Call call) throws InterruptedException {
    ResourceKey key = change.key();
    ActualResource actual = change.actual();
    ModelledType<?> type = ModelledTypes.of(key.type());
    type.requireKnown(key, revealed(change.desired().body()));
    String json = JsonTree.write(revealed(body));
    String etag = actual == null ? null : actual.etag();
    longRequests.finish(
        key, Goal.STANDS, () -> requests.put(key.id(), type.version(), json, etag), call);
  }

  private Map<String, Object> revealed(Map<String, Object> body) {
    return Secrets.revealed(body, scrubber::remember);
  }
}
