package io.github.hybridnet.azure.resource;

import com.azure.core.http.HttpResponse;
import io.github.hybridnet.azure.http.ArmRequests;
import io.github.hybridnet.azure.http.Interruptions;
import io.github.hybridnet.azure.http.Scrubber;
import io.github.hybridnet.azure.http.ServiceErrors;
import io.github.hybridnet.azure.json.Secrets;
import io.github.hybridnet.azure.operation.Accepted;
import io.github.hybridnet.azure.operation.LongRunningOperations;
import io.github.hybridnet.azure.operation.Target;
import io.github.hybridnet.azure.operation.Target.Goal;
import io.github.hybridnet.engine.Call;
import io.github.hybridnet.engine.Cloud;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.Operation;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads, writes and removes resources in Azure. */
public final class AzureCloud implements Cloud {
  private static final int NO_CONTENT = 204;

  private final ArmRequests requests;
  private final LongRunningOperations operations;
  private final ServiceErrors errors;
  private final Scrubber scrubber;
  private final SharedKeys sharedKeys;
  private final ResourceReader reader;

  /** A cloud behind an endpoint. */
  public AzureCloud(ArmRequests requests, LongRunningOperations operations, Scrubber scrubber) {
    this.requests = requests;
    this.operations = operations;
    this.errors = operations.errors();
    this.scrubber = scrubber;
    this.sharedKeys = new SharedKeys(requests);
    this.reader = new ResourceReader(requests, scrubber, sharedKeys);
  }

  @Override
  public Optional<ActualResource> read(ResourceKey key) {
    return reader.read(key);
  }

  @Override
  public List<ActualResource> connectionsOf(ResourceKey gateway) {
    return reader.connectionsOf(gateway);
  }

  @Override
  public List<String> membersOf(ResourceKey group) {
    return reader.membersOf(group);
  }

  @Override
  public void delete(ResourceKey key, Call call) throws InterruptedException {
    HttpResponse response;
    try {
      response = sent(() -> requests.delete(key.id(), ModelledTypes.of(key.type()).version()));
    } catch (CloudException refused) {
      if (ResourceReader.isAbsent(refused)) {
        return;
      }
      throw refused;
    }
    if (response.getStatusCode() != NO_CONTENT) {
      operations.await(accepted(response), target(key, Goal.GONE), call);
    }
  }

  @Override
  public void await(ResourceKey key, Operation operation, Duration limit)
      throws InterruptedException {
    operations.resume(operation, target(key, Goal.RESTS), limit);
  }

  @Override
  public ActualResource apply(Change change, Map<String, Object> body, Call call)
      throws InterruptedException {
    try {
      write(change, body, call);
      return read(change.key()).orElseThrow(() -> gone(change.key()));
    } catch (RuntimeException thrown) {
      throw errors.of(thrown);
    }
  }

  private void write(Change change, Map<String, Object> body, Call call)
      throws InterruptedException {
    if (change.key().type() == ResourceType.CONNECTION) {
      applyConnection(change, body, call);
    } else {
      ActualResource actual = change.actual();
      put(change.key(), body, actual == null ? null : actual.etag(), call);
    }
  }

  private void applyConnection(Change change, Map<String, Object> body, Call call)
      throws InterruptedException {
    ConnectionChange parts = ConnectionChange.of(change, body);
    Instant end = operations.clock().instant().plus(call.limit());
    Map<String, Object> written = parts.body();
    if (written != null) {
      put(change.key(), written, null, call);
    }
    Secret newKey = parts.newKey();
    if (newKey != null) {
      Duration left = Duration.between(operations.clock().instant(), end);
      finish(
          change.key(),
          () -> sharedKeys.set(change.key(), scrubber.remember(newKey).reveal()),
          new Call(left, call.accepted()));
    }
  }

  private void put(ResourceKey key, Map<String, Object> body, @Nullable String etag, Call call)
      throws InterruptedException {
    Map<String, Object> clear = Secrets.revealed(body, scrubber::remember);
    ModelledType<?> type = ModelledTypes.of(key.type());
    String json = type.written(key, clear);
    finish(key, () -> requests.put(key.id(), type.version(), json, etag), call);
  }

  private void finish(ResourceKey key, Supplier<HttpResponse> write, Call call)
      throws InterruptedException {
    operations.await(accepted(sent(write)), target(key, Goal.STANDS), call);
  }

  private HttpResponse sent(Supplier<HttpResponse> request) throws InterruptedException {
    try {
      return request.get();
    } catch (RuntimeException thrown) {
      Interruptions.rethrow(thrown);
      throw errors.of(thrown);
    }
  }

  private static Accepted accepted(HttpResponse response) {
    return new Accepted(response.getHeaders(), response.getBodyAsBinaryData().toString());
  }

  private Target target(ResourceKey key, Goal goal) {
    return new Target(key.toString(), () -> reader.state(key), goal);
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
