package io.github.hybridnet.maven.goal;

import io.github.hybridnet.engine.Cloud;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.Glance;
import io.github.hybridnet.engine.Glance.Sight;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.Removal;
import io.github.hybridnet.plan.ResourceKey;
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
 * What stands after something failed, by reading it: what failed may stand all the same, and what
 * succeeded may be gone.
 *
 * @param states what stands, each with what is to be said of its state, or with an empty text
 */
record Remains(Map<ResourceKey, String> states) {
  private static final Duration WITHIN = Duration.ofMinutes(2);

  /** What stands of everything that a plan was about. */
  static Remains of(Cloud cloud, Plan plan) throws InterruptedException {
    Set<ResourceKey> keys = new LinkedHashSet<>();
    plan.changes().stream().map(Change::key).forEach(keys::add);
    plan.removals().stream().map(Removal::key).forEach(keys::add);
    return of(cloud, keys);
  }

  /** What stands of these. */
  static Remains of(Cloud cloud, Collection<ResourceKey> keys) throws InterruptedException {
    Map<ResourceKey, String> states = new LinkedHashMap<>();
    Map<ResourceKey, Sight<Optional<ActualResource>>> seen = Glance.at(keys, cloud::read, WITHIN);
    seen.forEach(
        (key, sight) -> {
          CloudException failure = sight.failure();
          Optional<ActualResource> found = sight.value();
          if (failure != null) {
            states.put(key, "cannot be read: " + failure.code());
          } else if (found != null) {
            found.map(ActualResource::provisioningState).ifPresent(s -> states.put(key, told(s)));
          }
        });
    return new Remains(states);
  }

  private static String told(String state) {
    return state.equalsIgnoreCase("Succeeded") ? "" : state;
  }

  Stream<ResourceKey> keys() {
    return states.keySet().stream();
  }

  /** Each with its state, where that is not the usual one. */
  List<String> texts() {
    return states.entrySet().stream()
        .map(e -> e.getKey() + (e.getValue().isEmpty() ? "" : " (" + e.getValue() + ")"))
        .toList();
  }
}
