package io.github.hybridnet.report;

import io.github.hybridnet.drill.action.DisconnectAnnouncement;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillMilestones;
import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.run.DrillResult;
import io.github.hybridnet.drill.run.DrillVerdict.Outcome;
import io.github.hybridnet.engine.journal.AtomicFileWriter;
import io.github.hybridnet.report.TimelinePage.AnnouncementSection;
import io.github.hybridnet.report.TimelinePage.CarrierRow;
import io.github.hybridnet.report.TimelinePage.Fact;
import io.github.hybridnet.report.TimelinePage.FigureRow;
import io.github.hybridnet.report.TimelinePage.FindingRow;
import io.github.hybridnet.report.TimelinePage.GateRow;
import io.github.hybridnet.report.TimelinePage.PageHead;
import io.github.hybridnet.report.TimelinePage.StepRow;
import io.github.hybridnet.report.timeline.ChartDrawer;
import io.github.hybridnet.report.timeline.PathSpan;
import io.github.hybridnet.report.timeline.StepSpan;
import io.github.hybridnet.text.MeasuredValueText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code timeline.html}: a drill on a page that needs nothing but itself, and can still be read
 * where styles are not allowed.
 */
final class TimelineFile {
  static final String NAME = "timeline.html";

  private final DrillReport report;
  private final DrillResult result;

  private TimelineFile(DrillReport report) {
    this.report = report;
    this.result = report.result();
  }

  /**
   * Writes the page of one drill.
   *
   * @param past earlier drills of the same network, the latest last
   */
  static void write(Path directory, DrillReport report, List<HistoryEntry> past)
      throws IOException {
    TimelinePage page = new TimelineFile(report).page(past);
    AtomicFileWriter.write(
        directory.resolve(NAME), out -> MarkupRenderer.write("timeline.html", page, out));
  }

  private TimelinePage page(List<HistoryEntry> past) {
    return new TimelinePage(
        head(),
        isTouched() ? figures() : List.of(),
        isTouched() || !result.evidence().samples().isEmpty(),
        ChartDrawer.draw(result),
        steps(),
        carriers(),
        ProbeRows.of(result.evidence()),
        gates(),
        announced(),
        HistoryRows.of(report, past),
        EventRows.of(result.evidence().events()));
  }

  private boolean isTouched() {
    return result.milestones().at(Milestone.DISCONNECT_REQUESTED).isPresent();
  }

  private PageHead head() {
    Outcome outcome = result.verdict().outcome();
    String severityClass = severityClass(outcome);
    return new PageHead(
        result.id(),
        result.verdict().headline().toUpperCase(Locale.ROOT),
        severityClass,
        symbol(severityClass),
        facts(),
        result.evidence().samples().isEmpty() && !result.evidence().readings().isEmpty(),
        result.verdict().findings().stream().map(TimelineFile::finding).toList(),
        String.join("\n", result.manualCommands()),
        report.readiness().map(DrillReport.Readiness::lines).orElse(List.of()));
  }

  private String commands() {
    return String.join("\n", result.announcement().undoCommands());
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("ExpressRoute gateway", result.target().expressRoute().gateway().id()));
    facts.add(new Fact("Cloud", report.cloud()));
    facts.add(new Fact("Disconnect method", result.settings().method().label()));
    facts.add(new Fact("ExpressRoute", stateOfExpressRoute()));
    facts.add(new Fact("Began", result.begin().truncatedTo(ChronoUnit.SECONDS).toString()));
    facts.add(new Fact("Took", MeasuredValueText.span(StepSpan.end(result))));
    result.verdict().code().ifPresent(code -> facts.add(new Fact("Code", code)));
    report.readiness().ifPresent(r -> facts.add(new Fact("Readiness", r.score() + " of 100")));
    return List.copyOf(facts);
  }

  private String stateOfExpressRoute() {
    DrillMilestones drillMilestones = result.milestones();
    if (!isTouched()) {
      return "not disconnected";
    }
    if (result.verdict().outcome() == Outcome.RESTORE_FAILED
        && drillMilestones.at(Milestone.RECONNECTED).isEmpty()) {
      return "not restored";
    }
    return drillMilestones
        .at(Milestone.RESTORED)
        .map(at -> "carries the traffic again since " + MeasuredValueText.at(at))
        .orElse("restored, but not proved to carry the traffic again");
  }

  private static FindingRow finding(DrillFinding drillFinding) {
    return new FindingRow(drillFinding.code(), drillFinding.text(), drillFinding.fix());
  }

  private static String severityClass(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "good";
      case FAILED, RESTORE_FAILED -> "bad";
      case REFUSED, DRY_RUN, OBSERVED -> "neutral";
    };
  }

  /** Not by colour alone. */
  private static String symbol(String severityClass) {
    return switch (severityClass) {
      case "good" -> "\u2713";
      case "bad" -> "\u2717";
      default -> "\u25CB";
    };
  }

  private List<FigureRow> figures() {
    return result.metrics().stream()
        .map(
            f ->
                new FigureRow(
                    f.kind().label(),
                    f.measured(),
                    f.threshold(),
                    f.state().label(),
                    switch (f.state()) {
                      case KEPT -> "good";
                      case BROKEN -> "bad";
                      case NO_THRESHOLD, NOT_MEASURED -> "neutral";
                    }))
        .toList();
  }

  private List<StepRow> steps() {
    List<StepRow> rows = new ArrayList<>();
    for (StepSpan span : StepSpan.of(result)) {
      String begin = MeasuredValueText.at(span.begin());
      String length = MeasuredValueText.span(span.length());
      rows.add(new StepRow(rows.size() + 1, span.step().label(), begin, length));
    }
    return List.copyOf(rows);
  }

  private List<CarrierRow> carriers() {
    Duration end = StepSpan.end(result);
    return PathSpan.of(result.evidence().readings(), end).stream()
        .map(
            s ->
                new CarrierRow(
                    s.carrier().label(),
                    MeasuredValueText.at(s.begin()),
                    MeasuredValueText.at(s.end()),
                    MeasuredValueText.span(s.end().minus(s.begin())),
                    s.readings()))
        .toList();
  }

  private List<GateRow> gates() {
    return result.gates().stream()
        .map(
            g ->
                new GateRow(
                    g.id(),
                    DrillOutcomeJson.words(g.status()),
                    switch (g.status()) {
                      case MET -> "good";
                      case NOT_MET -> "bad";
                      case WARNING, OVERRIDDEN -> "doubtful";
                    },
                    g.text(),
                    g.fix()))
        .toList();
  }

  private AnnouncementSection announced() {
    DisconnectAnnouncement it = result.announcement();
    return new AnnouncementSection(it.action(), it.blastRadius(), it.expectation(), commands());
  }
}
