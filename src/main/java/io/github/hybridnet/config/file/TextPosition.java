package io.github.hybridnet.config.file;

import io.github.hybridnet.model.SourceLocation;

/**
 * A position in a text.
 *
 * @param line from 1
 * @param column from 1
 */
public record TextPosition(int line, int column) {

  /** The position of the character at that offset. */
  public static TextPosition of(String text, int offset) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < offset; i++) {
      char c = text.charAt(i);
      boolean endOfLine = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
      if (endOfLine) {
        line++;
        lineStart = i + 1;
      }
    }
    return new TextPosition(line, offset - lineStart + 1);
  }

  /** This position in that file. */
  public SourceLocation in(String file) {
    return new SourceLocation(file, line, column, "");
  }
}
