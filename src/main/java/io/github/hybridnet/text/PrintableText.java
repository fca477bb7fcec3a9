package io.github.hybridnet.text;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as it may be shown. Names, states, tags and error texts come from outside: what in them
 * could begin a line, steer a terminal, turn the direction of writing, or be taken for a command by
 * a build server is shown escaped. The one place that decides this.
 */
public final class PrintableText {
  /** Azure Pipelines, GitHub and TeamCity execute commands that begin so, anywhere in a line. */
  private static final Pattern COMMAND = Pattern.compile("#(?=#)");

  /** A lone carriage return goes back to the begin of the line that was written. */
  private static final Pattern LONE_RETURN = Pattern.compile("\\r(?!\\n)");

  private PrintableText() {}

  /** The text as part of one line: line breaks are shown as {@code \n}. */
  public static String line(String text) {
    return escaped(text, false);
  }

  /** The text as lines that were composed here: line breaks stay. */
  public static String lines(String text) {
    return escaped(LONE_RETURN.matcher(text).replaceAll("\\\\r"), true);
  }

  /**
   * The text as part of one line, and limited to a number of characters; a cut text ends with its
   * original length.
   *
   * @param most how many characters are kept
   */
  public static String line(String text, int most) {
    if (text.length() <= most) {
      return line(text);
    }
    return line(text.substring(0, end(text, most))) + "... (" + text.length() + " characters)";
  }

  /**
   * The text, or its beginning and {@code ...} if it is longer. Nothing is escaped.
   *
   * @param most how many characters stay; half a surrogate pair does not
   */
  public static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, end(text, most)) + "...";
  }

  private static int end(String text, int most) {
    return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
  }

  private static String escaped(String text, boolean breaks) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F) && !text.contains("##")) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16);
    COMMAND
        .matcher(text)
        .replaceAll("\\\\u0023")
        .codePoints()
        .forEach(c -> append(shown, c, breaks));
    return shown.toString();
  }

  private static void append(StringBuilder shown, int c, boolean breaks) {
    if ((breaks && (c == '\n' || c == '\r')) || !isDangerous(c)) {
      shown.appendCodePoint(c);
    } else if (c == '\n' || c == '\r' || c == '\t') {
      shown.append(c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
    } else {
      for (char unit : Character.toChars(c)) {
        shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
      }
    }
  }

  /** Control and format characters (those of direction are such), line ends, halves of pairs. */
  private static boolean isDangerous(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
