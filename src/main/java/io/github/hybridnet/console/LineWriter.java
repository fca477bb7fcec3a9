package io.github.hybridnet.console;

/** Where lines go. */
public interface LineWriter {

  /** A line that tells what happens. */
  void info(String line);

  /** A line about something that the user should know. */
  void warn(String line);

  /** A line about something that is wrong. */
  void error(String line);
}
