package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.failover.Verdict.Finding;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.report.DrillReports;
import io.github.hybridnet.report.KeptResult;
import java.nio.file.Files;
import java.util.regex.Pattern;

/**
 * Keeps the failure of a drill for {@code verify-drill}, so that the build goes on. Only what
 * leaves nothing to be put back is kept: {@code destroy} would remove the tags by which it is
 * found.
 */
public final class KeptFailure {
  /**
   * Gates, refused levers, failures after which ExpressRoute is back, and drills that could not be
   * written down. Not among them are mistakes in parameters, and another drill that goes on.
   */
  private static final Pattern KEPT = Pattern.compile("HN50(1\\d|2\\d|39|40|44|76)");

  private final DrillReports reports;
  private final LineWriter out;

  /** Keeps failures beside the reports. */
  public KeptFailure(DrillReports reports, LineWriter out) {
    this.reports = reports;
    this.out = out;
  }

  /**
   * Runs the goal.
   *
   * @throws HybridnetException when its failure must not wait
   * @throws InterruptedException when the build is stopped
   */
  public void of(DryRun.Preview goal) throws InterruptedException {
    try {
      goal.show();
    } catch (HybridnetException failure) {
      if (!KEPT.matcher(failure.code()).matches()) {
        throw failure;
      }
      String text = String.valueOf(failure.getMessage());
      text.lines().forEach(out::warn);
      if (!Files.exists(KeptResult.file(reports.directory()))) {
        reports
            .writeRefused(new Finding(failure.code(), text, ""))
            .forEach(f -> out.warn(f.code() + ": " + f.text()));
      }
      if (!Files.exists(KeptResult.file(reports.directory()))) {
        throw failure;
      }
      out.warn("The build goes on. The goal verify-drill fails it after destroy has run.");
    }
  }
}
