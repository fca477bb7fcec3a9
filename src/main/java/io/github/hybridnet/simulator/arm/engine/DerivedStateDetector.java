package io.github.hybridnet.simulator.arm.engine;

import io.github.hybridnet.simulator.arm.DerivedState;
import io.github.hybridnet.simulator.arm.StateChange;
import io.github.hybridnet.simulator.arm.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Finds derived states that have changed. */
final class DerivedStateDetector {
  private final List<Function<World, List<DerivedState>>> derivedStates;
  private Map<String, DerivedState> seen = Map.of();

  DerivedStateDetector(List<Function<World, List<DerivedState>>> derivedStates) {
    this.derivedStates = derivedStates;
  }

  /** Computes all derived states, and reports those that have changed. */
  void look(World world, Consumer<StateChange> listener) {
    Map<String, DerivedState> now = new LinkedHashMap<>();
    derivedStates.forEach(viewer -> viewer.apply(world).forEach(each -> now.put(each.key(), each)));
    seen.forEach(
        (key, derivedState) -> {
          if (!now.containsKey(key)) {
            compare(derivedState, derivedState.now(), derivedState.absent(), world, listener);
          }
        });
    now.forEach(
        (key, derivedState) -> {
          DerivedState before = seen.get(key);
          DerivedState.DerivedValue derivedValue =
              before == null ? derivedState.absent() : before.now();
          compare(derivedState, derivedValue, derivedState.now(), world, listener);
        });
    seen = now;
  }

  private static void compare(
      DerivedState derivedState,
      DerivedState.DerivedValue before,
      DerivedState.DerivedValue after,
      World world,
      Consumer<StateChange> listener) {
    if (!before.equals(after)) {
      listener.accept(
          new StateChange(
              world.now(),
              derivedState.kind(),
              derivedState.subject(),
              before.state(),
              after.state(),
              after.details()));
    }
  }
}
