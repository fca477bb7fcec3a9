package io.github.hybridnet.azure.operation;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.azure.operation.OperationTarget.ExpectedOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds out when an operation has ended without saying so: some report that they run for ever,
 * although the resource has long been ready. Only a resource that was seen ready for minutes
 * counts, as a resource shows {@code Updating} while its operation runs.
 */
final class StuckOperationDetector {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final OperationTarget operationTarget;
  private Instant nextLook;
  private boolean wasReady;

  StuckOperationDetector(OperationTarget operationTarget, Instant begin) {
    this.operationTarget = operationTarget;
    this.nextLook = begin.plus(PATIENCE);
  }

  /** Whether the resource was ready at two polls that are minutes apart. */
  boolean isOverAt(Instant now) {
    if (now.isBefore(nextLook)) {
      return false;
    }
    nextLook = now.plus(PATIENCE);
    boolean ready = isReady();
    boolean over = ready && wasReady;
    wasReady = ready;
    return over;
  }

  private boolean isReady() {
    try {
      Optional<String> state = operationTarget.state();
      return operationTarget.expected() == ExpectedOutcome.DELETED
          ? state.isEmpty()
          : state.filter("Succeeded"::equalsIgnoreCase).isPresent();
    } catch (CloudException unknown) {
      return false;
    }
  }
}
