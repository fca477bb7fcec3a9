package io.github.hybridnet.app;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.engine.ParallelReader;
import io.github.hybridnet.engine.ParallelReader.ReadResult;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.ResourceRemoval;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The resources that exist after a failure. They are read again: a failed resource may exist, and a
 * successful one may be gone.
 *
 * @param states the existing resources, each with its state if that is unusual, else with an empty
 *     text
 */
public record RemainingResources(Map<ResourceKey, String> states) {
  private static final Duration WITHIN = Duration.ofMinutes(2);

  /** The existing resources among those of a plan. */
  public static RemainingResources of(CloudClient cloudClient, Plan plan)
      throws InterruptedException {
    Set<ResourceKey> keys = new LinkedHashSet<>();
    plan.changes().stream().map(ResourceChange::key).forEach(keys::add);
    plan.removals().stream().map(ResourceRemoval::key).forEach(keys::add);
    return of(cloudClient, keys);
  }

  /** The existing resources among these. */
  public static RemainingResources of(CloudClient cloudClient, Collection<ResourceKey> keys)
      throws InterruptedException {
    Map<ResourceKey, String> states = new LinkedHashMap<>();
    Map<ResourceKey, ReadResult<Optional<ActualResource>>> seen =
        ParallelReader.at(keys, cloudClient::read, WITHIN);
    seen.forEach(
        (key, readResult) -> {
          CloudException failure = readResult.failure();
          Optional<ActualResource> found = readResult.value();
          if (failure != null) {
            states.put(key, "cannot be read: " + failure.code());
          } else if (found != null) {
            found
                .map(ActualResource::provisioningState)
                .ifPresent(s -> states.put(key, unusual(s)));
          }
        });
    return new RemainingResources(states);
  }

  /** The state, or an empty text if it is the usual one. */
  private static String unusual(String state) {
    return state.equalsIgnoreCase("Succeeded") ? "" : state;
  }

  public Stream<ResourceKey> keys() {
    return states.keySet().stream();
  }

  /** Each with its state, where that is not the usual one. */
  public List<String> texts() {
    return states.entrySet().stream()
        .map(e -> e.getKey() + (e.getValue().isEmpty() ? "" : " (" + e.getValue() + ")"))
        .toList();
  }
}
