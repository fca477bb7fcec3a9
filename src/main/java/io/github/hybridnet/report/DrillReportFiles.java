package io.github.hybridnet.report;

import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.engine.journal.AtomicFileWriter;
import io.github.hybridnet.text.FileFailureText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All files about a drill. A file that cannot be written or read is a warning, and never hides the
 * result of the drill.
 */
public final class DrillReportFiles {
  /** The version of the files' shape; it grows when something is removed or changes its meaning. */
  static final int SCHEMA_VERSION = 1;

  private static final String HISTORY = "history.jsonl";

  private final Path directory;
  private final DrillHistoryFile history;

  /**
   * The reports in a directory.
   *
   * @param directory such as {@code target/hybridnet/failover}; made when it is needed
   * @param history the file that remembers drills, which outlives the directory
   */
  public DrillReportFiles(Path directory, Path history) {
    this.directory = directory;
    this.history = new DrillHistoryFile(history);
  }

  /** Writes one of the files. */
  @FunctionalInterface
  private interface ReportWriter {
    void run() throws IOException;
  }

  /** Where the reports are. */
  public Path directory() {
    return directory;
  }

  /** The page for people. */
  public Path timeline() {
    return directory.resolve(TimelineFile.NAME);
  }

  /**
   * Removes the reports of an earlier drill, so that they are not mistaken for those of a killed
   * one.
   *
   * @return what could not be removed
   */
  public List<DrillFinding> clear() {
    List<DrillFinding> findings = new ArrayList<>();
    for (String name :
        List.of(
            DrillResultFile.NAME,
            DrillDetailFile.NAME,
            JunitFile.NAME,
            TimelineFile.NAME,
            HISTORY)) {
      Path file = directory.resolve(name);
      try {
        Files.deleteIfExists(file);
      } catch (IOException | RuntimeException e) {
        findings.add(unwritable(file, e));
      }
    }
    return List.copyOf(findings);
  }

  /**
   * Writes all files, the small ones first. A build that is being stopped has its reports too: an
   * interruption is kept for the caller.
   *
   * @return what could not be written or read
   */
  public List<DrillFinding> write(DrillReport report) {
    boolean isInterrupted = Thread.interrupted();
    try {
      List<DrillFinding> findings = new ArrayList<>();
      writeAll(report, findings);
      return List.copyOf(findings);
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Writes the result of a drill that was refused before it could come to a verdict.
   *
   * @return what could not be written
   */
  public List<DrillFinding> writeRefused(DrillFinding finding) {
    List<DrillFinding> findings = new ArrayList<>();
    write(
        DrillResultFile.NAME, () -> new DrillResultFile(directory).writeRefused(finding), findings);
    return List.copyOf(findings);
  }

  private void writeAll(DrillReport report, List<DrillFinding> findings) {
    write(DrillResultFile.NAME, () -> new DrillResultFile(directory).write(report), findings);
    write(JunitFile.NAME, () -> JunitFile.write(directory, report), findings);
    Optional<HistoryEntry> entry = HistoryEntry.of(report);
    List<HistoryEntry> past = entry.map(e -> past(e, findings)).orElse(List.of());
    entry.ifPresent(e -> remember(e, findings));
    write(TimelineFile.NAME, () -> TimelineFile.write(directory, report, past), findings);
    write(DrillDetailFile.NAME, () -> DrillDetailFile.write(directory, report), findings);
  }

  /** An old file that cannot be replaced is removed: it is about another drill. */
  private void write(String name, ReportWriter reportWriter, List<DrillFinding> findings) {
    Path file = directory.resolve(name);
    try {
      reportWriter.run();
    } catch (IOException | RuntimeException e) {
      findings.add(unwritable(file, e));
      removeOld(file, e);
    }
  }

  private static void removeOld(Path file, Exception reason) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException | RuntimeException e) {
      reason.addSuppressed(e);
    }
  }

  private List<HistoryEntry> past(HistoryEntry entry, List<DrillFinding> findings) {
    try {
      DrillHistoryFile.HistoryContent historyContent = history.read();
      if (!historyContent.damaged().isEmpty()) {
        findings.add(damaged(historyContent.damaged()));
      }
      return historyContent.before(entry);
    } catch (IOException | RuntimeException e) {
      findings.add(unusable("read", e));
      return List.of();
    }
  }

  private void remember(HistoryEntry entry, List<DrillFinding> findings) {
    try {
      history.add(entry);
    } catch (IOException | RuntimeException e) {
      findings.add(unusable("written", e));
      return;
    }
    write(
        HISTORY,
        () ->
            AtomicFileWriter.write(
                directory.resolve(HISTORY), out -> Files.copy(history.file(), out)),
        findings);
  }

  private static DrillFinding unwritable(Path file, Exception reason) {
    return new DrillFinding(
        "HN5060",
        "The report '" + file + "' cannot be written: " + FileFailureText.reason(reason) + ".",
        "free disk space, or make the directory writable. The result of the drill is valid, and is"
            + " in the log");
  }

  private DrillFinding damaged(List<Long> lines) {
    boolean one = lines.size() == 1;
    return new DrillFinding(
        "HN5061",
        "The history of drills '"
            + history.file()
            + "' has "
            + (one ? "a line that is" : lines.size() + " lines that are")
            + " damaged or of another version: line "
            + lines.get(0)
            + (one ? ". The line is" : " and later ones. The lines are")
            + " not part of the comparison.",
        "remove these lines, or keep them. New drills are added in any case");
  }

  private DrillFinding unusable(String what, Exception reason) {
    return new DrillFinding(
        "HN5062",
        "The history of drills '"
            + history.file()
            + "' cannot be "
            + what
            + ": "
            + FileFailureText.reason(reason)
            + ".",
        "make the file readable and writable, or set hybridnet.failover.history to another one. The"
            + " result of the drill is valid");
  }
}
