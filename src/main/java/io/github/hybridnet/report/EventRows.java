package io.github.hybridnet.report;

import io.github.hybridnet.drill.api.DrillEvent;
import io.github.hybridnet.drill.api.DrillEvent.Kind;
import io.github.hybridnet.report.TimelinePage.EventRow;
import io.github.hybridnet.report.TimelinePage.EventTable;
import io.github.hybridnet.text.MeasuredValueText;
import io.github.hybridnet.text.PrintableText;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of events. Of a target that comes and goes all the time not everything is told; of
 * everything else it is.
 */
final class EventRows {
  private static final int OF_PROBES = 400;
  private static final int OTHERS = 1000;
  private static final int LONGEST_TEXT = 500;

  private EventRows() {}

  static EventTable of(List<DrillEvent> events) {
    List<EventRow> rows = new ArrayList<>();
    int ofProbes = 0;
    int others = 0;
    for (DrillEvent event : events) {
      boolean isOfProbe = event.kind() == Kind.PROBE_DOWN || event.kind() == Kind.PROBE_UP;
      if (isOfProbe ? ofProbes++ < OF_PROBES : others++ < OTHERS) {
        rows.add(row(event));
      }
    }
    int leftOut = events.size() - rows.size();
    return new EventTable(
        List.copyOf(rows),
        leftOut == 0 ? "" : leftOut + " more events are in drill.json and not in this table.");
  }

  private static EventRow row(DrillEvent event) {
    return new EventRow(
        MeasuredValueText.at(event.at()),
        event.step().label(),
        DrillOutcomeJson.words(event.kind()),
        switch (event.kind()) {
          case FAILURE, PROBE_DOWN -> "bad";
          case WARNING -> "doubtful";
          case STEP, INFO, PROBE_UP -> "neutral";
        },
        PrintableText.shortened(event.text(), LONGEST_TEXT));
  }
}
