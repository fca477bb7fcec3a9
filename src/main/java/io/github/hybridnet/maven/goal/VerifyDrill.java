package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.report.KeptResult;
import java.io.IOException;
import java.nio.file.Path;

/** Fails the build by the result that a drill has left. */
public final class VerifyDrill {
  private final Path directory;
  private final LineWriter out;

  /**
   * The goal.
   *
   * @param directory the directory of the drill's reports
   */
  public VerifyDrill(Path directory, LineWriter out) {
    this.directory = directory;
    this.out = out;
  }

  /**
   * Carries the goal out.
   *
   * @throws HybridnetException the code of the drill's first finding when it failed or was refused;
   *     HN5074, HN5075 when there is no result that can be read
   */
  public void run() {
    KeptResult result = read();
    if (result.isFailure()) {
      StringBuilder text =
          new StringBuilder("The failover drill ")
              .append(result.id())
              .append(" ended with the outcome ")
              .append(result.outcome())
              .append('.');
      result
          .findings()
          .forEach(
              f ->
                  text.append(System.lineSeparator())
                      .append("  ")
                      .append(f.code())
                      .append(": ")
                      .append(f.text()));
      throw HybridnetException.refused(
          result.code(), text.toString(), "see " + directory + ", and run the drill again");
    }
    out.info("The failover drill " + result.id() + ": " + result.outcome() + ".");
  }

  private KeptResult read() {
    Path file = KeptResult.file(directory);
    try {
      return KeptResult.read(directory)
          .orElseThrow(
              () ->
                  HybridnetException.refused(
                      "HN5074",
                      "There is no result of a failover drill: " + file + " does not exist.",
                      "bind test-failover to a phase before this goal, or set"
                          + " hybridnet.verify-drill.skip"));
    } catch (IOException e) {
      throw HybridnetException.unable(
          "HN5075",
          "The result of the failover drill in " + file + " cannot be read.",
          "run the drill again; the file is written by test-failover",
          e);
    }
  }
}
