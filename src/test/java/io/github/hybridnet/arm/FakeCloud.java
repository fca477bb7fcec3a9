package io.github.hybridnet.arm;

import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import io.github.hybridnet.plan.ResourceChange;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A cloud that does at once what it is told, after the failures that a test gave it. */
public final class FakeCloud implements CloudClient {
  /** What happens while a resource is written. */
  public interface Hook {
    void run(ResourceKey key) throws InterruptedException;
  }

  public final Map<ResourceKey, ActualResource> standing = new ConcurrentHashMap<>();
  public final List<ResourceKey> applied = Collections.synchronizedList(new ArrayList<>());
  public final List<ResourceKey> deleted = Collections.synchronizedList(new ArrayList<>());
  public final List<AsyncOperation> awaited = Collections.synchronizedList(new ArrayList<>());
  public final List<Map<String, Object>> bodies = Collections.synchronizedList(new ArrayList<>());

  /** What the list of a group shows although it is gone: the list lags behind. */
  public final List<ResourceKey> stillListed = Collections.synchronizedList(new ArrayList<>());

  public final Map<ResourceKey, Deque<CloudException>> failures = new HashMap<>();

  /** The operation that the service accepts for a request, or null when it answers with the end. */
  public Function<ResourceKey, @Nullable AsyncOperation> onAccept = key -> null;

  public Hook whileApplying = key -> {};
  public java.util.function.Consumer<ResourceKey> whileReading = key -> {};
  public java.util.function.Consumer<ResourceKey> whileListing = key -> {};

  public void fail(ResourceKey key, CloudException... exceptions) {
    failures.computeIfAbsent(key, k -> new ArrayDeque<>()).addAll(List.of(exceptions));
  }

  public static CloudException failure(CloudException.Kind kind, String code) {
    return new CloudException(
        kind, code, "it said " + code, new CloudException.Answer(400, "req-1", null), null);
  }

  /** The identity could not sign in anew. */
  public static CloudException signInLost() {
    return new CloudException(
        CloudException.Kind.UNAUTHORIZED,
        "SignInFailed",
        "AADSTS700024",
        CloudException.Answer.NONE,
        null);
  }

  @Override
  public Optional<ActualResource> read(ResourceKey key) {
    whileReading.accept(key);
    return Optional.ofNullable(standing.get(key));
  }

  @Override
  public List<ActualResource> connectionsOf(ResourceKey gateway) {
    whileListing.accept(gateway);
    return standing.values().stream()
        .filter(r -> r.key().type() == ResourceType.CONNECTION)
        .filter(r -> r.body().toString().contains(gateway.id()))
        .toList();
  }

  @Override
  public List<String> membersOf(ResourceKey group) {
    whileReading.accept(group);
    return Stream.concat(standing.keySet().stream(), stillListed.stream())
        .filter(k -> k.resourceGroup().equals(group.name()) && !k.equals(group))
        .map(ResourceKey::id)
        .toList();
  }

  @Override
  public void delete(ResourceKey key, CallOptions callOptions) throws InterruptedException {
    deleted.add(key);
    accept(key, callOptions);
    whileApplying.run(key);
    failIfTold(key);
    standing.remove(key);
  }

  @Override
  public void await(ResourceKey key, AsyncOperation asyncOperation, Duration limit)
      throws InterruptedException {
    awaited.add(asyncOperation);
    whileApplying.run(key);
    failIfTold(key);
  }

  private void accept(ResourceKey key, CallOptions callOptions) {
    AsyncOperation asyncOperation = onAccept.apply(key);
    if (asyncOperation != null) {
      callOptions.accepted().accept(asyncOperation);
    }
  }

  private void failIfTold(ResourceKey key) {
    Deque<CloudException> pending = failures.getOrDefault(key, new ArrayDeque<>());
    if (!pending.isEmpty()) {
      throw pending.removeFirst();
    }
  }

  @Override
  public ActualResource apply(
      ResourceChange resourceChange, Map<String, Object> body, CallOptions callOptions)
      throws InterruptedException {
    applied.add(resourceChange.key());
    bodies.add(body);
    accept(resourceChange.key(), callOptions);
    whileApplying.run(resourceChange.key());
    failIfTold(resourceChange.key());
    ActualResource actual =
        new ActualResource(resourceChange.key(), "W/\"2\"", "Succeeded", body, Map.of());
    standing.put(resourceChange.key(), actual);
    return actual;
  }
}
