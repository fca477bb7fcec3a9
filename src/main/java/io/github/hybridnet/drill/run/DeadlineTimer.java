package io.github.hybridnet.drill.run;

import io.github.hybridnet.engine.process.DaemonThreadFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Does something at a time, whatever everybody else is waiting for. */
@FunctionalInterface
public interface DeadlineTimer {

  /** The timer of this machine. */
  DeadlineTimer REAL = DeadlineTimer::inRealTime;

  /** An alarm that is set. */
  interface TimerHandle extends AutoCloseable {
    /** Takes it back; on return it has rung or never will. */
    @Override
    void close();
  }

  /**
   * Starts a timer that rings once, in a thread of its own.
   *
   * @param in how long from now
   * @param ring what is done then, in another thread
   */
  TimerHandle set(Duration in, Runnable ring);

  private static TimerHandle inRealTime(Duration in, Runnable ring) {
    CountDownLatch off = new CountDownLatch(1);
    Object ringing = new Object();
    Thread thread =
        DaemonThreadFactory.thread(
            "hybridnet-alarm",
            () -> {
              try {
                boolean takenBack = off.await(in.toNanos(), TimeUnit.NANOSECONDS);
                synchronized (ringing) {
                  if (!takenBack && off.getCount() > 0) {
                    ring.run();
                  }
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.start();
    return () -> {
      synchronized (ringing) {
        off.countDown();
      }
    };
  }
}
