package io.github.hybridnet.console;

import io.github.hybridnet.text.PrintableText;
import java.util.ArrayList;
import java.util.List;

/** Text in lines that are not too long for a terminal or a build log. */
final class WrappedText {
  /** {@code [WARNING] }, which Maven puts before a line. */
  private static final int PREFIX = 10;

  /** How wide lines are, with what Maven puts before them. */
  private static final int WIDTH = 128 - PREFIX;

  private WrappedText() {}

  /**
   * The lines of a text. A word that is longer than a line stays whole.
   *
   * @param first what the first line begins with
   * @param next what the others begin with
   */
  static List<String> lines(String first, String next, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    boolean isEmpty = true;
    for (String word : text.split("\\s+")) {
      if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(next);
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(PrintableText.line(word));
      isEmpty = isEmpty && word.isEmpty();
    }
    lines.add(line.toString().stripTrailing());
    return List.copyOf(lines);
  }
}
