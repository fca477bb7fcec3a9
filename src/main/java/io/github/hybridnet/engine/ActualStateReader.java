package io.github.hybridnet.engine;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.plan.ActualState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Reads what stands, all at once. */
public final class ActualStateReader {
  private static final int READERS = 16;

  /** While one resource is waited for, others may change: then everything is read again. */
  private static final int PASSES = 3;

  private final EngineOptions options;
  private final SettledResourceReader resources;

  /** A survey of one cloud. */
  public ActualStateReader(
      CloudClient cloudClient, EngineOptions options, Consumer<EngineEvent> listener) {
    this.options = options;
    this.resources = new SettledResourceReader(cloudClient, options, listener);
  }

  /**
   * What stands of the given resources. A resource that an operation is changing is waited for: a
   * plan made from a state in between would be wrong.
   *
   * @throws CloudException when one cannot be read, or does not come to rest in the time that its
   *     type is given
   * @throws InterruptedException when the build is stopped
   */
  public ActualState read(Collection<ResourceKey> keys) throws InterruptedException {
    ActualState actualState = new ActualState(List.of());
    for (int pass = 0; pass < PASSES; pass++) {
      Instant begin = options.clock().instant();
      actualState = readAll(keys);
      if (!options.isOld(begin)) {
        return actualState;
      }
    }
    return actualState;
  }

  private ActualState readAll(Collection<ResourceKey> keys) throws InterruptedException {
    int most = Math.max(1, Math.min(READERS, keys.size()));
    try (WorkerPool readers = new WorkerPool(most, "hybridnet-read")) {
      List<Future<Optional<ActualResource>>> reads = new ArrayList<>();
      for (ResourceKey key : keys) {
        Callable<Optional<ActualResource>> read = () -> resources.read(key);
        reads.add(readers.executor().submit(read));
      }
      List<ActualResource> found = new ArrayList<>();
      for (Future<Optional<ActualResource>> read : reads) {
        WorkerPool.await(read).ifPresent(found::add);
      }
      return new ActualState(found);
    }
  }
}
