package io.github.hybridnet.console;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.text.PrintableText;
import java.util.List;

/** Findings, each with its place, its fix and its source. */
public final class FindingText {
  private FindingText() {}

  /** Writes all findings at their levels. */
  public static void write(List<Finding> findings, LineWriter out) {
    for (Finding finding : findings) {
      text(finding).lines().forEach(line -> out.write(finding.severity(), line));
    }
  }

  /** A finding as lines: what and where, then the fix, then the source. */
  static String text(Finding finding) {
    String source = finding.source();
    return PrintableText.line(finding.place() + " " + finding.code() + " " + finding.message())
        + "\n    Fix: "
        + PrintableText.line(finding.fix())
        + (source == null ? "" : "\n    Source: " + PrintableText.line(source));
  }

  /** {@code 2 errors, 1 warning}. */
  public static String summary(List<Finding> findings) {
    return count(findings, Severity.ERROR, "error")
        + ", "
        + count(findings, Severity.WARNING, "warning");
  }

  private static String count(List<Finding> findings, Severity severity, String noun) {
    long count = findings.stream().filter(f -> f.severity() == severity).count();
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
