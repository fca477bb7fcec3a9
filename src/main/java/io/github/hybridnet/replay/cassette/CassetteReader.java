package io.github.hybridnet.replay.cassette;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a cassette. The shape of the file says which recorder wrote it, not its name: {@link
 * PlainCassetteParser}, {@link SessionEntriesParser}, {@link VcrParser}.
 */
public final class CassetteReader {
  private static final long LARGEST = 256L << 20;
  private static final List<CassetteParser> PARSERS =
      List.of(new VcrParser(), new PlainCassetteParser(), new SessionEntriesParser());

  static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private CassetteReader() {}

  /**
   * Reads one file.
   *
   * @throws CassetteFormatException when it is no cassette
   * @throws IOException when it cannot be read
   */
  public static Cassette read(Path file) throws IOException, CassetteFormatException {
    if (Files.size(file) > LARGEST) {
      throw new CassetteFormatException("it is larger than 256 MiB");
    }
    JsonNode root = tree(Files.readAllBytes(file));
    for (CassetteParser parser : PARSERS) {
      if (parser.isMeant(root)) {
        return parser.parse(name(file), root);
      }
    }
    throw new CassetteFormatException("it has neither 'interactions' nor 'Entries'");
  }

  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static JsonNode tree(byte[] bytes) throws CassetteFormatException {
    String marked = new String(bytes, StandardCharsets.UTF_8);
    String text = marked.startsWith("\uFEFF") ? marked.substring(1) : marked;
    if (!text.stripLeading().startsWith("{")) {
      return YamlReader.tree(text);
    }
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new CassetteFormatException("it is not valid JSON at line " + line);
    }
  }
}
