package io.github.hybridnet.console;

import io.github.hybridnet.drill.action.DisconnectAnnouncement;
import io.github.hybridnet.drill.api.DrillEvent;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillSettings.TimeLimits;
import io.github.hybridnet.drill.api.DrillStep;
import io.github.hybridnet.drill.gate.GateResult;
import io.github.hybridnet.drill.run.DrillResult;
import io.github.hybridnet.drill.run.RestoreMessages;
import io.github.hybridnet.text.MeasuredValueText;
import io.github.hybridnet.text.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a drill shows: its progress, its announcement and its result. */
public final class DrillText {
  private static final String INDENT = "  ";
  private static final String DETAIL = "      ";

  private DrillText() {}

  /**
   * Writes an event as it happens, at its level. What stops a drill before it begins is shown once,
   * together and with its fixes, when the goal stops.
   */
  public static void event(DrillEvent event, LineWriter out) {
    if (event.step() == DrillStep.PREFLIGHT && event.kind() == DrillEvent.Kind.FAILURE) {
      return;
    }
    String at = MeasuredValueText.at(event.at()) + "  ";
    String next = " ".repeat(at.length()) + INDENT;
    for (String line : WrappedText.lines(at + sign(event.kind()), next, text(event))) {
      switch (event.kind()) {
        case STEP, INFO, PROBE_UP -> out.info(line);
        case WARNING, PROBE_DOWN -> out.warn(line);
        case FAILURE -> out.error(line);
      }
    }
  }

  private static String text(DrillEvent event) {
    if (event.kind() != DrillEvent.Kind.STEP) {
      return event.text();
    }
    String step = event.step().label();
    return event.text().isEmpty() ? step : step + ": " + event.text();
  }

  private static String sign(DrillEvent.Kind kind) {
    return switch (kind) {
      case STEP -> "== ";
      case INFO -> "   ";
      case WARNING, FAILURE -> " ! ";
      case PROBE_DOWN -> " v ";
      case PROBE_UP -> " ^ ";
    };
  }

  /** The preflight gates, each with its status. */
  static List<String> gates(List<GateResult> gates) {
    List<String> lines = new ArrayList<>();
    for (GateResult gate : gates) {
      lines.addAll(WrappedText.lines(mark(gate), DETAIL, gate.id() + ": " + gate.text()));
      if (!gate.fix().isEmpty()) {
        lines.addAll(WrappedText.lines(DETAIL + "Fix: ", DETAIL, gate.fix()));
      }
    }
    return List.copyOf(lines);
  }

  private static String mark(GateResult gate) {
    return switch (gate.status()) {
      case MET -> "  [ok]         ";
      case WARNING -> "  [warning]    ";
      case NOT_MET -> "  [NOT MET]    ";
      case OVERRIDDEN -> "  [overridden] ";
    };
  }

  /**
   * What a drill would do, who is affected, how it is restored by hand, and how it is confirmed.
   *
   * @param options what the command has to repeat to mean the same drill
   */
  public static List<String> dryRun(DrillResult result, List<String> options) {
    List<String> lines = new ArrayList<>();
    lines.add("Preflight:");
    lines.addAll(gates(result.gates()));
    lines.addAll(announcement(result));
    List<DrillFinding> findings = result.verdict().findings();
    if (!findings.isEmpty()) {
      lines.add("The drill would be refused now:");
      findings.forEach(f -> lines.addAll(WrappedText.lines("  - ", "    ", f.withFix())));
    }
    lines.add(
        findings.isEmpty()
            ? "Nothing was changed. To run the drill:"
            : "Nothing was changed. To run the drill after fixing the points above:");
    lines.add(INDENT + PrintableText.line(command(result, options)));
    return List.copyOf(lines);
  }

  /**
   * The method is always named, even if it was chosen automatically: it decides who is affected.
   */
  private static String command(DrillResult result, List<String> options) {
    String method = "-Dhybridnet.failover.disconnect=";
    return Stream.concat(
            Stream.of(
                "mvn hybridnet:test-failover",
                "-Dhybridnet.failover.confirm=" + result.target().expressRoute().gateway().name(),
                method + result.settings().method().label()),
            options.stream().filter(option -> !option.startsWith(method)))
        .collect(Collectors.joining(" "));
  }

  private static List<String> announcement(DrillResult result) {
    DisconnectAnnouncement disconnectAnnouncement = result.announcement();
    TimeLimits timeLimits = result.settings().times();
    List<String> lines = new ArrayList<>();
    lines.addAll(WrappedText.lines("The drill: ", INDENT, disconnectAnnouncement.action()));
    lines.add("Affected:");
    disconnectAnnouncement
        .blastRadius()
        .forEach(b -> lines.addAll(WrappedText.lines("  - ", "    ", b)));
    lines.addAll(WrappedText.lines("Expected: ", INDENT, disconnectAnnouncement.expectation()));
    lines.addAll(
        WrappedText.lines(
            "Duration: ",
            INDENT,
            MeasuredValueText.limit(timeLimits.hold())
                + " on the VPN. The restore starts at the latest "
                + MeasuredValueText.limit(timeLimits.maxDuration())
                + " after ExpressRoute is disconnected."));
    lines.add("The drill always restores ExpressRoute at its end. To restore it by hand:");
    lines.addAll(commands(disconnectAnnouncement.undoCommands()));
    return lines;
  }

  /** Not wrapped: they are to be copied. */
  private static List<String> commands(List<String> undo) {
    return undo.stream().map(c -> INDENT + PrintableText.line(c)).toList();
  }

  /** The readiness of a network that was only observed. */
  public static List<String> observed(int score, List<String> reasons, DrillResult result) {
    List<String> lines = new ArrayList<>();
    lines.add("Preflight:");
    lines.addAll(gates(result.gates()));
    lines.add("Readiness for a failover: " + score + " of 100");
    reasons.forEach(r -> lines.addAll(WrappedText.lines("  - ", "    ", r)));
    lines.add("Nothing was changed: the network was only observed.");
    return List.copyOf(lines);
  }

  /**
   * Writes the result of a drill. If ExpressRoute is not restored, the last lines show what to do.
   */
  public static void result(DrillResult result, LineWriter out) {
    DrillResultText.write(result, out);
  }

  /** What is down after a drill that could not restore ExpressRoute, as a sentence. */
  public static String restoreFailure(DrillResult result) {
    if (!result.manualCommands().isEmpty()) {
      return "ExpressRoute may still be disconnected after the failover drill.";
    }
    return result.verdict().isRemoved()
        ? "The network has no ExpressRoute after the failover drill."
        : "ExpressRoute is restored, but does not carry the traffic as before the failover drill.";
  }

  /**
   * What to do if ExpressRoute is not back. Where it has to be restored, the last line begins with
   * the code.
   */
  public static List<String> restoreFailed(DrillResult result) {
    String code = result.verdict().code().orElse("");
    if (!result.manualCommands().isEmpty()) {
      List<String> lines = new ArrayList<>();
      lines.add("run mvn hybridnet:restore. If that fails, restore ExpressRoute by hand:");
      lines.addAll(commands(result.manualCommands()));
      lines.add(RestoreMessages.stillDisconnected(code));
      return List.copyOf(lines);
    }
    DrillFinding why =
        result.verdict().findings().stream()
            .filter(f -> f.code().equals(code))
            .findFirst()
            .orElse(new DrillFinding(code, restoreFailure(result), "run mvn hybridnet:restore"));
    return List.of(PrintableText.line(why.fix()).strip());
  }
}
