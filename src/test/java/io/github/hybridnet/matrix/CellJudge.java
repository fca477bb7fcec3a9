package io.github.hybridnet.matrix;

import io.github.hybridnet.simulator.variant.AzureVariant;
import io.github.hybridnet.survival.Estate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Says what is wrong with a run: a fault for each thing that should not be. */
final class CellJudge {
  private static final Pattern CLEAR =
      Pattern.compile("HN\\d{4}: \\S[\\s\\S]*\\R\\s*(Fix|Fixes): \\S[\\s\\S]*");
  private static final Pattern TRACE = Pattern.compile("(?m)^\\s*at [\\w.$]+\\(|Exception\\b");

  /** Tags that a policy has added to a resource, which had others or none. */
  private static final Pattern POLICY_TAGS =
      Pattern.compile("[^:]*/tags(/policy-[a-z-]+)?:  -> (\"[^\"]*\"|\\{(\"policy-[^,]*,?)+})");

  /** Beyond what the goal usually takes. */
  private static final Duration MORE = Duration.ofHours(1);

  private final MatrixCell cell;
  private final Estate before;
  private final CellRun usual;
  private final List<String> faults = new ArrayList<>();

  /**
   * Judges runs of a cell.
   *
   * @param before what stood before
   * @param usual the same goal when nothing unusual is played
   */
  CellJudge(MatrixCell cell, Estate before, CellRun usual) {
    this.cell = cell;
    this.before = before;
    this.usual = usual;
  }

  /** All that is wrong. */
  List<String> faults(CellRun run) {
    run.crash().ifPresent(trace -> fault("ended with a stack trace: " + trace));
    run.lines().stream()
        .filter(line -> TRACE.matcher(line).find())
        .findFirst()
        .ifPresent(line -> fault("says what only programmers understand: " + line));
    if (run.waited().compareTo(usual.waited().plus(MORE)) > 0) {
      fault("took " + run.waited() + " instead of " + usual.waited());
    }
    if (cell.goal().isReading() && !run.writes().isEmpty()) {
      fault("wrote: " + run.writes());
    }
    if (run.crash().isEmpty()) {
      run.refusal().ifPresentOrElse(message -> refused(run, message), () -> done(run));
    }
    return faults;
  }

  private void refused(CellRun run, String message) {
    CellExpectation expectation = CellExpectation.of(cell);
    if (expectation.refusals().isEmpty()) {
      fault("stopped: " + message);
    } else if (!expectation.allows(message)) {
      fault("does not say why: " + message);
    }
    if (!CLEAR.matcher(message).matches() || TRACE.matcher(message).find()) {
      fault("is not clear: " + message);
    }
    // A restore whose success is not reported has put everything back all the same.
    boolean undone = cell.goal() == MatrixGoal.RESTORE && run.estate().equals(usual.estate());
    if (!undone) {
      same("left", run.estate(), before);
    }
  }

  private void done(CellRun run) {
    if (!CellExpectation.of(cell).success()) {
      fault("did not refuse");
    } else {
      same("made", run.estate(), usual.estate());
    }
  }

  private void same(String what, Estate found, Estate expected) {
    Estate.Comparison comparison = found.against(expected);
    List<String> different = new ArrayList<>(comparison.different());
    if (cell.variants().containsKey(AzureVariant.LETTER_CASE)) {
      // What is written back is written as Azure showed it, and Azure keeps it so.
      different.removeIf(CellJudge::isOfLettersAlone);
    }
    if (cell.plays(AzureVariant.TAG_POLICY, "adds-tags")) {
      different.removeIf(each -> POLICY_TAGS.matcher(each).matches());
    }
    if (cell.plays(AzureVariant.IDENTITY, "network-contributor")) {
      // ExpressRoute comes back without the right to remove the tags that tell of the drill.
      different.removeIf(each -> each.contains("/tags/hybridnet-drill-"));
    }
    if (!comparison.orphans().isEmpty()
        || !comparison.missing().isEmpty()
        || !different.isEmpty()) {
      fault(
          "%s too much %s, too little %s, other %s"
              .formatted(what, comparison.orphans(), comparison.missing(), different));
    }
  }

  private static boolean isOfLettersAlone(String difference) {
    String[] values = difference.substring(difference.indexOf(": ") + 2).split(" -> ", 2);
    return values.length == 2 && values[0].equalsIgnoreCase(values[1]);
  }

  /** Adds one. */
  void fault(String sentence) {
    faults.add(sentence);
  }
}
