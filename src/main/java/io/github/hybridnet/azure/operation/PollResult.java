package io.github.hybridnet.azure.operation;

import java.time.Duration;
import java.util.Optional;

/**
 * The result of one poll of an operation.
 *
 * @param phase how far it is
 * @param askAgainIn when the service wants to be asked again, if it says so
 */
record PollResult(Phase phase, Optional<Duration> askAgainIn) {

  enum Phase {
    RUNNING,
    DONE,
    /** The service does not know the operation; the resource decides. */
    LOST
  }

  static PollResult of(Phase phase) {
    return new PollResult(phase, Optional.empty());
  }
}
