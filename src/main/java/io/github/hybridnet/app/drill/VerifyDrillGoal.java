package io.github.hybridnet.app.drill;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.run.RestoreMessages;
import io.github.hybridnet.report.DrillResultFile;
import io.github.hybridnet.report.StoredDrillResult;
import io.github.hybridnet.text.ListText;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.nio.file.Path;

/** Fails the build by the result that a drill has left. */
public final class VerifyDrillGoal {
  private static final String EARLIER = "test-failover did not run in this build. ";

  private final Path directory;
  private final DrillResultFile file;
  private final ResultOrigin resultOrigin;
  private final LineWriter out;

  /** Which build the result is from. */
  public enum ResultOrigin {
    /** The build that runs now. */
    THIS_BUILD,
    /** An earlier one, for which the user called the goal by its name. */
    CALLED_BY_NAME,
    /** An earlier one, whose result is judged only by mistake. */
    EARLIER_BUILD
  }

  /**
   * Creates the goal for one directory.
   *
   * @param directory the directory of the drill's reports
   */
  public VerifyDrillGoal(Path directory, ResultOrigin resultOrigin, LineWriter out) {
    this.directory = directory;
    this.file = new DrillResultFile(directory);
    this.resultOrigin = resultOrigin;
    this.out = out;
  }

  /**
   * Carries the goal out.
   *
   * @throws UserException the code of the drill's first finding when it failed or was refused;
   *     HN5074, HN5075 when there is no result of this build that can be read
   */
  public void run() {
    StoredDrillResult result = read();
    if (resultOrigin == ResultOrigin.EARLIER_BUILD) {
      throw noResult(
          EARLIER + "The file '" + file.path() + "' is the result of an earlier build.",
          ". To check the earlier result, run only hybridnet:verify-drill");
    }
    if (resultOrigin == ResultOrigin.CALLED_BY_NAME) {
      out.warn(DrillGoalMessages.RESULT_OF_EARLIER_BUILD);
    }
    switch (result.outcome()) {
      case "passed" -> out.info(drill(result) + " passed.");
      case "dry-run" -> provesNothing(result, "a dry run");
      case "observed" -> provesNothing(result, "an observation");
      case "refused" -> throw failure(result, drill(result) + " was refused.", again());
      case "restore-failed" ->
          throw failure(
              result,
              "ExpressRoute may be down: the failover drill "
                  + result.id()
                  + " did not restore it.",
              whereNotRestored(result));
      default -> throw failure(result, drill(result) + " failed.", again());
    }
  }

  private void provesNothing(StoredDrillResult result, String what) {
    out.warn(DrillGoalMessages.nothingTested(result.id(), what));
  }

  /** One that was refused before it began has no name. */
  private static String drill(StoredDrillResult result) {
    return "The failover drill" + (result.id().isEmpty() ? "" : " " + result.id());
  }

  private static UserException failure(StoredDrillResult result, String what, String fix) {
    String findings =
        ListText.indentedLines(result.findings().stream().map(DrillFinding::withCode).toList());
    return UserException.refused(result.code(), what + findings, fix);
  }

  private String again() {
    return "see the reports in '" + directory + "', correct the cause, and run the drill again";
  }

  /** Something that was removed, or restored without effect, is not restored by trying again. */
  private String whereNotRestored(StoredDrillResult result) {
    return result.findings().stream()
        .filter(finding -> finding.code().equals(result.code()) && !finding.fix().isBlank())
        .filter(finding -> !finding.code().equals(RestoreMessages.NOT_RESTORED))
        .map(finding -> finding.fix() + ". The reports are in '" + directory + "'")
        .findFirst()
        .orElse("see the reports in '" + directory + "', and restore it: mvn hybridnet:restore");
  }

  private static UserException noResult(String text, String otherwise) {
    return UserException.refused(
        "HN5074",
        text,
        "bind test-failover to an earlier phase than verify-drill, or skip this check with"
            + " -Dhybridnet.verify-drill.skip=true"
            + otherwise);
  }

  private StoredDrillResult read() {
    try {
      return file.read()
          .orElseThrow(
              () ->
                  noResult(
                      "There is no result of a failover drill: the file '"
                          + file.path()
                          + "' does not exist.",
                      ""));
    } catch (IOException e) {
      throw UserException.unable(
          "HN5075",
          "The result of the failover drill in the file '"
              + file.path()
              + "' cannot be read, or is damaged.",
          "run test-failover again, which writes this file",
          e);
    }
  }
}
