package io.github.hybridnet.maven;

import io.github.hybridnet.console.LineWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Notices when a goal names commands of this plugin without their options, so that the options can
 * be shown. Without them a command might apply to another cloud, other files or another network.
 */
final class CommandHintWriter implements LineWriter {
  /** A command that can be copied is complete only if options follow it. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:(?<![.\\w])hybridnet:|hybridnet-maven-plugin:[\\w.-]+:)([a-z][a-z-]*+)(?! -D)");

  private final LineWriter next;
  private final Consumer<Set<String>> noticed;

  /**
   * A writer in front of another one.
   *
   * @param noticed takes the goals of the commands that a line names
   */
  CommandHintWriter(LineWriter next, Consumer<Set<String>> noticed) {
    this.next = next;
    this.noticed = noticed;
  }

  @Override
  public void info(String line) {
    next.info(noticing(line));
  }

  @Override
  public void warn(String line) {
    next.warn(noticing(line));
  }

  @Override
  public void error(String line) {
    next.error(noticing(line));
  }

  private String noticing(String line) {
    noticed.accept(goals(line));
    return line;
  }

  /** The goals of the commands that a text names without their options, in its order. */
  static Set<String> goals(String text) {
    return NAMED
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The lines with the options to repeat: one for all goals that take the same options.
   *
   * @param options those of a goal
   */
  static List<String> hints(Collection<String> goals, Function<String, List<String>> options) {
    Map<List<String>, List<String>> goalsByOptions =
        goals.stream()
            .collect(Collectors.groupingBy(options, LinkedHashMap::new, Collectors.toList()));
    goalsByOptions.remove(List.of());
    return goalsByOptions.entrySet().stream()
        .map(entry -> hint(entry.getValue(), entry.getKey()))
        .toList();
  }

  private static String hint(List<String> goals, List<String> options) {
    return "Add the options of this run to "
        + goals.stream().map(goal -> "hybridnet:" + goal).collect(Collectors.joining(" and "))
        + ": "
        + String.join(" ", options);
  }

  /** A failure's text with the hints; commands to copy and the code stay last. */
  static String withHints(String message, Function<String, List<String>> options) {
    String hints =
        hints(goals(message), options).stream()
            .map(hint -> System.lineSeparator() + "    " + hint)
            .collect(Collectors.joining());
    int fix = message.indexOf("  Fix: ");
    int end = message.indexOf(System.lineSeparator(), Math.max(0, fix));
    return end < 0 ? message + hints : message.substring(0, end) + hints + message.substring(end);
  }
}
