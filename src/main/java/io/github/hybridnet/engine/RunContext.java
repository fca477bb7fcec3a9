package io.github.hybridnet.engine;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import java.time.Duration;
import java.util.function.Consumer;

/** What all steps of one run of a plan work with. */
record RunContext(
    CloudClient cloud,
    EngineOptions options,
    Consumer<EngineEvent> listener,
    GatewayConcurrency turns) {

  static RunContext of(
      CloudClient cloudClient, EngineOptions options, Consumer<EngineEvent> listener) {
    return new RunContext(cloudClient, options, listener, new GatewayConcurrency());
  }

  RetryExecutor persistence() {
    return new RetryExecutor(options, listener, turns);
  }

  SettledResourceReader resources() {
    return new SettledResourceReader(cloud, options, listener);
  }

  /** How a request is made, so that its operation is remembered. */
  CallOptions call(ResourceKey key, Duration limit) {
    return new CallOptions(limit, asyncOperation -> options.journal().began(key, asyncOperation));
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
