package io.github.hybridnet.model;

/**
 * Where a value was written.
 *
 * @param file the file as the user would name it, or the POM element or property that gave the
 *     value
 * @param line from 1; 0 when the source has no lines
 * @param column from 1; 0 when the source has no columns
 * @param pointer the JSON pointer inside the file, empty for the whole file
 */
public record SourceLocation(String file, int line, int column, String pointer) {

  /** A whole file, or a source without lines such as a property. */
  public static SourceLocation of(String source) {
    return new SourceLocation(source, 0, 0, "");
  }

  /** {@code file:line:column}, or only the file where there are no lines. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
