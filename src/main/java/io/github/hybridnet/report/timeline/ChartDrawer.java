package io.github.hybridnet.report.timeline;

import io.github.hybridnet.failover.DrillResult;
import io.github.hybridnet.failover.Marks.Mark;
import io.github.hybridnet.failover.TimeText;
import io.github.hybridnet.report.timeline.Chart.Axis;
import io.github.hybridnet.report.timeline.Chart.Band;
import io.github.hybridnet.report.timeline.Chart.Carriers;
import io.github.hybridnet.report.timeline.Chart.Flag;
import io.github.hybridnet.report.timeline.Chart.Lane;
import io.github.hybridnet.report.timeline.Chart.Segment;
import io.github.hybridnet.report.timeline.PathSpan.Carrier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws a drill: steps, marks, who carried the traffic, and the targets, over time. */
public final class ChartDrawer {
  private static final int BANDS = 22;
  private static final int ROW = 14;
  private static final int CARRIERS = 34;

  private final DrillResult result;
  private final Duration end;
  private final Scale scale;

  private ChartDrawer(DrillResult result) {
    this.result = result;
    this.end = StepSpan.end(result);
    this.scale = new Scale(end);
  }

  /** The drawing of a drill. */
  public static Chart draw(DrillResult result) {
    return new ChartDrawer(result).draw();
  }

  private Chart draw() {
    Labels rows = new Labels();
    List<Flag> flags = flags(rows);
    int top = BANDS + rows.rows() * ROW + 8;
    Carriers carriers = carriers(top);
    int lanesTop = top + (carriers.present() ? CARRIERS : 0);
    List<Lane> lanes = new Lanes(result.evidence(), scale, end).from(lanesTop);
    int bottom = lanesTop + lanes.size() * Lanes.HEIGHT;
    return new Chart(
        bottom + 24,
        description(),
        bands(),
        flags,
        carriers,
        lanes,
        new Axis(bottom, bottom + 15, scale.ticks()));
  }

  private String description() {
    String targets =
        String.join(", ", result.evidence().targets().keySet().stream().sorted().toList());
    return "The drill from left to right, "
        + TimeText.span(end)
        + " in all: its steps as bands, what was reached as lines, who carried the traffic"
        + (targets.isEmpty() ? "." : ", and latency, outages and failed probes of " + targets + ".")
        + " The tables below hold the same.";
  }

  private List<Band> bands() {
    List<Band> bands = new ArrayList<>();
    for (StepSpan span : StepSpan.of(result)) {
      double from = scale.x(span.begin());
      double to = scale.x(span.end());
      String number = Integer.toString(bands.size() + 1);
      String name = span.step().label();
      bands.add(
          new Band(
              Scale.number(from),
              Scale.number(to - from),
              bands.size() % 2 == 0 ? "0.16" : "0.06",
              fitting(to - from, number + " " + name, number),
              Scale.number((from + to) / 2),
              name + ", " + TimeText.span(span.length())));
    }
    return List.copyOf(bands);
  }

  private static String fitting(double room, String text, String shorter) {
    if (Labels.width(text) < room) {
      return text;
    }
    return Labels.width(shorter) < room ? shorter : "";
  }

  private List<Flag> flags(Labels rows) {
    List<Flag> flags = new ArrayList<>();
    for (Mark mark : Mark.values()) {
      Optional<Duration> at = result.marks().at(mark);
      if (at.isPresent() && mark != Mark.BASELINE && mark != Mark.END) {
        flags.add(flag(mark, at.get(), rows));
      }
    }
    return List.copyOf(flags);
  }

  private Flag flag(Mark mark, Duration at, Labels rows) {
    String name = name(mark);
    String label = name + " " + TimeText.at(at);
    double x = scale.x(at);
    double width = Labels.width(label) + 4;
    boolean fitsRight = x + width < Scale.RIGHT;
    int row = rows.row(fitsRight ? x : x - width, label);
    return new Flag(
        Scale.number(x),
        BANDS + (row + 1) * ROW,
        label,
        Scale.number(fitsRight ? x + 4 : x - 4),
        fitsRight ? "start" : "end",
        label);
  }

  /** As shown to users: {@code failed over}. */
  public static String name(Mark mark) {
    return mark.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private Carriers carriers(int top) {
    List<Segment> segments = new ArrayList<>();
    for (PathSpan span : PathSpan.of(result.evidence().readings(), end)) {
      double from = scale.x(span.begin());
      double to = scale.x(span.end());
      segments.add(
          new Segment(
              Scale.number(from),
              Scale.number(Math.max(2, to - from)),
              span.carrier() == Carrier.EXPRESS_ROUTE,
              span.carrier() == Carrier.VPN,
              span.carrier() == Carrier.NONE || span.carrier() == Carrier.UNKNOWN,
              fitting(to - from, span.carrier().label(), ""),
              Scale.number((from + to) / 2)));
    }
    return new Carriers(top, top + 14, !segments.isEmpty(), List.copyOf(segments));
  }
}
