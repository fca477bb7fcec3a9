package io.github.hybridnet.maven;

import io.github.hybridnet.console.LineWriter;
import org.apache.maven.plugin.logging.Log;

/** Writes lines to the log of Maven. */
final class LogLines implements LineWriter {
  private final Log log;

  LogLines(Log log) {
    this.log = log;
  }

  @Override
  public void info(String line) {
    log.info(line);
  }

  @Override
  public void warn(String line) {
    log.warn(line);
  }

  @Override
  public void error(String line) {
    log.error(line);
  }
}
