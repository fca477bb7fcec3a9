package io.github.hybridnet.app.drill;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.run.RestoreResult;
import io.github.hybridnet.drill.run.UnfinishedDrillsResult;
import io.github.hybridnet.text.DurationText;
import io.github.hybridnet.text.UserException;
import java.time.Duration;
import java.util.List;

/** What {@code restore} says when ExpressRoute is not restored. */
final class RestoreProblems {
  private RestoreProblems() {}

  /**
   * A drill that is not restored.
   *
   * @param lines the text if it is shown in addition to another failure
   * @param failure the failure of the goal
   */
  record Problem(List<String> lines, UserException failure) {}

  /** Commands and code come last: they are what the user has to read. */
  static Problem notBack(RestoreResult restoreResult) {
    DrillFinding finding = restoreResult.failure().orElseThrow();
    List<String> lines = restoreResult.lastLines();
    String last = System.lineSeparator() + lines.get(lines.size() - 1);
    String fix = withCommands(finding.fix(), restoreResult.manualCommands()) + last;
    return new Problem(lines, UserException.unable(finding.code(), finding.text(), fix, null));
  }

  /** A record of a drill that was skipped. */
  static Problem left(UnfinishedDrillsResult.SkippedDrill skippedDrill) {
    DrillFinding finding = skippedDrill.finding();
    String fix =
        withCommands(
            finding.fix() + ". To restore ExpressRoute by hand:", skippedDrill.manualCommands());
    UserException failure = UserException.refused(finding.code(), finding.text(), fix);
    return new Problem(String.valueOf(failure.getMessage()).lines().toList(), failure);
  }

  private static String withCommands(String fix, List<String> commands) {
    StringBuilder text = new StringBuilder(fix);
    commands.forEach(c -> text.append(System.lineSeparator()).append("    ").append(c));
    return text.toString();
  }

  /**
   * The restored connection does not come up.
   *
   * @param status as it follows "is still"
   */
  static UserException notConnected(ResourceKey connection, String status, Duration waited) {
    return UserException.unable(
        "HN5031",
        "ExpressRoute may still be down: its configuration is as before the drill, but after "
            + DurationText.text(waited)
            + " the "
            + connection.quoted()
            + " is still "
            + status
            + ". It must be 'Connected'.",
        "check the circuit's private peering and its BGP sessions with hybridnet:status, and ask"
            + " the connectivity provider. There is no drill left to restore",
        null);
  }
}
