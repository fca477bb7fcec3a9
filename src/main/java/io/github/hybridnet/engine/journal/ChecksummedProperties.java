package io.github.hybridnet.engine.journal;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Members of a small file under a checksum: a file that was cut off or changed is never taken for a
 * whole one.
 */
public final class ChecksummedProperties {
  private static final String CHECKSUM = "checksum=";

  private ChecksummedProperties() {}

  /** The file's text: the checksum, then the members, always in the same order. */
  public static String text(Properties members) {
    StringWriter text = new StringWriter();
    try {
      members.store(text, null);
    } catch (IOException e) {
      throw new IllegalStateException("A text cannot be full.", e);
    }
    String body =
        text.toString()
            .lines()
            .filter(line -> !line.startsWith("#"))
            .sorted()
            .collect(Collectors.joining("\n", "", "\n"));
    return CHECKSUM + ContentHash.of(body) + "\n" + body;
  }

  /**
   * The members of a file.
   *
   * @return empty when the text is not whole
   */
  public static Optional<Properties> parse(String text) {
    int begin = CHECKSUM.length() + ContentHash.LENGTH + 1;
    if (text.length() < begin
        || !text.startsWith(CHECKSUM + ContentHash.of(text.substring(begin)) + "\n")) {
      return Optional.empty();
    }
    Properties members = new Properties();
    try {
      members.load(new StringReader(text.substring(begin)));
      return Optional.of(members);
    } catch (IOException | IllegalArgumentException e) {
      // A checksum proves no shape: somebody else may have written it.
      return Optional.empty();
    }
  }
}
