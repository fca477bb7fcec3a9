package io.github.hybridnet.maven;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.text.PrintableText;
import org.apache.maven.plugin.logging.Log;

/** Writes lines to the log of Maven. Whatever comes from outside can forge none. */
final class MavenLogWriter implements LineWriter {
  private final Log log;
  private final String prefix;

  /**
   * Lines of one goal.
   *
   * @param prefix what each line begins with: who speaks, where several do at once
   */
  MavenLogWriter(Log log, String prefix) {
    this.log = log;
    this.prefix = prefix;
  }

  @Override
  public void info(String line) {
    log.info(prefix + PrintableText.line(line));
  }

  @Override
  public void warn(String line) {
    log.warn(prefix + PrintableText.line(line));
  }

  @Override
  public void error(String line) {
    log.error(prefix + PrintableText.line(line));
  }
}
