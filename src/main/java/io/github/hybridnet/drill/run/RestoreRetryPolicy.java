package io.github.hybridnet.drill.run;

import java.time.Duration;

/**
 * How long a restore is tried.
 *
 * @param transientLimit what may pass: a busy service, a lost answer, a failed operation, a
 *     rejected token
 * @param refusedLimit how long a refusal of Azure is tried again: somebody may correct a role or a
 *     lock
 * @param longestPause between two tries, unless Azure asks for more
 * @param attemptLimit how long one try may take
 * @param lateRequest how long a request may be on its way that this or another process sent before
 *     it was stopped, and how long reads may show the state before it: for so long a target that
 *     seems connected is read again
 */
public record RestoreRetryPolicy(
    Duration transientLimit,
    Duration refusedLimit,
    Duration longestPause,
    Duration attemptLimit,
    Duration lateRequest) {

  /** The policy of every restore, except in tests. */
  public static final RestoreRetryPolicy STANDARD =
      new RestoreRetryPolicy(
          Duration.ofHours(6),
          Duration.ofMinutes(5),
          Duration.ofMinutes(1),
          Duration.ofMinutes(30),
          Duration.ofMinutes(1));
}
