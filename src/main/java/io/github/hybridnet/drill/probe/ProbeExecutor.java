package io.github.hybridnet.drill.probe;

import io.github.hybridnet.drill.api.DrillTime;
import io.github.hybridnet.drill.probe.Probe.ProbeAnswer;
import io.github.hybridnet.engine.process.DaemonThreadFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs each probe in a thread of its own, and cuts off those that do not end. */
final class ProbeExecutor implements AutoCloseable {
  private static final Duration LONGEST_END = Duration.ofSeconds(4);
  private static final long IDLE_SECONDS = 10;

  private final ProbeTiming timing;
  private final DrillTime time;
  private final ThreadPoolExecutor threads;
  private final Map<Future<?>, Duration> underWay = new ConcurrentHashMap<>();
  private volatile boolean closing;

  ProbeExecutor(ProbeTiming timing, int targets, DrillTime time) {
    this.timing = timing;
    this.time = time;
    this.threads =
        new ThreadPoolExecutor(
            0,
            Math.max(1, timing.atOnce() * targets),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            new DaemonThreadFactory("hybridnet-probe"));
  }

  /**
   * Sends a probe in a thread of its own.
   *
   * @param end gets the sample; empty if the probe was given up because the session ends
   * @return whether there was a thread for it
   */
  boolean send(ProbeTarget target, long number, Consumer<Optional<ProbeSample>> end) {
    FutureTask<?> task = new FutureTask<>(() -> end.accept(ask(target, number)), null);
    underWay.put(task, time.now());
    try {
      threads.execute(
          () -> {
            task.run();
            underWay.remove(task);
          });
      return true;
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      // Of threads; the machine may have them again later.
      underWay.remove(task);
      return false;
    }
  }

  private Optional<ProbeSample> ask(ProbeTarget target, long number) {
    Duration at = time.now();
    ProbeAnswer probeAnswer;
    try {
      probeAnswer = target.probe().ask(timing.timeout());
    } catch (InterruptedException e) {
      if (closing) {
        return Optional.empty();
      }
      probeAnswer = ProbeAnswer.down(ProbeFailureText.noAnswer(timing.timeout()));
    } catch (RuntimeException e) {
      probeAnswer = ProbeAnswer.down(ProbeFailureText.broken(e));
    }
    Duration took = time.now().minus(at);
    if (probeAnswer.ok() && took.compareTo(timing.timeout()) > 0) {
      probeAnswer = ProbeAnswer.down(ProbeFailureText.late(took));
    }
    return Optional.of(
        new ProbeSample(target.name(), number, at, took, probeAnswer.ok(), probeAnswer.detail()));
  }

  /** Ends the probes that should have ended by themselves. */
  void cutOff() {
    Duration latest = time.now().minus(timing.timeout()).minus(ProbeTiming.GRACE);
    underWay.forEach(
        (task, since) -> {
          if (since.compareTo(latest) < 0) {
            task.cancel(true);
          }
        });
  }

  /** Waits for what is under way, not much longer than its time-out, and ends the rest. */
  @Override
  public void close() {
    threads.shutdown();
    Duration wait = timing.timeout().plus(ProbeTiming.GRACE);
    boolean interrupted = Thread.interrupted();
    interrupted |= await(wait.compareTo(LONGEST_END) > 0 ? LONGEST_END : wait);
    closing = true;
    threads.shutdownNow();
    interrupted |= await(Duration.ofSeconds(1));
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the session asked this thread to end. */
  private boolean await(Duration most) {
    try {
      var unused = threads.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS);
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }
}
