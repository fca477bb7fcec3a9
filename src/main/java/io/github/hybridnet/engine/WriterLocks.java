package io.github.hybridnet.engine;

import io.github.hybridnet.arm.ResourceKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Which resources have a writer, among all goals that work at the same time on one cloud, as the
 * modules of a parallel build do: Azure refuses a second writer of a circuit that two networks
 * share.
 */
public final class WriterLocks {
  private final Set<String> held = new HashSet<>();

  /** Locks that are held, until they are closed. */
  public final class Hold implements AutoCloseable {
    private final Set<String> ids;
    private final boolean waited;

    private Hold(Set<String> ids, boolean waited) {
      this.ids = ids;
      this.waited = waited;
    }

    /** Whether another goal has written one of the resources since this hold was asked for. */
    boolean waited() {
      return waited;
    }

    @Override
    public void close() {
      synchronized (WriterLocks.this) {
        held.removeAll(ids);
        WriterLocks.this.notifyAll();
      }
    }
  }

  /** Takes all of them at once; empty, and nothing taken, when one is held. */
  synchronized Optional<Hold> tryTake(Collection<ResourceKey> keys) {
    Set<String> ids = ids(keys);
    if (ids.stream().anyMatch(held::contains)) {
      return Optional.empty();
    }
    held.addAll(ids);
    return Optional.of(new Hold(ids, false));
  }

  private static Set<String> ids(Collection<ResourceKey> keys) {
    return keys.stream().map(ResourceKey::comparableId).collect(Collectors.toSet());
  }

  /**
   * Waits until no other goal writes any of the resources, and takes them all at once, so that two
   * goals cannot wait for each other.
   *
   * @param waiting called once with a resource that is waited for
   * @throws InterruptedException when the build is stopped
   */
  synchronized Hold take(Collection<ResourceKey> keys, Consumer<ResourceKey> waiting)
      throws InterruptedException {
    Set<String> ids = ids(keys);
    boolean waited = false;
    while (ids.stream().anyMatch(held::contains)) {
      if (!waited) {
        waited = true;
        keys.stream().filter(k -> held.contains(k.comparableId())).findFirst().ifPresent(waiting);
      }
      wait();
    }
    held.addAll(ids);
    return new Hold(ids, waited);
  }
}
