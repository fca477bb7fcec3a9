package io.github.hybridnet.console;

import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.measure.DrillMetric;
import io.github.hybridnet.drill.measure.ProbeMeasurement;
import io.github.hybridnet.drill.measure.ProbeMeasurement.LatencySummary;
import io.github.hybridnet.drill.measure.ProbeMeasurement.TargetMeasurement;
import io.github.hybridnet.drill.run.DrillResult;
import io.github.hybridnet.drill.run.DrillVerdict.Outcome;
import io.github.hybridnet.text.MeasuredValueText;
import io.github.hybridnet.text.PrintableText;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The result of a drill, as a block at its end. Why a drill failed is not in it: the goal stops
 * with that.
 */
final class DrillResultText {
  private static final int LONGEST_NAME = 40;

  private final DrillResult result;
  private final LineWriter out;
  private final Consumer<String> level;

  private DrillResultText(DrillResult result, LineWriter out) {
    this.result = result;
    this.out = out;
    this.level =
        switch (result.verdict().outcome()) {
          case FAILED, RESTORE_FAILED, REFUSED -> out::error;
          case PASSED, DRY_RUN, OBSERVED -> out::info;
        };
  }

  static void write(DrillResult result, LineWriter out) {
    new DrillResultText(result, out).write();
  }

  private void write() {
    Outcome outcome = result.verdict().outcome();
    out.info("");
    if (outcome == Outcome.PASSED
        || outcome == Outcome.FAILED
        || outcome == Outcome.RESTORE_FAILED) {
      figures();
      targets();
    }
    if (result.verdict().code().isEmpty()) {
      result.verdict().findings().forEach(this::warning);
    }
    level.accept(
        "Failover drill "
            + result.id()
            + " of "
            + result.target().expressRoute().gateway().name()
            + " ("
            + result.settings().method().label()
            + "): "
            + result.verdict().headline().toUpperCase(Locale.ROOT));
    if (!result.manualCommands().isEmpty()) {
      // The failure says so too, but Maven may not show it when somebody stops the build.
      List<String> lines = DrillText.restoreFailed(result);
      out.error("Fix: " + lines.get(0));
      lines.stream().skip(1).forEach(out::error);
    }
  }

  private void figures() {
    TextTable textTable = new TextTable("FIGURE", "MEASURED", "THRESHOLD", "");
    for (DrillMetric drillMetric : result.metrics()) {
      String state =
          drillMetric.state() == DrillMetric.State.NO_THRESHOLD ? "" : drillMetric.state().label();
      textTable.row(
          drillMetric.kind().label(),
          drillMetric.measured(),
          drillMetric.threshold(),
          drillMetric.state() == DrillMetric.State.BROKEN ? "BROKEN" : state);
    }
    textTable.lines().forEach(out::info);
  }

  private void targets() {
    List<TargetMeasurement> targets =
        result.evidence().measurement().map(ProbeMeasurement::targets).orElse(List.of());
    if (targets.isEmpty()) {
      out.warn(
          "No targets were probed. The result is based on the gateways' reports alone, so it is"
              + " not known whether packets arrived.");
      return;
    }
    TextTable textTable =
        new TextTable("TARGET", "PROBES", "FAILED", "FLAPS", "LATENCY BEFORE", "DURING", "AFTER");
    for (TargetMeasurement target : targets) {
      textTable.row(
          name(target.target()),
          Long.toString(target.probes()),
          Long.toString(target.failed()),
          Long.toString(target.flaps()),
          median(target.before()),
          median(target.during()),
          median(target.after()));
    }
    textTable.lines().forEach(out::info);
  }

  private static String name(String target) {
    String name = PrintableText.line(target);
    return name.length() <= LONGEST_NAME ? name : PrintableText.shortened(name, LONGEST_NAME - 3);
  }

  private static String median(LatencySummary latencySummary) {
    return latencySummary.probes() == 0 ? "-" : MeasuredValueText.latency(latencySummary.median());
  }

  private void warning(DrillFinding finding) {
    WrappedText.lines(finding.code() + ": ", "    ", finding.text()).forEach(out::warn);
    if (!finding.fix().isEmpty()) {
      WrappedText.lines("    Fix: ", "    ", finding.fix()).forEach(out::warn);
    }
  }
}
