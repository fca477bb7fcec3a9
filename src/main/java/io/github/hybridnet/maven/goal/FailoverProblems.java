package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.DrillText;
import io.github.hybridnet.failover.DrillResult;
import io.github.hybridnet.failover.DrillSettings.Times;
import io.github.hybridnet.failover.Thresholds;
import io.github.hybridnet.failover.Verdict;
import io.github.hybridnet.failover.probe.ProbeTiming;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.model.HybridnetException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is said when a drill cannot be run as asked, or did not end well. */
final class FailoverProblems {
  private static final Duration MOST = Duration.ofHours(1);

  private FailoverProblems() {}

  static HybridnetException otherGateway(String confirmed, String gateway) {
    return HybridnetException.refused(
        "HN5000",
        "hybridnet.failover.confirm names "
            + confirmed
            + ", and the declared ExpressRoute gateway is "
            + gateway
            + ". Nothing was touched.",
        "confirm with -Dhybridnet.failover.confirm="
            + gateway
            + " if that one is meant, or name the parameter files of the other network");
  }

  static HybridnetException unconfirmed(String gateway) {
    return HybridnetException.refused(
        "HN5003",
        "Nothing was changed, because the drill is not confirmed and"
            + " hybridnet.requireConfirmation is set.",
        "run the goal with -Dhybridnet.failover.confirm=" + gateway);
  }

  /** All mistakes in how long things may take, and in what is demanded of them. */
  static List<String> mistakes(DrillRequest request) {
    Times times = request.times();
    Thresholds thresholds = request.thresholds();
    List<String> mistakes = new ArrayList<>();
    if (times.most().compareTo(MOST) > 0) {
      mistakes.add("hybridnet.failover.maxDuration is more than 60m");
    }
    if (times.lever().compareTo(MOST) > 0) {
      mistakes.add("hybridnet.failover.leverTimeout is more than 60m");
    }
    if (times.hold().compareTo(times.most()) >= 0) {
      mistakes.add("hybridnet.failover.hold is not shorter than hybridnet.failover.maxDuration");
    }
    if (request.probes().targets().isEmpty()) {
      thresholds
          .maxOutage()
          .ifPresent(most -> mistakes.add("hybridnet.failover.maxOutage needs probes"));
      thresholds
          .minAvailability()
          .ifPresent(least -> mistakes.add("hybridnet.failover.minAvailability needs probes"));
    }
    Duration interval = request.probes().interval().orElse(ProbeTiming.INTERVAL);
    if (thresholds.maxOutage().filter(most -> most.compareTo(interval) < 0).isPresent()) {
      mistakes.add(
          "hybridnet.failover.maxOutage is shorter than hybridnet.failover.probeInterval, so that"
              + " an outage of that length could go unseen");
    }
    return mistakes;
  }

  static HybridnetException unusable(List<String> mistakes) {
    return HybridnetException.refused(
        "HN5001",
        "The drill cannot be run as asked: " + String.join("; ", mistakes) + ".",
        "change these parameters; nothing was touched");
  }

  static HybridnetException unknownGates(List<String> unknown, List<String> known) {
    return HybridnetException.refused(
        "HN5002",
        "hybridnet.failover.override names what cannot be overridden: "
            + String.join(", ", unknown)
            + ".",
        "use some of " + String.join(", ", known));
  }

  /** The failure that a drill's result is, for one that is. */
  static HybridnetException of(DrillResult result) {
    Verdict verdict = result.verdict();
    List<String> findings =
        verdict.findings().stream().map(f -> f.code() + ": " + f.text()).toList();
    return switch (verdict.outcome()) {
      case RESTORE_FAILED ->
          new HybridnetException(
              Kind.UNABLE,
              verdict.code().orElseThrow(),
              "ExpressRoute is not back after the failover drill. " + lines(findings),
              String.join(System.lineSeparator(), DrillText.restoreFailed(result)),
              null);
      case REFUSED ->
          failure(verdict, "The failover drill was not begun, and nothing was touched.", findings);
      default -> failure(verdict, "The failover drill failed; ExpressRoute is back.", findings);
    };
  }

  private static HybridnetException failure(Verdict verdict, String what, List<String> findings) {
    String fixes =
        verdict.findings().stream()
            .map(Verdict.Finding::fix)
            .map(fix -> fix.strip().replaceAll("\\.$", ""))
            .filter(fix -> !fix.isEmpty())
            .distinct()
            .collect(Collectors.joining("; "));
    return HybridnetException.refused(verdict.code().orElseThrow(), what + lines(findings), fixes);
  }

  private static String lines(List<String> findings) {
    StringBuilder lines = new StringBuilder();
    findings.forEach(f -> lines.append(System.lineSeparator()).append("  ").append(f));
    return lines.toString();
  }
}
