package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.report.KeptResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Fails the build by the result that a drill has left. */
public final class VerifyDrill {
  private static final String EARLIER = "test-failover did not run in this build. ";

  private final Path directory;
  private final Origin origin;
  private final LineWriter out;

  /** Which build the result is from. */
  public enum Origin {
    /** This one. */
    THIS_BUILD,
    /** An earlier one, for which the user called the goal by its name. */
    CALLED_BY_NAME,
    /** An earlier one, whose result is judged only by mistake. */
    EARLIER_BUILD
  }

  /**
   * The goal.
   *
   * @param directory the directory of the drill's reports
   */
  public VerifyDrill(Path directory, Origin origin, LineWriter out) {
    this.directory = directory;
    this.origin = origin;
    this.out = out;
  }

  /**
   * Carries the goal out.
   *
   * @throws HybridnetException the code of the drill's first finding when it failed or was refused;
   *     HN5074, HN5075 when there is no result of this build that can be read
   */
  public void run() {
    KeptResult result = read();
    if (origin == Origin.EARLIER_BUILD) {
      throw noResult(
          EARLIER + KeptResult.file(directory) + " is the result of an earlier one.",
          "; to judge that one, run hybridnet:verify-drill alone");
    }
    if (origin == Origin.CALLED_BY_NAME) {
      out.warn(EARLIER + "The result is that of an earlier one.");
    }
    switch (result.outcome()) {
      case "passed" -> out.info(drill(result) + " has passed.");
      case "dry-run" -> provesNothing(result, "a dry run");
      case "observed" -> provesNothing(result, "an observation");
      case "refused" -> throw failure(result, " was refused.");
      case "restore-failed" ->
          throw failure(result, " has failed, and ExpressRoute was not back at its end.");
      default -> throw failure(result, " has failed.");
    }
  }

  private void provesNothing(KeptResult result, String what) {
    out.warn(
        "The result "
            + result.id()
            + " is that of "
            + what
            + ": ExpressRoute was not disconnected, so that no failover is proved.");
  }

  /** One that was refused before it began has no name. */
  private static String drill(KeptResult result) {
    return "The failover drill" + (result.id().isEmpty() ? "" : " " + result.id());
  }

  private HybridnetException failure(KeptResult result, String how) {
    String findings =
        result.findings().stream()
            .map(f -> System.lineSeparator() + "  " + f.code() + ": " + f.text())
            .collect(Collectors.joining());
    return HybridnetException.refused(
        result.code(), drill(result) + how + findings, "see " + directory + ", and run it again");
  }

  private static HybridnetException noResult(String text, String otherwise) {
    return HybridnetException.refused(
        "HN5074",
        text,
        "bind test-failover to a phase before this goal, or set hybridnet.verify-drill.skip"
            + otherwise);
  }

  private KeptResult read() {
    Path file = KeptResult.file(directory);
    try {
      return KeptResult.read(directory)
          .orElseThrow(
              () ->
                  noResult(
                      "There is no result of a failover drill: " + file + " does not exist.", ""));
    } catch (IOException e) {
      throw HybridnetException.unable(
          "HN5075",
          "The result of the failover drill in " + file + " cannot be read.",
          "run the drill again; the file is written by test-failover",
          e);
    }
  }
}
