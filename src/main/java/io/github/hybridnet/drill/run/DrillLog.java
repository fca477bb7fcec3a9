package io.github.hybridnet.drill.run;

import io.github.hybridnet.drill.api.DrillEvent;
import io.github.hybridnet.drill.api.DrillEvent.Kind;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillMilestones;
import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.api.DrillStep;
import io.github.hybridnet.drill.api.DrillTime;
import io.github.hybridnet.drill.api.SafeListener;
import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.drill.probe.ProbeListener;
import io.github.hybridnet.drill.probe.ProbeSample;
import io.github.hybridnet.drill.probe.ProbeTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What happens in one drill, as it happens. Probes report from other threads. */
final class DrillLog implements ProbeListener {
  private final DrillTime time;
  private final Consumer<DrillEvent> listener;
  private final List<DrillEvent> events = new ArrayList<>();
  private final List<PathReading> readings = new ArrayList<>();
  private final List<DrillFinding> findings = new ArrayList<>();
  private final Map<String, Duration> down = new TreeMap<>();
  private final List<TargetLoss> losses = new ArrayList<>();
  private DrillMilestones drillMilestones = DrillMilestones.none();
  private DrillStep drillStep = DrillStep.PREFLIGHT;

  /** A time in which a target was not reached. */
  private record TargetLoss(Duration from, Duration to) {
    Duration since(Duration moment) {
      return to.minus(from.compareTo(moment) < 0 ? moment : from);
    }
  }

  DrillLog(DrillTime time, Consumer<DrillEvent> listener) {
    this.time = time;
    this.listener = SafeListener.of(listener);
  }

  DrillTime time() {
    return time;
  }

  void begin(DrillStep next, String text) {
    synchronized (this) {
      drillStep = next;
    }
    record(Kind.STEP, text);
  }

  void info(String text) {
    record(Kind.INFO, text);
  }

  void warn(String text) {
    record(Kind.WARNING, text);
  }

  /** Something that fails the drill. */
  void fail(DrillFinding finding) {
    note(finding);
    record(Kind.FAILURE, finding.code() + ": " + finding.text());
  }

  /** Something to know that does not fail the drill, with what to do about it. */
  void warn(DrillFinding finding) {
    warn(finding.withFix());
  }

  /** Something that the verdict has to say. */
  synchronized void note(DrillFinding drillFinding) {
    findings.add(drillFinding);
  }

  void record(Kind kind, String text) {
    DrillEvent event;
    synchronized (this) {
      event = new DrillEvent(time.now(), drillStep, kind, text);
      events.add(event);
    }
    listener.accept(event);
  }

  @Override
  public void down(ProbeTarget target, ProbeSample first) {
    synchronized (this) {
      down.put(target.name(), time.now());
    }
    record(Kind.PROBE_DOWN, "'" + target.name() + "' is not reached: " + first.detail());
  }

  @Override
  public void up(ProbeTarget target, ProbeSample first) {
    synchronized (this) {
      Duration from = down.remove(target.name());
      if (from != null) {
        losses.add(new TargetLoss(from, time.now()));
      }
    }
    record(Kind.PROBE_UP, "'" + target.name() + "' is reached");
  }

  /**
   * The longest time since a moment in which a target was not reached. It counts from when that was
   * noticed: a probe that was under way while the machine stood still began long before.
   */
  synchronized Duration longestLoss(Duration moment) {
    Duration now = time.now();
    return Stream.concat(
            losses.stream(), down.values().stream().map(from -> new TargetLoss(from, now)))
        .map(targetLoss -> targetLoss.since(moment))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  synchronized void add(PathReading reading) {
    readings.add(reading);
  }

  /** Marks that something is reached now. */
  void mark(Milestone milestone) {
    mark(milestone, time.now());
  }

  synchronized void mark(Milestone milestone, Duration at) {
    drillMilestones = drillMilestones.with(milestone, at);
  }

  synchronized DrillMilestones milestones() {
    return drillMilestones;
  }

  /** When something was reached that must have been. */
  Duration at(Milestone milestone) {
    return milestones().at(milestone).orElseThrow();
  }

  synchronized List<DrillEvent> events() {
    return List.copyOf(events);
  }

  synchronized List<PathReading> readings() {
    return List.copyOf(readings);
  }

  synchronized List<DrillFinding> findings() {
    return List.copyOf(findings);
  }
}
