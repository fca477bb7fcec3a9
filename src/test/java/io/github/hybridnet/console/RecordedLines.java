package io.github.hybridnet.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps lines, each with its level. */
public final class RecordedLines implements LineWriter {
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void info(String line) {
    lines.add("INFO " + line);
  }

  @Override
  public void warn(String line) {
    lines.add("WARN " + line);
  }

  @Override
  public void error(String line) {
    lines.add("ERROR " + line);
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }
}
