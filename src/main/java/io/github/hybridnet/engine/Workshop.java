package io.github.hybridnet.engine;

import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.util.function.Consumer;

/** What all steps of one run of a plan work with. */
record Workshop(
    Cloud cloud, EngineOptions options, Consumer<EngineEvent> listener, GatewayTurns turns) {

  static Workshop of(Cloud cloud, EngineOptions options, Consumer<EngineEvent> listener) {
    return new Workshop(cloud, options, listener, new GatewayTurns());
  }

  Persistence persistence() {
    return new Persistence(options, listener, turns);
  }

  SettledRead resources() {
    return new SettledRead(cloud, options, listener);
  }

  /** How a request is made, so that its operation is remembered. */
  Call call(ResourceKey key, Duration limit) {
    return new Call(limit, operation -> options.journal().began(key, operation));
  }

  /** The operation on a resource, if there was one, has come to its end. */
  void ended(ResourceKey key) {
    options.journal().ended(key);
  }

  /** The step failed; unless only our waiting did, its operation has ended. */
  void ended(ResourceKey key, CloudException failure) {
    switch (failure.kind()) {
      case TIMED_OUT, UNREACHABLE, UNREADABLE, UNAUTHORIZED -> {}
      default -> ended(key);
    }
  }
}
