package io.github.hybridnet.azure.operation;

import io.github.hybridnet.azure.operation.Target.Goal;
import io.github.hybridnet.engine.CloudException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells when an operation has ended without saying so: some report that they run for ever, although
 * the resource has long been ready. Only a resource that was seen ready for minutes counts, as a
 * resource shows {@code Updating} while its operation runs.
 */
final class StuckOperation {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Target target;
  private Instant nextLook;
  private boolean wasReady;

  StuckOperation(Target target, Instant begin) {
    this.target = target;
    this.nextLook = begin.plus(PATIENCE);
  }

  /** Whether the resource was ready at two looks, minutes apart. */
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
      Optional<String> state = target.state();
      return target.goal() == Goal.GONE
          ? state.isEmpty()
          : state.filter("Succeeded"::equalsIgnoreCase).isPresent();
    } catch (CloudException unknown) {
      return false;
    }
  }
}
