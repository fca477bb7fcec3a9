package io.github.hybridnet.engine;

import io.github.hybridnet.arm.ResourceKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which resources have a writer; used by the engine's one coordinating thread. */
final class RunLocks {
  private final Set<String> held = new HashSet<>();

  /** Takes all of them, or none. */
  boolean tryTake(Collection<ResourceKey> keys) {
    Set<String> ids = ids(keys);
    if (ids.stream().anyMatch(held::contains)) {
      return false;
    }
    held.addAll(ids);
    return true;
  }

  void release(Collection<ResourceKey> keys) {
    held.removeAll(ids(keys));
  }

  private static Set<String> ids(Collection<ResourceKey> keys) {
    return keys.stream().map(k -> k.id().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }
}
