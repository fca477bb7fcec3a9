package io.github.hybridnet.failover;

import io.github.hybridnet.failover.DrillEvent.Kind;
import io.github.hybridnet.failover.Marks.Mark;
import io.github.hybridnet.failover.gate.PathReading;
import io.github.hybridnet.failover.probe.ProbeListener;
import io.github.hybridnet.failover.probe.ProbeSample;
import io.github.hybridnet.failover.probe.ProbeTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What happens in one drill, as it happens. Probes report from other threads. */
final class Logbook implements ProbeListener {
  private final DrillTime time;
  private final Consumer<DrillEvent> listener;
  private final List<DrillEvent> events = new ArrayList<>();
  private final List<PathReading> readings = new ArrayList<>();
  private final List<Verdict.Finding> findings = new ArrayList<>();
  private final Map<String, Duration> down = new TreeMap<>();
  private final List<Loss> losses = new ArrayList<>();
  private Marks marks = Marks.none();
  private Step step = Step.PREFLIGHT;

  /** A time in which a target was not reached. */
  private record Loss(Duration from, Duration to) {
    Duration since(Duration moment) {
      return to.minus(from.compareTo(moment) < 0 ? moment : from);
    }
  }

  Logbook(DrillTime time, Consumer<DrillEvent> listener) {
    this.time = time;
    this.listener = Tolerant.of(listener);
  }

  DrillTime time() {
    return time;
  }

  void begin(Step next, String text) {
    synchronized (this) {
      step = next;
    }
    tell(Kind.STEP, text);
  }

  void info(String text) {
    tell(Kind.INFO, text);
  }

  void warn(String text) {
    tell(Kind.WARNING, text);
  }

  /** Something that fails the drill. */
  void fail(String code, String text, String fix) {
    note(new Verdict.Finding(code, text, fix));
    tell(Kind.FAILURE, code + ": " + text);
  }

  /** Something that the verdict has to say. */
  synchronized void note(Verdict.Finding finding) {
    findings.add(finding);
  }

  void tell(Kind kind, String text) {
    DrillEvent event;
    synchronized (this) {
      event = new DrillEvent(time.now(), step, kind, text);
      events.add(event);
    }
    listener.accept(event);
  }

  @Override
  public void down(ProbeTarget target, ProbeSample first) {
    synchronized (this) {
      down.put(target.name(), time.now());
    }
    tell(Kind.PROBE_DOWN, target.name() + " is not reached: " + first.detail());
  }

  @Override
  public void up(ProbeTarget target, ProbeSample first) {
    synchronized (this) {
      Duration from = down.remove(target.name());
      if (from != null) {
        losses.add(new Loss(from, time.now()));
      }
    }
    tell(Kind.PROBE_UP, target.name() + " is reached");
  }

  /**
   * The longest time since a moment in which a target was not reached. It counts from when that was
   * noticed: a probe that was under way while the machine stood still began long before.
   */
  synchronized Duration longestLoss(Duration moment) {
    Duration now = time.now();
    return Stream.concat(losses.stream(), down.values().stream().map(from -> new Loss(from, now)))
        .map(loss -> loss.since(moment))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  synchronized void add(PathReading reading) {
    readings.add(reading);
  }

  /** Marks that something is reached now. */
  void mark(Mark mark) {
    mark(mark, time.now());
  }

  synchronized void mark(Mark mark, Duration at) {
    marks = marks.with(mark, at);
  }

  synchronized Marks marks() {
    return marks;
  }

  /** When something was reached that must have been. */
  Duration at(Mark mark) {
    return marks().at(mark).orElseThrow();
  }

  synchronized List<DrillEvent> events() {
    return List.copyOf(events);
  }

  synchronized List<PathReading> readings() {
    return List.copyOf(readings);
  }

  synchronized List<Verdict.Finding> findings() {
    return List.copyOf(findings);
  }
}
