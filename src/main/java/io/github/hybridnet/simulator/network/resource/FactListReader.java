package io.github.hybridnet.simulator.network.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads lists of facts about Azure that are kept as resources beside this class. */
public final class FactListReader {
  private FactListReader() {}

  public static List<ObjectNode> list(String resource) {
    try (InputStream in = FactListReader.class.getResourceAsStream(resource)) {
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
