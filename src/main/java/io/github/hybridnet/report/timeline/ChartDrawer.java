package io.github.hybridnet.report.timeline;

import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.path.TrafficCarrier;
import io.github.hybridnet.drill.run.DrillResult;
import io.github.hybridnet.report.timeline.Chart.Axis;
import io.github.hybridnet.report.timeline.Chart.Band;
import io.github.hybridnet.report.timeline.Chart.Carriers;
import io.github.hybridnet.report.timeline.Chart.Flag;
import io.github.hybridnet.report.timeline.Chart.Lane;
import io.github.hybridnet.report.timeline.Chart.Segment;
import io.github.hybridnet.text.MeasuredValueText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws a drill: steps, marks, who carried the traffic, and the targets, over time. */
public final class ChartDrawer {
  private static final int BANDS = 22;
  private static final int ROW = 14;
  private static final int CARRIERS = 34;

  private final DrillResult result;
  private final Duration end;
  private final TimeScale timeScale;

  private ChartDrawer(DrillResult result) {
    this.result = result;
    this.end = StepSpan.end(result);
    this.timeScale = new TimeScale(end);
  }

  /** The drawing of a drill. */
  public static Chart draw(DrillResult result) {
    return new ChartDrawer(result).draw();
  }

  private Chart draw() {
    LabelRows rows = new LabelRows();
    List<Flag> flags = flags(rows);
    int top = BANDS + rows.rows() * ROW + 8;
    Carriers carriers = carriers(top);
    int lanesTop = top + (carriers.present() ? CARRIERS : 0);
    List<Lane> lanes = new TargetLanes(result.evidence(), timeScale, end).from(lanesTop);
    int bottom = lanesTop + lanes.size() * TargetLanes.HEIGHT;
    return new Chart(
        bottom + 24,
        description(),
        bands(),
        flags,
        carriers,
        lanes,
        new Axis(bottom, bottom + 15, timeScale.ticks()));
  }

  private String description() {
    String targets =
        String.join(", ", result.evidence().targets().keySet().stream().sorted().toList());
    return "The drill from left to right, "
        + MeasuredValueText.span(end)
        + " in all: its steps as bands, milestones as lines, the path of the traffic"
        + (targets.isEmpty() ? "." : ", and latency, outages and failed probes of " + targets + ".")
        + " The tables below have the same values.";
  }

  private List<Band> bands() {
    List<Band> bands = new ArrayList<>();
    for (StepSpan span : StepSpan.of(result)) {
      double from = timeScale.x(span.begin());
      double to = timeScale.x(span.end());
      String number = Integer.toString(bands.size() + 1);
      String name = span.step().label();
      bands.add(
          new Band(
              TimeScale.number(from),
              TimeScale.number(to - from),
              bands.size() % 2 == 0 ? "0.16" : "0.06",
              fitting(to - from, number + " " + name, number),
              TimeScale.number((from + to) / 2),
              name + ", " + MeasuredValueText.span(span.length())));
    }
    return List.copyOf(bands);
  }

  private static String fitting(double room, String text, String shorter) {
    if (LabelRows.width(text) < room) {
      return text;
    }
    return LabelRows.width(shorter) < room ? shorter : "";
  }

  private List<Flag> flags(LabelRows rows) {
    List<Flag> flags = new ArrayList<>();
    for (Milestone milestone : Milestone.values()) {
      Optional<Duration> at = result.milestones().at(milestone);
      if (at.isPresent() && milestone != Milestone.BASELINE && milestone != Milestone.END) {
        flags.add(flag(milestone, at.get(), rows));
      }
    }
    return List.copyOf(flags);
  }

  private Flag flag(Milestone milestone, Duration at, LabelRows rows) {
    String label = milestone.label() + " " + MeasuredValueText.at(at);
    double x = timeScale.x(at);
    double width = LabelRows.width(label) + 4;
    boolean fitsRight = x + width < TimeScale.RIGHT;
    int row = rows.row(fitsRight ? x : x - width, label);
    return new Flag(
        TimeScale.number(x),
        BANDS + (row + 1) * ROW,
        label,
        TimeScale.number(fitsRight ? x + 4 : x - 4),
        fitsRight ? "start" : "end",
        label);
  }

  private Carriers carriers(int top) {
    List<Segment> segments = new ArrayList<>();
    for (PathSpan span : PathSpan.of(result.evidence().readings(), end)) {
      double from = timeScale.x(span.begin());
      double to = timeScale.x(span.end());
      segments.add(
          new Segment(
              TimeScale.number(from),
              TimeScale.number(Math.max(2, to - from)),
              span.carrier() == TrafficCarrier.EXPRESS_ROUTE,
              span.carrier() == TrafficCarrier.VPN,
              span.carrier() == TrafficCarrier.NONE || span.carrier() == TrafficCarrier.UNKNOWN,
              fitting(to - from, span.carrier().label(), ""),
              TimeScale.number((from + to) / 2)));
    }
    return new Carriers(top, top + 14, !segments.isEmpty(), List.copyOf(segments));
  }
}
