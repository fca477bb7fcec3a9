package io.github.hybridnet.matrix;

import io.github.hybridnet.console.LineWriter;

/** Gives lines to two. */
record HeardLines(LineWriter first, LineWriter second) implements LineWriter {
  @Override
  public void info(String line) {
    first.info(line);
    second.info(line);
  }

  @Override
  public void warn(String line) {
    first.warn(line);
    second.warn(line);
  }

  @Override
  public void error(String line) {
    first.error(line);
    second.error(line);
  }
}
