package io.github.hybridnet.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.journal.AtomicFileWriter;
import io.github.hybridnet.plan.PropertyDifference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A JSON file for other programs, which is replaced whole or not at all. */
final class JsonFile {
  static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonFile() {}

  static void write(Path file, JsonNode root) throws IOException {
    AtomicFileWriter.write(file, JSON.writeValueAsBytes(root));
  }

  static void difference(ObjectNode node, PropertyDifference propertyDifference) {
    node.put("path", propertyDifference.path());
    node.put("secret", propertyDifference.secret());
    if (!propertyDifference.secret()) {
      node.put("declared", propertyDifference.declared());
      node.put("found", propertyDifference.actual());
    }
  }

  static void resource(ObjectNode node, ResourceKey key) {
    node.put("type", key.type().armName());
    node.put("name", key.name());
    node.put("id", key.id());
  }

  static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }
}
