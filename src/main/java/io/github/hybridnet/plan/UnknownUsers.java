package io.github.hybridnet.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a plan removes or changes although this identity may not read who else uses it. That nobody
 * uses it is not known then.
 */
final class UnknownUsers {
  private UnknownUsers() {}

  static List<Effect> of(Plan plan, Standing standing) {
    Map<String, Effect> effects = new LinkedHashMap<>();
    Stream.concat(plan.removals().stream().map(Removal::key), plan.sharedEnds().stream())
        .flatMap(key -> Stream.of(Optional.of(key), Parts.wholeOf(key)).flatMap(Optional::stream))
        .forEach(
            key ->
                standing
                    .hidden(key)
                    .ifPresent(why -> effects.put(key.comparableId(), Effect.unknown(key, why))));
    return List.copyOf(effects.values());
  }
}
