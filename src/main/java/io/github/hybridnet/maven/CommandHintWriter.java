package io.github.hybridnet.maven;

import io.github.hybridnet.console.LineWriter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Notices when a goal names commands of this plugin without their options, so that the options can
 * be shown. Without them a command might apply to another cloud, other files or another network.
 */
final class CommandHintWriter implements LineWriter {
  /** A command that can be copied is complete only if options follow it. */
  private static final Pattern NAMED =
      Pattern.compile("(?<!mvn )hybridnet:[a-z]|mvn hybridnet:[a-z-]++(?! -D)");

  private final LineWriter next;
  private final Runnable noticed;

  /**
   * A writer in front of another one.
   *
   * @param noticed run when a command is named
   */
  CommandHintWriter(LineWriter next, Runnable noticed) {
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
    if (namesCommand(line)) {
      noticed.run();
    }
    return line;
  }

  /** Whether a text names a command without its options. */
  static boolean namesCommand(String text) {
    return NAMED.matcher(text).find();
  }

  /** The line with the options to repeat. */
  static String hint(List<String> options) {
    return "Add the options of this run to each hybridnet command above: "
        + String.join(" ", options);
  }

  /** A failure's text with the hint; commands to copy and the code stay last. */
  static String withHint(String message, List<String> options) {
    if (options.isEmpty() || !namesCommand(message)) {
      return message;
    }
    String hint = System.lineSeparator() + "    " + hint(options).replace(" above", "");
    int fix = message.indexOf("  Fix: ");
    int end = message.indexOf(System.lineSeparator(), Math.max(0, fix));
    return end < 0 ? message + hint : message.substring(0, end) + hint + message.substring(end);
  }
}
