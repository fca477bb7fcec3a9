package io.github.hybridnet.report;

import io.github.hybridnet.report.timeline.Chart;
import java.util.List;

/**
 * {@code timeline.html}, as its template needs it.
 *
 * @param head what the drill was and came to
 * @param figures the figures with their thresholds; empty when nothing was touched
 * @param drawn whether there is anything to draw
 * @param chart the drawing
 * @param steps the steps
 * @param carriers who carried the traffic, when
 * @param probing what was probed
 * @param gates the preflight gates
 * @param announced what was announced
 * @param past earlier drills, with this one at the top
 * @param events what happened
 */
record TimelinePage(
    PageHead head,
    List<FigureRow> figures,
    boolean drawn,
    Chart chart,
    List<StepRow> steps,
    List<CarrierRow> carriers,
    ProbeTables probing,
    List<GateRow> gates,
    AnnouncementSection announced,
    List<PastRow> past,
    EventTable events) {

  /**
   * The top of the page.
   *
   * @param facts names and values
   * @param unprobed whether nothing was probed
   * @param commands the commands that restore ExpressRoute by hand if the restore failed, else
   *     empty
   */
  record PageHead(
      String id,
      String outcome,
      String severityClass,
      String symbol,
      List<Fact> facts,
      boolean unprobed,
      List<FindingRow> findings,
      String commands,
      List<String> readiness) {}

  record Fact(String name, String value) {}

  record FindingRow(String code, String text, String fix) {}

  record FigureRow(
      String name, String measured, String threshold, String state, String severityClass) {}

  record StepRow(int number, String name, String begin, String length) {}

  record CarrierRow(String carrier, String begin, String end, String length, int readings) {}

  /** What was probed; {@code outagesLeftOut} is empty when none is. */
  record ProbeTables(List<TargetRow> targets, List<OutageRow> outages, String outagesLeftOut) {}

  record TargetRow(
      String name,
      String address,
      long probes,
      long failed,
      long flaps,
      String gap,
      String before,
      String during,
      String after,
      String reasons) {}

  record OutageRow(String target, String begin, String end, String length, long failed) {}

  record GateRow(String id, String status, String severityClass, String text, String fix) {}

  record AnnouncementSection(
      String action, List<String> blastRadius, String expectation, String undo) {}

  /** An earlier drill; {@code bar} is how long its outage is drawn, empty for none. */
  record PastRow(
      boolean current,
      String begin,
      String id,
      String method,
      String outcome,
      String readiness,
      String outage,
      String bar,
      String detection,
      String restore,
      String availability) {}

  /** What happened; {@code leftOut} is empty when nothing is. */
  record EventTable(List<EventRow> rows, String leftOut) {}

  record EventRow(String at, String step, String kind, String severityClass, String text) {}
}
