package io.github.hybridnet.app.drill;

import io.github.hybridnet.console.DrillText;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillSettings.TimeLimits;
import io.github.hybridnet.drill.api.DrillThresholds;
import io.github.hybridnet.drill.probe.ProbeTiming;
import io.github.hybridnet.drill.run.DrillResult;
import io.github.hybridnet.drill.run.DrillVerdict;
import io.github.hybridnet.text.ListText;
import io.github.hybridnet.text.UserException;
import io.github.hybridnet.text.UserException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code test-failover} says when a drill cannot be run, or has failed. */
final class DrillProblems {
  private static final Duration MOST = Duration.ofHours(1);

  private DrillProblems() {}

  static UserException otherGateway(String confirmed, String gateway) {
    return UserException.refused(
        "HN5000",
        "hybridnet.failover.confirm is \""
            + confirmed
            + "\", but the declared ExpressRoute gateway is "
            + gateway
            + ". Nothing was changed.",
        "run the goal with -Dhybridnet.failover.confirm="
            + gateway
            + " to test this network, or with the parameter files of the other network");
  }

  static UserException unconfirmed(String gateway) {
    return UserException.refused(
        "HN5003",
        "The drill is not confirmed, and hybridnet.requireConfirmation is set. Nothing was"
            + " changed.",
        "run the goal with -Dhybridnet.failover.confirm=" + gateway);
  }

  /** All mistakes in the time limits and thresholds. */
  static List<String> mistakes(DrillRequest request) {
    TimeLimits timeLimits = request.times();
    DrillThresholds drillThresholds = request.thresholds();
    List<String> mistakes = new ArrayList<>();
    if (timeLimits.maxDuration().compareTo(MOST) > 0) {
      mistakes.add("hybridnet.failover.maxDuration is more than 60m");
    }
    if (timeLimits.disconnect().compareTo(MOST) > 0) {
      mistakes.add("hybridnet.failover.leverTimeout is more than 60m");
    }
    if (timeLimits.hold().compareTo(timeLimits.maxDuration()) >= 0) {
      mistakes.add("hybridnet.failover.hold is not shorter than hybridnet.failover.maxDuration");
    }
    if (request.probes().targets().isEmpty()) {
      drillThresholds
          .maxOutage()
          .ifPresent(
              most ->
                  mistakes.add("hybridnet.failover.maxOutage requires hybridnet.failover.probes"));
      drillThresholds
          .minAvailability()
          .ifPresent(
              least ->
                  mistakes.add(
                      "hybridnet.failover.minAvailability requires hybridnet.failover.probes"));
    }
    Duration interval = request.probes().interval().orElse(ProbeTiming.INTERVAL);
    if (drillThresholds.maxOutage().filter(most -> most.compareTo(interval) < 0).isPresent()) {
      mistakes.add(
          "hybridnet.failover.maxOutage is shorter than hybridnet.failover.probeInterval, so an"
              + " outage of that length could be missed");
    }
    return mistakes;
  }

  static UserException unusable(List<String> mistakes) {
    return UserException.refused(
        "HN5001",
        "The drill cannot be run with these parameters: " + String.join("; ", mistakes) + ".",
        "change these parameters. Nothing was changed");
  }

  static UserException unknownGates(List<String> unknown, List<String> known) {
    return UserException.refused(
        "HN5002",
        "hybridnet.failover.override contains gates that cannot be overridden: "
            + String.join(", ", unknown)
            + ".",
        "use any of " + String.join(", ", known));
  }

  /** The failure that a drill's result is. */
  static UserException of(DrillResult result) {
    DrillVerdict drillVerdict = result.verdict();
    List<String> findings = drillVerdict.findings().stream().map(DrillFinding::withCode).toList();
    return switch (drillVerdict.outcome()) {
      case RESTORE_FAILED ->
          new UserException(
              Kind.UNABLE,
              drillVerdict.code().orElseThrow(),
              "ExpressRoute is not restored after the failover drill. " + lines(findings),
              String.join(System.lineSeparator(), DrillText.restoreFailed(result)),
              null);
      case REFUSED ->
          failure(
              drillVerdict, "The failover drill was not started. Nothing was changed.", findings);
      default ->
          failure(drillVerdict, "The failover drill failed. ExpressRoute is restored.", findings);
    };
  }

  private static UserException failure(
      DrillVerdict drillVerdict, String what, List<String> findings) {
    String fixes =
        drillVerdict.findings().stream()
            .map(DrillFinding::fix)
            .map(fix -> fix.strip().replaceAll("\\.$", ""))
            .filter(fix -> !fix.isEmpty())
            .distinct()
            .collect(Collectors.joining("; "));
    return UserException.refused(drillVerdict.code().orElseThrow(), what + lines(findings), fixes);
  }

  private static String lines(List<String> findings) {
    return ListText.indentedLines(findings);
  }
}
