package io.github.hybridnet.failover.probe;

import io.github.hybridnet.failover.DrillTime;
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
 * runs in a thread of its own.
 */
public final class Prober implements Probing {
  private final ProbeTiming timing;
  private final DrillTime time;
  private final Courier courier;
  private final Thread scheduler = new Thread(this::run, "hybridnet-probe-schedule");
  private final Object lock = new Object();
  private final List<Track> tracks = new ArrayList<>();
  private volatile boolean closed;

  private Prober(
      List<ProbeTarget> targets, ProbeTiming timing, DrillTime time, ProbeListener listener) {
    this.timing = timing;
    this.time = time;
    this.courier = new Courier(timing, targets.size(), time);
    Duration begin = time.now();
    for (int i = 0; i < targets.size(); i++) {
      Duration offset = timing.interval().multipliedBy(i).dividedBy(targets.size());
      Schedule schedule = new Schedule(begin.plus(offset), timing.interval());
      tracks.add(new Track(targets.get(i), schedule, listener));
    }
    scheduler.setDaemon(true);
  }

  /** Begins to probe. Without targets nothing is ever up. */
  public static Prober start(
      List<ProbeTarget> targets, ProbeTiming timing, DrillTime time, ProbeListener listener) {
    Prober prober = new Prober(targets, timing, time, listener);
    if (!targets.isEmpty()) {
      prober.scheduler.start();
    }
    return prober;
  }

  private void run() {
    try {
      while (!closed) {
        tracks.forEach(this::send);
        courier.cutOff();
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
          .map(track -> track.schedule().due())
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

  private void send(Track track) {
    long number;
    synchronized (lock) {
      OptionalLong turn = track.schedule().take(time.now());
      if (turn.isEmpty()) {
        return;
      }
      number = turn.getAsLong();
      track.begun(number);
    }
    if (!courier.send(track.target(), number, sample -> ended(track, number, sample))) {
      synchronized (lock) {
        track.notSent(number);
      }
    }
  }

  private void ended(Track track, long number, Optional<ProbeSample> sample) {
    synchronized (lock) {
      sample.ifPresentOrElse(track::ended, () -> track.abandoned(number));
    }
  }

  @Override
  public List<ProbeTarget> targets() {
    return tracks.stream().map(Track::target).toList();
  }

  @Override
  public boolean allUp(Duration since, int probes) {
    synchronized (lock) {
      return !tracks.isEmpty() && tracks.stream().allMatch(track -> track.isUp(since, probes));
    }
  }

  @Override
  public List<ProbeSample> newest() {
    synchronized (lock) {
      return tracks.stream().flatMap(track -> track.newest().stream()).toList();
    }
  }

  @Override
  public Probed snapshot() {
    synchronized (lock) {
      Map<String, Long> missed = new LinkedHashMap<>();
      List<ProbeSample> samples = new ArrayList<>();
      for (Track track : tracks) {
        missed.put(track.target().name(), track.schedule().missed());
        samples.addAll(track.judged());
      }
      samples.sort(Comparator.comparing(ProbeSample::at));
      List<String> names = tracks.stream().map(track -> track.target().name()).toList();
      return new Probed(timing, names, samples, missed);
    }
  }

  @Override
  public void close() {
    closed = true;
    scheduler.interrupt();
    courier.close();
  }
}
