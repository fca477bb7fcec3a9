package io.github.hybridnet.azure.resource;

import com.azure.core.http.HttpResponse;
import io.github.hybridnet.azure.http.ArmRequests;
import io.github.hybridnet.azure.http.Interruptions;
import io.github.hybridnet.azure.http.Scrubber;
import io.github.hybridnet.azure.http.ServiceErrors;
import io.github.hybridnet.azure.json.Secrets;
import io.github.hybridnet.azure.operation.Accepted;
import io.github.hybridnet.azure.operation.LongRunningOperations;
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
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads and writes resources in Azure. Secrets are masked as soon as they have been read. */
public final class AzureCloud implements Cloud {
  /** Answers of 404 that do not mean that the resource is absent. */
  private static final Set<String> NOT_ABSENT =
      Set.of(
          "SubscriptionNotFound",
          "InvalidSubscriptionId",
          "InvalidResourceType",
          "InvalidResourceNamespace");

  private final ArmRequests requests;
  private final LongRunningOperations operations;
  private final ServiceErrors errors;
  private final Scrubber scrubber;
  private final SharedKeys sharedKeys;

  /** A cloud behind an endpoint. */
  public AzureCloud(ArmRequests requests, LongRunningOperations operations, Scrubber scrubber) {
    this.requests = requests;
    this.operations = operations;
    this.errors = operations.errors();
    this.scrubber = scrubber;
    this.sharedKeys = new SharedKeys(requests);
  }

  @Override
  public Optional<ActualResource> read(ResourceKey key) {
    try {
      ActualResource actual = ModelledTypes.of(key.type()).read(requests, key);
      return Optional.of(
          masked(key.type() == ResourceType.CONNECTION ? sharedKeys.completed(actual) : actual));
    } catch (RuntimeException thrown) {
      CloudException failure = errors.of(thrown);
      if (isAbsent(failure)) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /** A 404 that is no error of Azure Resource Manager comes from some other server. */
  private static boolean isAbsent(CloudException failure) {
    return failure.status() == 404
        && !failure.code().equals("Http404")
        && !NOT_ABSENT.contains(failure.code());
  }

  private ActualResource masked(ActualResource actual) {
    return new ActualResource(
        actual.key(),
        actual.etag(),
        actual.provisioningState(),
        Secrets.masked(actual.body(), scrubber::remember),
        actual.observed());
  }

  @Override
  public List<ActualResource> connectionsOf(ResourceKey gateway) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> membersOf(ResourceKey group) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void delete(ResourceKey key, Call call) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void await(ResourceKey key, Operation operation, Duration limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ActualResource apply(Change change, Map<String, Object> body, Call call)
      throws InterruptedException {
    try {
      write(change, body, call.limit());
      return read(change.key()).orElseThrow(() -> gone(change.key()));
    } catch (RuntimeException thrown) {
      throw errors.of(thrown);
    }
  }

  private void write(Change change, Map<String, Object> body, Duration limit)
      throws InterruptedException {
    if (change.key().type() == ResourceType.CONNECTION) {
      applyConnection(change, body, limit);
    } else {
      ActualResource actual = change.actual();
      put(change.key(), body, actual == null ? null : actual.etag(), limit);
    }
  }

  private void applyConnection(Change change, Map<String, Object> body, Duration limit)
      throws InterruptedException {
    ConnectionChange parts = ConnectionChange.of(change, body);
    Instant end = operations.clock().instant().plus(limit);
    Map<String, Object> written = parts.body();
    if (written != null) {
      put(change.key(), written, null, limit);
    }
    Secret newKey = parts.newKey();
    if (newKey != null) {
      Duration left = Duration.between(operations.clock().instant(), end);
      finish(
          change.key(),
          () -> sharedKeys.set(change.key(), scrubber.remember(newKey).reveal()),
          left);
    }
  }

  private void put(ResourceKey key, Map<String, Object> body, @Nullable String etag, Duration limit)
      throws InterruptedException {
    Map<String, Object> clear = Secrets.revealed(body, scrubber::remember);
    ModelledType<?> type = ModelledTypes.of(key.type());
    String json = type.written(key, clear);
    finish(key, () -> requests.put(key.id(), type.version(), json, etag), limit);
  }

  private void finish(ResourceKey key, Supplier<HttpResponse> write, Duration limit)
      throws InterruptedException {
    operations.await(begin(write), () -> state(key), key.toString(), limit);
  }

  private Accepted begin(Supplier<HttpResponse> write) throws InterruptedException {
    try {
      HttpResponse response = write.get();
      return new Accepted(response.getHeaders(), response.getBodyAsBinaryData().toString());
    } catch (RuntimeException thrown) {
      Interruptions.rethrow(thrown);
      throw errors.of(thrown);
    }
  }

  private Optional<String> state(ResourceKey key) {
    try {
      return Optional.of(ModelledTypes.of(key.type()).read(requests, key).provisioningState());
    } catch (RuntimeException thrown) {
      CloudException failure = errors.of(thrown);
      if (isAbsent(failure)) {
        return Optional.empty();
      }
      throw failure;
    }
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
