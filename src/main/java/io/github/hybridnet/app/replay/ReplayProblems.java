package io.github.hybridnet.app.replay;

import io.github.hybridnet.text.ListText;
import io.github.hybridnet.text.PrintableText;
import io.github.hybridnet.text.UserException;
import java.nio.file.Path;
import java.util.List;

/** What the goal {@code replay} says when it stops. */
final class ReplayProblems {
  private static final String FORMS = "docs/record-and-replay.md lists the forms that can be read";

  private static final String NOTHING_COMPARED =
      "Nothing was compared, because no recorded request could be sent.";
  private static final String CREATES =
      "replay a recording that creates what it reads, such as one of a deployment";

  private ReplayProblems() {}

  static UserException noCassette() {
    return UserException.refused(
        "HN4090",
        "hybridnet.cassette is not set, so there is nothing to replay.",
        "set it to a cassette or to a folder of cassettes. " + FORMS);
  }

  /**
   * Files that cannot be replayed.
   *
   * @param mistakes each file with the reason
   */
  static UserException unreadable(List<String> mistakes) {
    return UserException.refused(
        "HN4091",
        (mistakes.size() == 1
                ? "This file cannot be replayed:"
                : mistakes.size() + " files cannot be replayed:")
            + ListText.indentedLines(mistakes),
        "correct or remove what is listed. " + FORMS + ". Nothing was replayed");
  }

  /** One line of {@link #unreadable}. */
  static String mistake(Path file, String why) {
    return PrintableText.line("'" + file + "': " + why);
  }

  /** A check that has compared nothing must not pass. */
  static UserException nothingCompared() {
    return UserException.refused(
        "HN4093", NOTHING_COMPARED, CREATES + ", or leave hybridnet.replay.failOnDifference out");
  }

  /** The same where differences are information. */
  static String nothingComparedWarning() {
    return NOTHING_COMPARED + " To compare, " + CREATES + ".";
  }

  static UserException differences(int differences, int interactions, Path report) {
    return UserException.refused(
        "HN4092",
        "The simulator answers otherwise than recorded: "
            + differences
            + (differences == 1 ? " difference in " : " differences in ")
            + interactions
            + (interactions == 1 ? " request." : " requests."),
        "compare the lines above with '"
            + report
            + "', or leave hybridnet.replay.failOnDifference out");
  }
}
