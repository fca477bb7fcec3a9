package io.github.hybridnet.app.drill;

import io.github.hybridnet.app.DryRun;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.report.DrillReportFiles;
import io.github.hybridnet.report.DrillResultFile;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * Keeps the failure of a drill for {@code verify-drill}, so that the build continues. A failure
 * that leaves ExpressRoute disconnected is not kept: {@code destroy} would remove the tags by which
 * the drill is found.
 */
public final class DeferredDrillFailure {
  /**
   * Gates, refused disconnects, failures after which ExpressRoute is restored, and drills that
   * could not be recorded. Not mistakes in parameters, and not another drill that is still running.
   */
  private static final Pattern KEPT = Pattern.compile("HN(50(1\\d|2\\d|34|39|40|44|76)|4062)");

  private final DrillReportFiles reports;
  private final LineWriter out;
  private final Map<String, Object> memory;

  /**
   * Keeps failures in the directory of the reports.
   *
   * @param memory what the goals of this plugin remember while a project is built
   */
  public DeferredDrillFailure(
      DrillReportFiles reports, LineWriter out, Map<String, Object> memory) {
    this.reports = reports;
    this.out = out;
    this.memory = memory;
  }

  /**
   * Runs the goal, unless a failure of this build is kept already: its result would be lost.
   *
   * @param stopped whether somebody stopped the build; its failure then does not wait
   * @throws UserException when its failure must not wait
   * @throws InterruptedException when the build is stopped
   */
  public void of(DryRun.Preview goal, BooleanSupplier stopped) throws InterruptedException {
    String kept = DeferredDrillFailure.class.getName() + " " + reports.directory();
    if (memory.containsKey(kept)) {
      out.warn(DrillGoalMessages.NOT_RUN_AGAIN);
      return;
    }
    try {
      goal.show();
    } catch (UserException failure) {
      boolean ends = stopped.getAsBoolean() || Thread.currentThread().isInterrupted();
      if (ends || !KEPT.matcher(failure.code()).matches()) {
        throw failure;
      }
      keep(failure);
      memory.put(kept, true);
      out.warn(DrillGoalMessages.FAILURE_KEPT);
    }
  }

  private void keep(UserException failure) {
    String text = String.valueOf(failure.getMessage());
    out.warn(failure);
    if (!isKept(failure)) {
      reports
          .writeRefused(new DrillFinding(failure.code(), text, ""))
          .forEach(f -> out.warn(f.withCode()));
    }
    if (!isKept(failure)) {
      throw failure;
    }
  }

  /** The existing file may be the result of another drill that could not be removed. */
  private boolean isKept(UserException failure) {
    try {
      return new DrillResultFile(reports.directory())
          .read()
          .filter(result -> result.isFailure() && result.code().equals(failure.code()))
          .isPresent();
    } catch (IOException damaged) {
      return false;
    }
  }
}
