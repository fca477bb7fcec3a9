package io.github.hybridnet.simulator.network.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads lists of facts about Azure that are resources beside the class that needs them. */
public final class FactListReader {
  private FactListReader() {}

  /**
   * Reads a list of facts from a resource file.
   *
   * @param reader the class beside which the resource lies
   * @param resource the name of a JSON file with an array of objects
   */
  public static List<ObjectNode> list(Class<?> reader, String resource) {
    try (InputStream in = reader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not in the jar");
      }
      List<ObjectNode> facts = new ArrayList<>();
      for (JsonNode each : new ObjectMapper().readTree(in)) {
        facts.add((ObjectNode) each);
      }
      return List.copyOf(facts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
