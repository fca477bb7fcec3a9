package io.github.hybridnet.console;

import io.github.hybridnet.model.Severity;

/** Writes lines to the log, at three levels. */
public interface LineWriter {

  /** A line about progress or a result. */
  void info(String line);

  /** A line about something that needs attention. */
  void warn(String line);

  /** A line about a failure. */
  void error(String line);

  /** A line at the level of a severity. */
  default void write(Severity severity, String line) {
    switch (severity) {
      case ERROR -> error(line);
      case WARNING -> warn(line);
      case INFO -> info(line);
    }
  }

  /** The message of a failure that does not stop the goal, as warnings. */
  default void warn(Throwable failure) {
    String.valueOf(failure.getMessage()).lines().forEach(this::warn);
  }
}
