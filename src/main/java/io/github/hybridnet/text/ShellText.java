package io.github.hybridnet.text;

import java.util.regex.Pattern;

/** Commands that users copy into a shell. */
public final class ShellText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:/@%+=,-]+");

  private ShellText() {}

  /** A value as one word of a POSIX shell: as it is if no character is special, else in quotes. */
  public static String quoted(String value) {
    return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
  }
}
