package io.github.hybridnet.engine;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ErrorCode;
import io.github.hybridnet.engine.retry.RetryExecutor;

/**
 * Whether gateways are worked on at once. They are, until Azure says that one is in the way of the
 * other; from then on it is one after the other. May be used by several threads.
 */
final class GatewayConcurrency {
  private int running;
  private boolean inSeries;

  /** Takes a turn, if there is one; everything but a gateway has one at any time. */
  synchronized boolean tryTake(PlanStep planStep) {
    if (!planStep.isOnGateway()) {
      return true;
    }
    if (inSeries && running > 0) {
      return false;
    }
    running++;
    return true;
  }

  synchronized void giveBack(PlanStep planStep) {
    if (planStep.isOnGateway()) {
      running--;
    }
  }

  /**
   * The same attempt, which ends with a {@link GatewayConflictException} when the other gateway has
   * to come first.
   */
  <T> RetryExecutor.Attempt<T> guarded(PlanStep planStep, RetryExecutor.Attempt<T> attempt) {
    return number -> {
      try {
        return attempt.run(number);
      } catch (CloudException failure) {
        if (givesWay(planStep, failure)) {
          throw new GatewayConflictException(failure);
        }
        throw failure;
      }
    };
  }

  /** Whether the refusal is a reason to let the other gateway come first. */
  private synchronized boolean givesWay(PlanStep planStep, CloudException failure) {
    if (!planStep.isOnGateway()
        || inSeries
        || running < 2
        || !ErrorCode.OTHER_OPERATION.contains(failure.code())) {
      return false;
    }
    inSeries = true;
    return true;
  }
}
