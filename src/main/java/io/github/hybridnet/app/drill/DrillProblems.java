package io.github.hybridnet.app.drill;

import io.github.hybridnet.console.DrillText;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillSettings.TimeLimits;
import io.github.hybridnet.drill.api.DrillThresholds;
import io.github.hybridnet.drill.gate.DrillPreflight;
import io.github.hybridnet.drill.probe.ProbeTiming;
import io.github.hybridnet.drill.run.Drill;
import io.github.hybridnet.drill.run.DrillResult;
import io.github.hybridnet.drill.run.DrillVerdict;
import io.github.hybridnet.text.DurationText;
import io.github.hybridnet.text.ListText;
import io.github.hybridnet.text.UserException;
import io.github.hybridnet.text.UserException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code test-failover} says when a drill cannot be run, or has failed. */
final class DrillProblems {
  private DrillProblems() {}

  static UserException otherGateway(String confirmed, String gateway) {
    return UserException.refused(
        "HN5000",
        "hybridnet.failover.confirm is '"
            + confirmed
            + "', but the ExpressRoute gateway in the parameter files is '"
            + gateway
            + "'. Nothing was changed.",
        "to test this network, run the goal with -Dhybridnet.failover.confirm="
            + gateway
            + ". To test the network of '"
            + confirmed
            + "', run it with the parameter files of that network");
  }

  static UserException unconfirmed(String gateway, DisconnectMethod method) {
    return UserException.refused(
        "HN5003",
        "The drill was not run, because it is not confirmed and hybridnet.requireConfirmation is"
            + " set. Nothing was changed.",
        "to confirm the drill, run the goal with -Dhybridnet.failover.confirm="
            + gateway
            + " -Dhybridnet.failover.disconnect="
            + method.label());
  }

  /** All mistakes in the time limits and thresholds. */
  static List<String> mistakes(DrillRequest request) {
    TimeLimits limits = request.times();
    List<String> mistakes = new ArrayList<>();
    requireAtMost("hybridnet.failover.maxDuration", limits.maxDuration(), mistakes);
    requireAtMost("hybridnet.failover.leverTimeout", limits.disconnect(), mistakes);
    if (limits.hold().compareTo(limits.maxDuration()) >= 0) {
      mistakes.add(
          "hybridnet.failover.hold must be shorter than hybridnet.failover.maxDuration"
              + actual(limits.hold(), limits.maxDuration()));
    }
    thresholdMistakes(request, mistakes);
    return mistakes;
  }

  private static void requireAtMost(String parameter, Duration value, List<String> mistakes) {
    if (value.compareTo(TimeLimits.MOST) > 0) {
      mistakes.add(
          parameter
              + " must be at most "
              + DurationText.written(TimeLimits.MOST)
              + ", and is "
              + DurationText.written(value));
    }
  }

  private static void thresholdMistakes(DrillRequest request, List<String> mistakes) {
    DrillThresholds thresholds = request.thresholds();
    if (request.probes().targets().isEmpty()) {
      thresholds
          .maxOutage()
          .ifPresent(most -> mistakes.add(withoutProbes("hybridnet.failover.maxOutage")));
      thresholds
          .minAvailability()
          .ifPresent(least -> mistakes.add(withoutProbes("hybridnet.failover.minAvailability")));
    }
    Duration interval = request.probes().interval().orElse(ProbeTiming.INTERVAL);
    thresholds
        .maxOutage()
        .filter(most -> most.compareTo(interval) < 0)
        .ifPresent(
            most ->
                mistakes.add(
                    "hybridnet.failover.maxOutage must not be shorter than"
                        + " hybridnet.failover.probeInterval"
                        + actual(most, interval)
                        + ", because such an outage could be missed"));
  }

  private static String actual(Duration first, Duration second) {
    return " (" + DurationText.written(first) + " and " + DurationText.written(second) + ")";
  }

  private static String withoutProbes(String threshold) {
    return threshold
        + " needs probes: set hybridnet.failover.probes, such as web=tcp://10.0.1.4:443";
  }

  static UserException unusable(List<String> mistakes) {
    return UserException.refused(
        "HN5001",
        "The drill cannot be run with these parameters:" + lines(mistakes),
        "correct these parameters. Nothing was changed");
  }

  static UserException severalConnections(int expressRoute, int vpn) {
    return UserException.refused(
        "HN5077",
        "The drill was not started, because it can test networks with one connection for each"
            + " gateway only. The parameter files have "
            + expressRoute
            + " for the ExpressRoute gateway and "
            + vpn
            + " for the VPN gateway. Nothing was changed.",
        "test this network by hand. hybridnet:status shows the state of each connection");
  }

  /** Gates that cannot be overridden, or do not exist, among those that should be. */
  static UserException wrongGates(Collection<String> overridden) {
    List<String> unknown =
        overridden.stream()
            .filter(gate -> !DrillPreflight.ids().contains(gate))
            .filter(gate -> !Drill.overridable().contains(gate))
            .sorted()
            .toList();
    List<String> firm =
        overridden.stream()
            .filter(gate -> DrillPreflight.ids().contains(gate))
            .filter(gate -> !Drill.overridable().contains(gate))
            .sorted()
            .toList();
    String names =
        Stream.of(
                named("gates that do not exist", unknown),
                named("gates that cannot be overridden", firm))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", and "));
    return UserException.refused(
        "HN5002",
        "hybridnet.failover.override names " + names + ". Nothing was changed.",
        "name only gates of this list: "
            + ListText.commas(Drill.overridable())
            + (firm.isEmpty()
                ? ""
                : ". What another gate finds, such as a management lock, must be resolved before"
                    + " the drill"));
  }

  private static Optional<String> named(String what, List<String> gates) {
    return gates.isEmpty()
        ? Optional.empty()
        : Optional.of(
            what + ": " + ListText.commas(gates.stream().map(gate -> "'" + gate + "'").toList()));
  }

  /** The failure that a drill's result is. */
  static UserException of(DrillResult result) {
    DrillVerdict verdict = result.verdict();
    List<String> findings = verdict.findings().stream().map(DrillFinding::withCode).toList();
    return switch (verdict.outcome()) {
      case RESTORE_FAILED ->
          new UserException(
              Kind.UNABLE,
              verdict.code().orElseThrow(),
              DrillText.restoreFailure(result) + lines(findings),
              String.join(System.lineSeparator(), DrillText.restoreFailed(result)),
              null);
      case REFUSED ->
          failure(verdict, "The failover drill was not started. Nothing was changed.", findings);
      default -> failure(verdict, "The failover drill failed. ExpressRoute is restored.", findings);
    };
  }

  /** What this identity may not do is resolved first: other fixes may need it. */
  private static UserException failure(DrillVerdict verdict, String what, List<String> findings) {
    List<String> fixes =
        verdict.findings().stream()
            .sorted(
                Comparator.comparing(finding -> !finding.code().equals(DrillFinding.NOT_ALLOWED)))
            .map(DrillFinding::fix)
            .filter(fix -> !fix.isEmpty())
            .distinct()
            .toList();
    return UserException.refused(
        verdict.code().orElseThrow(), what + lines(findings), ListText.fixes(fixes));
  }

  private static String lines(List<String> findings) {
    return ListText.indentedLines(findings);
  }
}
