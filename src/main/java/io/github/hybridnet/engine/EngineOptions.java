package io.github.hybridnet.engine;

import io.github.hybridnet.engine.journal.OperationJournal;
import io.github.hybridnet.engine.retry.MonotonicClock;
import io.github.hybridnet.engine.retry.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How plans are carried out.
 *
 * @param clock measures elapsed time
 * @param sleeper waits before a retry
 * @param heartbeat how often a running write is reported
 * @param timeouts how long each kind of resource is waited for
 * @param journal remembers running operations
 * @param locks what all goals that work at the same time on the cloud share
 */
public record EngineOptions(
    InstantSource clock,
    Sleeper sleeper,
    Duration heartbeat,
    OperationTimeouts timeouts,
    OperationJournal journal,
    WriterLocks locks) {

  /** How long what was read counts as the actual state. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  /** Whether what was read then may have been changed by others since. */
  boolean isOld(Instant read) {
    return Duration.between(read, clock.instant()).compareTo(FRESH) > 0;
  }

  /** Real time, a heartbeat a minute, the usual time-outs, no journal and no other goals. */
  public static EngineOptions standard() {
    return timed(MonotonicClock.begin(), Sleeper.REAL, Duration.ofMinutes(1));
  }

  /** Another time, the usual time-outs, no journal and no other goals. */
  public static EngineOptions timed(InstantSource clock, Sleeper sleeper, Duration heartbeat) {
    return new EngineOptions(
        clock,
        sleeper,
        heartbeat,
        OperationTimeouts.standard(),
        OperationJournal.NONE,
        new WriterLocks());
  }

  /** The same with other time-outs. */
  public EngineOptions with(OperationTimeouts others) {
    return new EngineOptions(clock, sleeper, heartbeat, others, journal, locks);
  }

  /** The same with a journal. */
  public EngineOptions with(OperationJournal other) {
    return new EngineOptions(clock, sleeper, heartbeat, timeouts, other, locks);
  }

  /** The same beside other goals. */
  public EngineOptions with(WriterLocks shared) {
    return new EngineOptions(clock, sleeper, heartbeat, timeouts, journal, shared);
  }
}
