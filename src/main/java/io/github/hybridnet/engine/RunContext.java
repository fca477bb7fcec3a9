package io.github.hybridnet.engine;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.retry.RetryExecutor;
import io.github.hybridnet.engine.retry.WriteRetryPolicy;
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

  /**
   * Makes the attempts of a step.
   *
   * @param budget how long a busy resource may be waited for, altogether, with the attempts
   * @throws CloudException the failure that does not pass
   * @throws GatewayConflictException when the step is to be taken again later
   */
  <T> T retry(PlanStep planStep, Duration budget, RetryExecutor.Attempt<T> attempt)
      throws InterruptedException {
    RetryExecutor retries =
        new RetryExecutor(
            options.clock(),
            options.sleeper(),
            (failure, delay) -> tellRetry(planStep, failure, delay));
    return retries.until(
        new WriteRetryPolicy(planStep.comesAfterRemovals()),
        budget,
        turns.guarded(planStep, attempt));
  }

  private void tellRetry(PlanStep planStep, CloudException failure, Duration delay) {
    String reason = String.valueOf(failure.getMessage());
    listener.accept(new EngineEvent.Retrying(planStep.key(), failure.code(), reason, delay));
  }

  SettledResourceReader resources() {
    return new SettledResourceReader(cloud, options, listener);
  }

  JournaledRequests requests() {
    return new JournaledRequests(cloud, options.journal());
  }

  /** The operation on a resource, if there was one, has come to its end. */
  void ended(ResourceKey key) {
    options.journal().ended(key);
  }
}
