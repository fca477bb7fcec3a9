package io.github.hybridnet.config;

import io.github.hybridnet.model.Place;

/**
 * A position in a text.
 *
 * @param line from 1
 * @param column from 1
 */
record TextPosition(int line, int column) {

  /** The position of the character at that offset. */
  static TextPosition of(String text, int offset) {
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
  Place in(String file) {
    return new Place(file, line, column, "");
  }
}
