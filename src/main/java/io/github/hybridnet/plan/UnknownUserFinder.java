package io.github.hybridnet.plan;

import io.github.hybridnet.arm.ChildResources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a plan removes or changes although this identity may not read who else uses it. That nobody
 * uses it is not known then.
 */
public final class UnknownUserFinder {
  private UnknownUserFinder() {}

  public static List<SideEffect> of(Plan plan, ActualState actualState) {
    Map<String, SideEffect> effects = new LinkedHashMap<>();
    Stream.concat(plan.removals().stream().map(ResourceRemoval::key), plan.sharedEnds().stream())
        .flatMap(
            key ->
                Stream.of(Optional.of(key), ChildResources.wholeOf(key)).flatMap(Optional::stream))
        .forEach(
            key ->
                actualState
                    .hidden(key)
                    .ifPresent(
                        why -> effects.put(key.comparableId(), SideEffect.unknown(key, why))));
    return List.copyOf(effects.values());
  }
}
