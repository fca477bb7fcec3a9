package io.github.hybridnet.engine;

import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Reads what stands, all at once. */
public final class Survey {
  /** States in which an operation, ours or another's, is still changing a resource. */
  private static final Set<String> UNSETTLED = Set.of("updating", "creating", "deleting");

  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int READERS = 8;

  private final Cloud cloud;
  private final EngineOptions options;
  private final Consumer<EngineEvent> listener;

  /** A survey of one cloud. */
  public Survey(Cloud cloud, EngineOptions options, Consumer<EngineEvent> listener) {
    this.cloud = cloud;
    this.options = options;
    this.listener = listener;
  }

  /**
   * What stands of the given resources. A resource that an operation is changing is waited for: a
   * plan made from a state in between would be wrong.
   *
   * @throws CloudException when one cannot be read, or does not come to rest in the time that its
   *     type is given
   * @throws InterruptedException when the build is stopped
   */
  public Map<ResourceKey, ActualResource> read(Collection<ResourceKey> keys)
      throws InterruptedException {
    ExecutorService readers =
        Executors.newFixedThreadPool(Math.max(1, Math.min(READERS, keys.size())));
    try {
      Map<ResourceKey, Future<Optional<ActualResource>>> reads = new LinkedHashMap<>();
      for (ResourceKey key : keys) {
        Callable<Optional<ActualResource>> read = () -> settled(key);
        reads.put(key, readers.submit(read));
      }
      Map<ResourceKey, ActualResource> found = new LinkedHashMap<>();
      for (Map.Entry<ResourceKey, Future<Optional<ActualResource>>> read : reads.entrySet()) {
        result(read.getValue()).ifPresent(actual -> found.put(read.getKey(), actual));
      }
      return found;
    } finally {
      readers.shutdownNow();
    }
  }

  private Optional<ActualResource> settled(ResourceKey key) throws InterruptedException {
    Instant begin = options.clock().instant();
    boolean told = false;
    while (true) {
      Optional<ActualResource> actual = cloud.read(key);
      String state = actual.map(ActualResource::provisioningState).orElse("");
      if (!UNSETTLED.contains(state.toLowerCase(Locale.ROOT))) {
        return actual;
      }
      Duration waited = Duration.between(begin, options.clock().instant());
      if (waited.compareTo(EngineOptions.limit(key.type())) > 0) {
        throw new CloudException(
            CloudException.Kind.TIMED_OUT,
            "StillUpdating",
            "The " + key + " is still " + state + " after " + waited.toMinutes() + " minutes.",
            CloudException.Answer.NONE,
            null);
      }
      if (!told) {
        listener.accept(new EngineEvent.WaitingForOther(key, state));
        told = true;
      }
      options.sleeper().sleep(PAUSE);
    }
  }

  private static Optional<ActualResource> result(Future<Optional<ActualResource>> read)
      throws InterruptedException {
    try {
      return read.get();
    } catch (ExecutionException e) {
      throw Unwrapped.of(e);
    }
  }
}
