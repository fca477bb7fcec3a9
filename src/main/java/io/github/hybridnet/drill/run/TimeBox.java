package io.github.hybridnet.drill.run;

import java.time.Duration;

/**
 * The time that ExpressRoute may be away. When it is over, the thread of the drill is interrupted
 * in whatever it waits for, so that nothing delays the restore.
 */
final class TimeBox implements AutoCloseable {
  private final Thread drill = Thread.currentThread();
  private final DeadlineTimer.TimerHandle alarm;
  private volatile boolean over;

  TimeBox(DeadlineTimer deadlineTimer, Duration length) {
    this.alarm = deadlineTimer.set(length, this::ring);
  }

  private void ring() {
    over = true;
    drill.interrupt();
  }

  /** Whether the time is over. */
  boolean isOver() {
    return over;
  }

  @Override
  public void close() {
    alarm.close();
  }
}
