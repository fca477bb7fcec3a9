package io.github.hybridnet.maven.goal;

import io.github.hybridnet.failover.Restored;
import io.github.hybridnet.failover.Settlement;
import io.github.hybridnet.failover.Verdict.Finding;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.util.List;

/** What is said when ExpressRoute is not back. */
final class RestoreProblems {
  private RestoreProblems() {}

  /**
   * A drill that is not undone.
   *
   * @param lines as it is told beside another failure
   * @param failure as the goal fails with it
   */
  record Problem(List<String> lines, HybridnetException failure) {}

  /** Commands and code come last: they are what the user has to read. */
  static Problem notBack(Restored restored) {
    Finding finding = restored.failure().orElseThrow();
    List<String> lines = restored.lastLines();
    String last = System.lineSeparator() + lines.get(lines.size() - 1);
    String fix = withCommands(finding.fix(), restored.byHand()) + last;
    return new Problem(lines, HybridnetException.unable(finding.code(), finding.text(), fix, null));
  }

  /** A trace of a drill that was left alone. */
  static Problem left(Settlement.Left left) {
    Finding finding = left.finding();
    String fix = withCommands(finding.fix() + ". By hand:", left.byHand());
    HybridnetException failure = HybridnetException.refused(finding.code(), finding.text(), fix);
    return new Problem(String.valueOf(failure.getMessage()).lines().toList(), failure);
  }

  private static String withCommands(String fix, List<String> commands) {
    StringBuilder text = new StringBuilder(fix);
    commands.forEach(c -> text.append(System.lineSeparator()).append("    ").append(c));
    return text.toString();
  }

  static HybridnetException notConnected(ResourceKey connection, String status, Duration waited) {
    return HybridnetException.unable(
        "HN5031",
        "ExpressRoute is defined as before, but the "
            + connection
            + " is "
            + status
            + " and not Connected after "
            + io.github.hybridnet.console.Durations.text(waited)
            + ".",
        "see hybridnet:status, the circuit's peering and its BGP sessions, and ask the provider;"
            + " there is nothing left to undo",
        null);
  }
}
