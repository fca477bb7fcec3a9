package io.github.hybridnet.console;

import io.github.hybridnet.replay.compare.DifferenceGroup;
import io.github.hybridnet.replay.compare.EqualShare;
import io.github.hybridnet.replay.compare.MemberDifference;
import io.github.hybridnet.replay.compare.ReplayScore;
import io.github.hybridnet.replay.compare.ScoreTotals;
import io.github.hybridnet.text.ListText;
import io.github.hybridnet.text.MeasuredValueText;
import io.github.hybridnet.text.PrintableText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What a replay shows: how much was sent, the scores, and what differs by member. */
public final class ReplayText {
  private static final int SHOWN = 40;
  private static final int LONGEST_VALUE = 60;

  private final ReplayScore score;
  private final Path report;

  /**
   * For one replay.
   *
   * @param report the file that has everything
   */
  public ReplayText(ReplayScore score, Path report) {
    this.score = score;
    this.report = report;
  }

  /** The lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(sent());
    lines.addAll(scores());
    lines.addAll(differences());
    return lines;
  }

  private List<String> sent() {
    int scored = score.steps().size();
    int left = score.notSent().values().stream().mapToInt(Integer::intValue).sum();
    List<String> lines = new ArrayList<>();
    lines.add(
        "Replayed "
            + counted(score.cassettes().size(), "cassette")
            + ": "
            + scored
            + " of "
            + counted(scored + left, "recorded request")
            + " sent.");
    if (left > 0) {
      List<String> reasons = new ArrayList<>();
      score.notSent().forEach((words, count) -> reasons.add(count + " (" + words + ")"));
      lines.add("Not sent: " + ListText.commas(reasons) + ".");
    }
    if (!score.withoutBodies().isEmpty()) {
      lines.add(
          "Not replayed, because the bodies of their requests were not recorded: "
              + PrintableText.line(ListText.commas(score.withoutBodies()))
              + ".");
    }
    return lines;
  }

  private List<String> scores() {
    ScoreTotals totals = score.totals();
    return new TextTable("score", "as recorded", "of")
        .row("PROTOCOL", share(totals.protocol()), "status, operations and error codes")
        .row("ERROR", share(totals.error()), "error codes of recorded failures")
        .row("BODY", percent(totals.body()), "recorded members that are there")
        .row("VALUES", percent(totals.values()), "equal values, where both have the member")
        .lines();
  }

  private static String share(EqualShare share) {
    return share.isEmpty() ? "none" : share.right() + "/" + share.of();
  }

  private static String percent(OptionalDouble share) {
    return share.isPresent() ? MeasuredValueText.percent(share.getAsDouble()) : "none";
  }

  private List<String> differences() {
    List<DifferenceGroup> groups = score.differences();
    if (groups.isEmpty()) {
      return score.steps().isEmpty() ? List.of() : List.of("No differences.");
    }
    List<String> lines = new ArrayList<>(List.of("Differences:"));
    groups.stream().limit(SHOWN).forEach(group -> lines.addAll(lines(group)));
    if (groups.size() > SHOWN) {
      lines.add("and " + (groups.size() - SHOWN) + " more.");
    }
    lines.add("All of them are in " + report + ".");
    return lines;
  }

  private static List<String> lines(DifferenceGroup group) {
    MemberDifference example = group.example();
    return List.of(
        "  "
            + example.axis()
            + " "
            + group.count()
            + "x "
            + PrintableText.line(group.request() + ": " + example.member()),
        "    recorded "
            + value(example.recorded())
            + ", simulated "
            + value(example.simulated())
            + " ("
            + PrintableText.line(group.cassette())
            + " #"
            + group.interaction()
            + ")");
  }

  private static String value(String json) {
    return PrintableText.line(json, LONGEST_VALUE);
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
