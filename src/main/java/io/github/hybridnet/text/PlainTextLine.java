package io.github.hybridnet.text;

import java.util.regex.Pattern;

/** Makes one line of plain text out of what others wrote. */
public final class PlainTextLine {
  private static final int LONGEST = 400;
  private static final Pattern ESCAPES =
      Pattern.compile("\\x1B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\x07\\x1B]*(?:\\x07|\\x1B\\\\)?|.)?");

  /** Control characters, separators of lines, and what changes the direction of writing. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Z}]+");

  private PlainTextLine() {}

  /** The text on one line, without what does not show, and not too long. */
  public static String of(String text) {
    return of(text, LONGEST);
  }

  /**
   * The text on one line, without what does not show.
   *
   * @param most how many characters stay; {@code ...} follows a text that is cut
   */
  public static String of(String text, int most) {
    String bounded = text.length() > 8 * LONGEST ? text.substring(0, 8 * LONGEST) : text;
    String plain = INVISIBLE.matcher(withoutEscapes(bounded)).replaceAll(" ").strip();
    return plain.length() > most ? plain.substring(0, most) + "..." : plain;
  }

  /** The text without the sequences that steer a terminal. */
  public static String withoutEscapes(String text) {
    return ESCAPES.matcher(text).replaceAll("");
  }
}
