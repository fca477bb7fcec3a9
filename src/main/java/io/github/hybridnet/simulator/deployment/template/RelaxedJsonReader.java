package io.github.hybridnet.simulator.deployment.template;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import java.io.IOException;

/**
 * JSON as Resource Manager reads it where templates are sent. The Azure CLI puts the text of a
 * template file into its request as it stands, with comments and strings of several lines, under a
 * name without quotes.
 */
final class RelaxedJsonReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private RelaxedJsonReader() {}

  /** A document, and where everything in it stands. */
  record Document(JsonNode root, SourcePositions positions) {}

  /**
   * Reads a document that may have comments.
   *
   * @throws io.github.hybridnet.simulator.arm.error.ArmException if it is not JSON
   */
  static Document read(byte[] content) {
    if (content.length == 0) {
      throw ArmErrors.missingBody();
    }
    try (JsonParser parser = MAPPER.createParser(content)) {
      JsonNode root = MAPPER.readTree(content);
      if (!root.isObject()) {
        throw ArmErrors.missingBody();
      }
      return new Document(root, SourcePositions.read(parser));
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw ArmErrors.invalidRequestContent(
          at == null
              ? "not JSON"
              : "not JSON at line " + at.getLineNr() + ", position " + at.getColumnNr());
    } catch (IOException e) {
      throw ArmErrors.invalidRequestContent("not JSON");
    }
  }
}
