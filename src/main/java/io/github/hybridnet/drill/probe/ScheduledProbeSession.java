package io.github.hybridnet.drill.probe;

import io.github.hybridnet.drill.api.DrillTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Sends probes on a fixed schedule, several targets in turn. No probe waits for another one: each
 * runs in a thread of its own. It waits for the next probe that is due and not for a condition, so
 * that it is no {@link io.github.hybridnet.engine.retry.Poller}.
 */
public final class ScheduledProbeSession implements ProbeSession {
  private final ProbeTiming timing;
  private final DrillTime time;
  private final ProbeExecutor probeExecutor;
  private final Thread scheduler = new Thread(this::run, "hybridnet-probe-schedule");
  private final Object lock = new Object();
  private final List<TargetProbes> tracks = new ArrayList<>();
  private volatile boolean closed;

  private ScheduledProbeSession(
      List<ProbeTarget> targets, ProbeTiming timing, DrillTime time, ProbeListener listener) {
    this.timing = timing;
    this.time = time;
    this.probeExecutor = new ProbeExecutor(timing, targets.size(), time);
    Duration begin = time.now();
    for (int i = 0; i < targets.size(); i++) {
      Duration offset = timing.interval().multipliedBy(i).dividedBy(targets.size());
      ProbeSchedule probeSchedule = new ProbeSchedule(begin.plus(offset), timing.interval());
      tracks.add(new TargetProbes(targets.get(i), probeSchedule, listener));
    }
    scheduler.setDaemon(true);
  }

  /** Begins to probe all targets. Without targets none is ever up. */
  public static ScheduledProbeSession start(
      List<ProbeTarget> targets, ProbeTiming timing, DrillTime time, ProbeListener listener) {
    ScheduledProbeSession scheduledProbeSession =
        new ScheduledProbeSession(targets, timing, time, listener);
    if (!targets.isEmpty()) {
      scheduledProbeSession.scheduler.start();
    }
    return scheduledProbeSession;
  }

  private void run() {
    try {
      while (!closed) {
        tracks.forEach(this::send);
        probeExecutor.cutOff();
        await(nextDue());
      }
    } catch (InterruptedException e) {
      // Nobody but close() interrupts this thread, and it is about to end.
      Thread.currentThread().interrupt();
    }
  }

  private Duration nextDue() {
    synchronized (lock) {
      return tracks.stream()
          .map(targetProbes -> targetProbes.schedule().due())
          .min(Comparator.naturalOrder())
          .orElseThrow();
    }
  }

  /** Sleeps whole milliseconds, a part of one too long rather than too short. */
  private void await(Duration due) throws InterruptedException {
    long nanos = due.minus(time.now()).toNanos();
    if (nanos > 0) {
      time.sleeper().sleep(Duration.ofMillis((nanos + 999_999) / 1_000_000));
    }
  }

  private void send(TargetProbes targetProbes) {
    long number;
    synchronized (lock) {
      OptionalLong turn = targetProbes.schedule().take(time.now());
      if (turn.isEmpty()) {
        return;
      }
      number = turn.getAsLong();
      targetProbes.begun(number);
    }
    if (!probeExecutor.send(
        targetProbes.target(), number, sample -> ended(targetProbes, number, sample))) {
      synchronized (lock) {
        targetProbes.notSent(number);
      }
    }
  }

  private void ended(TargetProbes targetProbes, long number, Optional<ProbeSample> sample) {
    synchronized (lock) {
      sample.ifPresentOrElse(targetProbes::ended, () -> targetProbes.abandoned(number));
    }
  }

  @Override
  public List<ProbeTarget> targets() {
    return tracks.stream().map(TargetProbes::target).toList();
  }

  @Override
  public boolean allUp(Duration since, int probes) {
    synchronized (lock) {
      return !tracks.isEmpty()
          && tracks.stream().allMatch(targetProbes -> targetProbes.isUp(since, probes));
    }
  }

  @Override
  public List<ProbeSample> newest() {
    synchronized (lock) {
      return tracks.stream().flatMap(targetProbes -> targetProbes.newest().stream()).toList();
    }
  }

  @Override
  public ProbeSnapshot snapshot() {
    synchronized (lock) {
      Map<String, Long> missed = new LinkedHashMap<>();
      List<ProbeSample> samples = new ArrayList<>();
      for (TargetProbes targetProbes : tracks) {
        missed.put(targetProbes.target().name(), targetProbes.schedule().missed());
        samples.addAll(targetProbes.judged());
      }
      samples.sort(Comparator.comparing(ProbeSample::at));
      List<String> names =
          tracks.stream().map(targetProbes -> targetProbes.target().name()).toList();
      return new ProbeSnapshot(timing, names, samples, missed);
    }
  }

  @Override
  public void close() {
    closed = true;
    scheduler.interrupt();
    probeExecutor.close();
  }
}
