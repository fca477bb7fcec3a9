package io.github.hybridnet.azure.operation;

import java.time.Duration;
import java.util.Optional;

/**
 * What a look at an operation showed.
 *
 * @param phase how far it is
 * @param askAgainIn when the service wants to be asked again, if it says so
 */
record PollResult(Phase phase, Optional<Duration> askAgainIn) {

  enum Phase {
    RUNNING,
    DONE,
    /** The service does not know the operation; only the resource can tell. */
    LOST
  }

  static PollResult of(Phase phase) {
    return new PollResult(phase, Optional.empty());
  }
}
