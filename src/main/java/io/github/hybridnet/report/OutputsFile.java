package io.github.hybridnet.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code outputs.json}. Goals add to what earlier goals wrote: a resource replaces its own entry,
 * and the circuit of one goal stays when the next has none.
 */
public final class OutputsFile {
  /** The version of the file's shape; it grows when something is removed or changes its meaning. */
  public static final int SCHEMA_VERSION = 1;

  private static final ObjectMapper JSON = JsonFile.JSON;

  private final Path file;

  /** The file in an output directory. */
  public OutputsFile(Path outputDirectory) {
    this.file = outputDirectory.resolve("outputs.json");
  }

  /** Where it is. */
  public Path path() {
    return file;
  }

  /**
   * Adds outputs to the file, which is replaced whole or not at all.
   *
   * @throws IOException when it cannot be written
   */
  public void add(Outputs outputs) throws IOException {
    ObjectNode root = read();
    merge(root, outputs);
    WholeFile.write(file, JSON.writeValueAsBytes(root));
  }

  private ObjectNode read() throws IOException {
    if (!Files.exists(file)) {
      return JSON.createObjectNode();
    }
    try {
      JsonNode node = JSON.readTree(file.toFile());
      return node instanceof ObjectNode object ? object : JSON.createObjectNode();
    } catch (JacksonException damaged) {
      // Everything in the file can be read from the cloud again; a damaged one is written anew.
      return JSON.createObjectNode();
    }
  }

  private static void merge(ObjectNode root, Outputs outputs) {
    root.put("schemaVersion", SCHEMA_VERSION);
    boolean sameCloud = root.path("cloud").asText(outputs.cloud()).equals(outputs.cloud());
    if (!sameCloud) {
      root.removeAll();
      root.put("schemaVersion", SCHEMA_VERSION);
    }
    root.put("cloud", outputs.cloud());
    ArrayNode resources = root.withArray("resources");
    outputs.resources().forEach(entry -> replace(resources, JSON.valueToTree(entry)));
    if (outputs.circuit() != null) {
      root.set("circuit", JSON.valueToTree(outputs.circuit()));
    }
    ArrayNode gateways = root.withArray("gateways");
    outputs.gateways().forEach(entry -> replace(gateways, JSON.valueToTree(entry)));
  }

  private static void replace(ArrayNode array, JsonNode entry) {
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i).path("id").asText().equalsIgnoreCase(entry.path("id").asText())) {
        array.set(i, entry);
        return;
      }
    }
    array.add(entry);
  }
}
