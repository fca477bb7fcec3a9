package io.github.hybridnet.text;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** How several things read in a sentence or below it. */
public final class ListText {
  private ListText() {}

  /** All of them: {@code a, b, c}. */
  public static String commas(Collection<?> things) {
    return things.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** All of them as part of a sentence: {@code a}, {@code a and b}, {@code a, b and c}. */
  static String and(Collection<?> things) {
    List<?> all = List.copyOf(things);
    int last = all.size() - 1;
    return last < 1 ? commas(all) : commas(all.subList(0, last)) + " and " + all.get(last);
  }

  /**
   * The first of them and how many more there are: {@code a, b and 3 more}.
   *
   * @param most how many are named
   */
  public static String first(Collection<?> things, int most) {
    String named = commas(things.stream().limit(most).toList());
    return things.size() > most ? named + " and " + (things.size() - most) + " more" : named;
  }

  /** Each on a line of its own, which begins with two blanks; nothing for no things. */
  public static String indentedLines(Collection<?> things) {
    return things.stream()
        .map(thing -> System.lineSeparator() + "  " + thing)
        .collect(Collectors.joining());
  }

  /**
   * What to do about several problems: one fix as it is, several with their numbers, each on a line
   * of its own below the word Fix, so that a command can be copied as it is.
   *
   * @param fixes in the order in which they are to be done
   */
  public static String fixes(List<String> fixes) {
    if (fixes.size() < 2) {
      return String.join("", fixes);
    }
    StringBuilder text = new StringBuilder("in this order:");
    for (int i = 0; i < fixes.size(); i++) {
      text.append(System.lineSeparator()).append("    ").append(i + 1).append(". ");
      text.append(fixes.get(i));
    }
    return text.toString();
  }
}
