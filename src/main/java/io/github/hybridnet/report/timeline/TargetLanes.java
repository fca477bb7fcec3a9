package io.github.hybridnet.report.timeline;

import io.github.hybridnet.drill.measure.ProbeMeasurement.TargetMeasurement;
import io.github.hybridnet.drill.measure.TargetOutage;
import io.github.hybridnet.drill.probe.ProbeSample;
import io.github.hybridnet.drill.run.DrillResult.Evidence;
import io.github.hybridnet.report.timeline.Chart.Lane;
import io.github.hybridnet.report.timeline.Chart.Length;
import io.github.hybridnet.text.MeasuredValueText;
import io.github.hybridnet.text.PrintableText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Draws the targets, one below the other. */
final class TargetLanes {
  /** How much of the drawing a target takes. */
  static final int HEIGHT = 104;

  private static final int NAME = 18;
  private static final int LATENCIES = 52;
  private static final int GAP = 5;
  private static final int STATE = 13;

  /** Of all targets together; keeps the file small when there are many. */
  private static final int COLUMNS = 16_000;

  private static final int LONGEST_NAME = 120;

  private final Evidence evidence;
  private final TimeScale timeScale;
  private final Duration end;

  TargetLanes(Evidence evidence, TimeScale timeScale, Duration end) {
    this.evidence = evidence;
    this.timeScale = timeScale;
    this.end = end;
  }

  List<Lane> from(int top) {
    Map<String, TargetColumns> targets = columns();
    List<Lane> lanes = new ArrayList<>();
    for (Map.Entry<String, TargetColumns> target : targets.entrySet()) {
      lanes.add(lane(target.getKey(), target.getValue(), top + lanes.size() * HEIGHT));
    }
    return List.copyOf(lanes);
  }

  private Map<String, TargetColumns> columns() {
    Map<String, TargetColumns> targets = new TreeMap<>();
    int count = Math.max(1, evidence.targets().size());
    int columns = Math.max(100, Math.min(TimeScale.RIGHT - TimeScale.LEFT, COLUMNS / count));
    evidence
        .targets()
        .keySet()
        .forEach(name -> targets.put(name, new TargetColumns(timeScale, columns)));
    for (ProbeSample sample : evidence.samples()) {
      targets
          .computeIfAbsent(sample.target(), name -> new TargetColumns(timeScale, columns))
          .add(sample);
    }
    return targets;
  }

  private Lane lane(String name, TargetColumns columns, int y) {
    int top = y + NAME;
    int bottom = top + LATENCIES;
    long most = niceAbove(columns.longest());
    int state = bottom + GAP;
    return new Lane(
        y + NAME - 5,
        shortened(name, evidence.targets().getOrDefault(name, "")),
        top,
        bottom,
        MeasuredValueText.latency(Duration.ofNanos(most)),
        columns.latencies(top, bottom, most),
        columns.up(state + STATE - 4, 4),
        columns.down(state, STATE),
        outages(name, top),
        lengths(name, top));
  }

  private static String shortened(String name, String address) {
    String text = address.isEmpty() ? name : name + " (" + address + ")";
    return PrintableText.shortened(text, LONGEST_NAME);
  }

  private String outages(String name, int top) {
    StringBuilder path = new StringBuilder();
    double drawn = 0;
    for (TargetOutage targetOutage : of(name)) {
      double from = Math.max(drawn, timeScale.x(targetOutage.begin()));
      double to = timeScale.x(targetOutage.end().orElse(end));
      if (to > drawn + 0.5) {
        double width = Math.max(1, to - from);
        path.append('M').append(TimeScale.number(from)).append(' ').append(top);
        path.append('h').append(TimeScale.number(width)).append('v').append(LATENCIES);
        path.append("h-").append(TimeScale.number(width)).append('z');
        drawn = from + width;
      }
    }
    return path.toString();
  }

  /** Where there is room for them; all are in the table. */
  private List<Length> lengths(String name, int top) {
    List<Length> lengths = new ArrayList<>();
    for (TargetOutage targetOutage : of(name)) {
      double from = timeScale.x(targetOutage.begin());
      double to = timeScale.x(targetOutage.end().orElse(end));
      String text = MeasuredValueText.atMost(targetOutage.atMost().orElse(targetOutage.atLeast()));
      if (LabelRows.width(text) < to - from) {
        lengths.add(new Length(TimeScale.number((from + to) / 2), top + LATENCIES / 2 + 4, text));
      }
    }
    return lengths;
  }

  private List<TargetOutage> of(String name) {
    return evidence.measurement().stream()
        .flatMap(m -> m.targets().stream())
        .filter(t -> t.target().equals(name))
        .map(TargetMeasurement::outages)
        .flatMap(List::stream)
        .toList();
  }

  /** The next of 1, 2, 5, 10, 20 ... */
  private static long niceAbove(long nanos) {
    long nice = 1000;
    while (nice < nanos) {
      long leading = Long.parseLong(Long.toString(nice).substring(0, 1));
      nice = leading == 2 ? nice / 2 * 5 : nice * 2;
    }
    return nice;
  }
}
