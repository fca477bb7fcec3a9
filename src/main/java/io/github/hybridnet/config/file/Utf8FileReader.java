package io.github.hybridnet.config.file;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a file as UTF-8, with or without a byte order mark. */
public final class Utf8FileReader {
  /** A parameter file has a few kilobytes; a megabyte is something else. */
  static final int MAX_BYTES = 1 << 20;

  private final Path path;

  public Utf8FileReader(Path path) {
    this.path = path;
  }

  /** The text, or empty after a finding has been added. */
  public Optional<String> read(List<Finding> findings) {
    byte[] bytes;
    // A pipe would be read until somebody writes to it.
    if (!Files.isRegularFile(path)) {
      findings.add(ParameterFileProblems.unreadable(path.toString()));
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      findings.add(ParameterFileProblems.unreadable(path.toString()));
      return Optional.empty();
    }
    if (bytes.length > MAX_BYTES) {
      findings.add(ParameterFileProblems.tooLarge(path.toString(), MAX_BYTES));
      return Optional.empty();
    }
    return decode(bytes, findings);
  }

  private Optional<String> decode(byte[] bytes, List<Finding> findings) {
    if (isUtf16Or32(bytes)) {
      findings.add(ParameterFileProblems.notUtf8(new SourceLocation(path.toString(), 1, 1, "")));
      return Optional.empty();
    }
    int start = hasMark(bytes) ? 3 : 0;
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(bytes.length - start);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      findings.add(
          ParameterFileProblems.notUtf8(TextPosition.of(text, text.length()).in(path.toString())));
      return Optional.empty();
    }
    return Optional.of(text);
  }

  private static boolean hasMark(byte[] b) {
    return b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF;
  }

  private static boolean isUtf16Or32(byte[] b) {
    if (b.length < 2) {
      return false;
    }
    boolean mark =
        (b[0] == (byte) 0xFE && b[1] == (byte) 0xFF)
            || (b[0] == (byte) 0xFF && b[1] == (byte) 0xFE);
    return mark || b[0] == 0 || b[1] == 0;
  }
}
