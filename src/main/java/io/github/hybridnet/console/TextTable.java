package io.github.hybridnet.console;

import java.util.ArrayList;
import java.util.List;

/** A table of text, columns aligned. */
final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with a heading. */
  TextTable(String... heading) {
    rows.add(List.of(heading));
  }

  /** Adds a row of as many cells as the heading has. */
  TextTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** The lines, without trailing blanks. */
  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(row.get(i)).append(" ".repeat(width(i) - row.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
  }
}
