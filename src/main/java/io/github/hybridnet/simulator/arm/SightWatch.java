package io.github.hybridnet.simulator.arm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Finds out what modules see otherwise than before. */
final class SightWatch {
  private final List<Function<World, List<Sight>>> viewers;
  private Map<String, Sight> seen = Map.of();

  SightWatch(List<Function<World, List<Sight>>> viewers) {
    this.viewers = viewers;
  }

  /** Looks at all, and reports what became different. */
  void look(World world, Consumer<StateChange> listener) {
    Map<String, Sight> now = new LinkedHashMap<>();
    viewers.forEach(viewer -> viewer.apply(world).forEach(each -> now.put(each.key(), each)));
    seen.forEach(
        (key, sight) -> {
          if (!now.containsKey(key)) {
            compare(sight, sight.now(), sight.absent(), world, listener);
          }
        });
    now.forEach(
        (key, sight) -> {
          Sight before = seen.get(key);
          Sight.View view = before == null ? sight.absent() : before.now();
          compare(sight, view, sight.now(), world, listener);
        });
    seen = now;
  }

  private static void compare(
      Sight sight,
      Sight.View before,
      Sight.View after,
      World world,
      Consumer<StateChange> listener) {
    if (!before.equals(after)) {
      listener.accept(
          new StateChange(
              world.now(),
              sight.kind(),
              sight.subject(),
              before.state(),
              after.state(),
              after.details()));
    }
  }
}
