package io.github.hybridnet.report;

import io.github.hybridnet.drill.measure.DrillMetric;
import io.github.hybridnet.drill.measure.DrillMetric.Kind;
import io.github.hybridnet.report.TimelinePage.PastRow;
import io.github.hybridnet.text.MeasuredValueText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table that compares a drill with earlier ones of the same network, the latest first. */
final class HistoryRows {
  private static final int SHOWN = 20;
  private static final int LONGEST_BAR = 120;

  private final Duration longest;

  private HistoryRows(List<HistoryEntry> shown) {
    this.longest =
        shown.stream()
            .map(HistoryRows::outage)
            .flatMap(Optional::stream)
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
  }

  /** Empty when there is nothing to compare with. */
  static List<PastRow> of(DrillReport report, List<HistoryEntry> past) {
    List<HistoryEntry> shown = new ArrayList<>();
    HistoryEntry.of(report).ifPresent(shown::add);
    for (int i = past.size() - 1; i >= 0 && shown.size() <= SHOWN; i--) {
      shown.add(past.get(i));
    }
    HistoryRows rows = new HistoryRows(shown);
    return past.isEmpty()
        ? List.of()
        : shown.stream().map(e -> rows.row(e, e.id().equals(report.result().id()))).toList();
  }

  private PastRow row(HistoryEntry entry, boolean current) {
    return new PastRow(
        current,
        entry.begin().toString(),
        entry.id(),
        entry.method(),
        entry.outcome(),
        entry.readiness().map(score -> score + " of 100").orElse(""),
        time(entry, Kind.OUTAGE),
        outage(entry).map(this::bar).orElse(""),
        time(entry, Kind.DETECTION),
        time(entry, Kind.RESTORE),
        entry.availability().map(MeasuredValueText::percent).orElse("-"));
  }

  private static Optional<Duration> outage(HistoryEntry entry) {
    return entry.atMost(Kind.OUTAGE).or(() -> entry.atLeast(Kind.OUTAGE));
  }

  private String bar(Duration outage) {
    return longest.isZero()
        ? "0"
        : Long.toString(
            Math.round(LONGEST_BAR * (outage.toMillis() / (double) longest.toMillis())));
  }

  private static String time(HistoryEntry entry, DrillMetric.Kind kind) {
    return entry
        .atMost(kind)
        .map(MeasuredValueText::atMost)
        .or(() -> entry.atLeast(kind).map(least -> "more than " + MeasuredValueText.span(least)))
        .orElse("-");
  }
}
