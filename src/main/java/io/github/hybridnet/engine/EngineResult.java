package io.github.hybridnet.engine;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.plan.ResourceChange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of a plan.
 *
 * @param resources what exists now, in the plan's order; only what was written or was unchanged
 * @param removed what is gone, in the order in which it went
 * @param failures what could not be written or removed
 * @param skipped what was not tried because of a failure
 * @param rollback what of the removed was made again because of a failure
 */
public record EngineResult(
    Map<ResourceChange, ActualResource> resources,
    List<ResourceKey> removed,
    Map<ResourceKey, CloudException> failures,
    List<ResourceKey> skipped,
    RollbackResult rollback) {

  /**
   * What was created again as it was.
   *
   * @param again what exists again
   * @param missing what does not, and why
   */
  public record RollbackResult(List<ResourceKey> again, Map<ResourceKey, String> missing) {
    /** Nothing had to be made again. */
    static final RollbackResult NOTHING = new RollbackResult(List.of(), Map.of());

    /** Copies the collections, which cannot be changed afterwards. */
    public RollbackResult {
      again = List.copyOf(again);
      missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
    }
  }

  /** A result in which nothing had to be made again. */
  public EngineResult(
      Map<ResourceChange, ActualResource> resources,
      List<ResourceKey> removed,
      Map<ResourceKey, CloudException> failures,
      List<ResourceKey> skipped) {
    this(resources, removed, failures, skipped, RollbackResult.NOTHING);
  }

  /** Copies the collections, which cannot be changed afterwards. */
  public EngineResult {
    resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
    removed = List.copyOf(removed);
    failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
    skipped = List.copyOf(skipped);
  }

  /** This and what a later part of the same plan came to. */
  public EngineResult and(EngineResult later) {
    Map<ResourceChange, ActualResource> all = new LinkedHashMap<>(resources);
    all.putAll(later.resources);
    Map<ResourceKey, CloudException> failed = new LinkedHashMap<>(failures);
    failed.putAll(later.failures);
    return new EngineResult(
        all,
        joined(removed, later.removed),
        failed,
        joined(skipped, later.skipped),
        later.rollback);
  }

  /** The result with what was made again; that is not gone. */
  EngineResult with(RollbackResult rollbackResult) {
    List<ResourceKey> gone =
        removed.stream().filter(key -> !rollbackResult.again().contains(key)).toList();
    return new EngineResult(resources, gone, failures, skipped, rollbackResult);
  }

  private static List<ResourceKey> joined(List<ResourceKey> first, List<ResourceKey> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /**
   * A resource as it was read when it had been written, or before the plan was made. A later read
   * may not show it: reads lag behind.
   */
  public Optional<ActualResource> find(ResourceKey key) {
    return resources.values().stream().filter(actual -> actual.key().isSame(key)).findFirst();
  }

  /** Whether everything is as declared. */
  public boolean isComplete() {
    return failures.isEmpty() && skipped.isEmpty();
  }
}
