package io.github.hybridnet.simulator.http;

import java.util.List;
import java.util.regex.Pattern;

/** A text in which {@code *} stands for any characters and {@code ?} for one; case is ignored. */
public final class Glob {
  private final String text;
  private final Pattern pattern;

  private Glob(String text) {
    this.text = text;
    StringBuilder regex = new StringBuilder();
    text.chars()
        .forEach(
            c ->
                regex.append(
                    c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf((char) c))));
    this.pattern =
        Pattern.compile(
            regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }

  /** Reads a pattern; every text is one. */
  public static Glob of(String text) {
    return new Glob(text);
  }

  public boolean matches(String value) {
    return pattern.matcher(value).matches();
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
