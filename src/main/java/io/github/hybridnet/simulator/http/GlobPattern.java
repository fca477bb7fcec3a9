package io.github.hybridnet.simulator.http;

import java.util.List;

/** A text in which {@code *} stands for any characters and {@code ?} for one; case is ignored. */
public final class GlobPattern {
  private final String text;

  private GlobPattern(String text) {
    this.text = text;
  }

  /** Reads a pattern; every text is one. */
  public static GlobPattern of(String text) {
    return new GlobPattern(text);
  }

  /**
   * Whether the whole text matches. Not by a regular expression: one with many stars takes
   * exponential time. Here only the latest star is ever tried again.
   */
  public boolean matches(String value) {
    int at = 0;
    int star = -1;
    int resume = 0;
    int i = 0;
    while (i < value.length()) {
      if (at < text.length() && text.charAt(at) == '*') {
        star = at++;
        resume = i;
      } else if (at < text.length() && isSame(text.charAt(at), value.charAt(i))) {
        at++;
        i++;
      } else if (star >= 0) {
        at = star + 1;
        i = ++resume;
      } else {
        return false;
      }
    }
    while (at < text.length() && text.charAt(at) == '*') {
      at++;
    }
    return at == text.length();
  }

  private static boolean isSame(char pattern, char value) {
    return pattern == '?'
        || pattern == value
        || Character.toLowerCase(Character.toUpperCase(pattern))
            == Character.toLowerCase(Character.toUpperCase(value));
  }

  /** Whether it matches everything. */
  public boolean matchesAll() {
    return text.equals("*");
  }

  public boolean matchesAny(List<String> values) {
    return values.stream().anyMatch(this::matches);
  }

  /** Matches the last of the names or, if there is a slash in the pattern, all of them. */
  public boolean matchesEnd(List<String> names) {
    boolean all = text.contains("/");
    return !names.isEmpty() && matches(all ? String.join("/", names) : names.get(names.size() - 1));
  }

  @Override
  public String toString() {
    return text;
  }
}
