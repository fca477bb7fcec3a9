package io.github.hybridnet.maven.goal;

import io.github.hybridnet.failover.Restored;
import io.github.hybridnet.failover.Verdict.Finding;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;

/** What is said when ExpressRoute is not back. */
final class RestoreProblems {
  private RestoreProblems() {}

  /** Commands and code come last: they are what the user has to read. */
  static HybridnetException notBack(Restored restored) {
    Finding finding = restored.failure().orElseThrow();
    StringBuilder fix = new StringBuilder(finding.fix());
    restored.byHand().forEach(c -> fix.append(System.lineSeparator()).append("    ").append(c));
    fix.append(System.lineSeparator())
        .append(restored.lastLines().get(restored.lastLines().size() - 1));
    return HybridnetException.unable(finding.code(), finding.text(), fix.toString(), null);
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
