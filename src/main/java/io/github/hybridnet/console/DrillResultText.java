package io.github.hybridnet.console;

import io.github.hybridnet.failover.DrillResult;
import io.github.hybridnet.failover.Figure;
import io.github.hybridnet.failover.Figures;
import io.github.hybridnet.failover.TimeText;
import io.github.hybridnet.failover.Verdict.Finding;
import io.github.hybridnet.failover.Verdict.Outcome;
import io.github.hybridnet.failover.measure.Measurement;
import io.github.hybridnet.failover.measure.Measurement.Latency;
import io.github.hybridnet.failover.measure.Measurement.OfTarget;
import io.github.hybridnet.model.Printable;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What a drill came to, as a block at its end. */
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
    result.verdict().findings().forEach(this::finding);
    level.accept(
        "Failover drill "
            + result.id()
            + " of "
            + result.target().expressRoute().gateway().name()
            + " ("
            + result.settings().lever().label()
            + "): "
            + outcome.label().toUpperCase(Locale.ROOT));
    if (outcome == Outcome.RESTORE_FAILED) {
      DrillText.restoreFailed(result).forEach(out::error);
    }
  }

  private void figures() {
    Table table = new Table("FIGURE", "MEASURED", "THRESHOLD", "");
    for (Figure figure : Figures.of(result)) {
      String state = figure.state() == Figure.State.NO_THRESHOLD ? "" : figure.state().label();
      table.row(
          figure.kind().label(),
          figure.measured(),
          figure.threshold(),
          figure.state() == Figure.State.BROKEN ? "BROKEN" : state);
    }
    table.lines().forEach(out::info);
  }

  private void targets() {
    List<OfTarget> targets =
        result.evidence().measurement().map(Measurement::targets).orElse(List.of());
    if (targets.isEmpty()) {
      out.warn(
          "Nothing was probed: the drill was judged by what the gateways say alone. Whether packets"
              + " arrived is not known.");
      return;
    }
    Table table =
        new Table("TARGET", "PROBES", "FAILED", "FLAPS", "LATENCY BEFORE", "DURING", "AFTER");
    for (OfTarget target : targets) {
      table.row(
          name(target.target()),
          Long.toString(target.probes()),
          Long.toString(target.failed()),
          Long.toString(target.flaps()),
          median(target.before()),
          median(target.during()),
          median(target.after()));
    }
    table.lines().forEach(out::info);
  }

  private static String name(String target) {
    String name = Printable.line(target);
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 3) + "...";
  }

  private static String median(Latency latency) {
    return latency.probes() == 0 ? "-" : TimeText.latency(latency.median());
  }

  /** What does not fail the drill is a warning. */
  private void finding(Finding finding) {
    boolean isFailure = result.verdict().code().isPresent();
    Consumer<String> to = isFailure ? out::error : out::warn;
    Wrapped.lines(finding.code() + ": ", "    ", finding.text()).forEach(to);
    if (!finding.fix().isEmpty()) {
      Wrapped.lines("    Fix: ", "    ", finding.fix()).forEach(to);
    }
  }
}
