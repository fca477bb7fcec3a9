package io.github.hybridnet.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;

/**
 * The file {@code outputs.json}, for other programs. Goals add to what earlier goals wrote: a
 * resource replaces its own entry, and the circuit of one goal stays when the next has none.
 */
public final class OutputsFile {
  /** The version of the file's shape; it grows when something is removed or changes its meaning. */
  static final int SCHEMA_VERSION = 1;

  private static final ObjectMapper JSON = JsonFile.JSON;

  private final Path file;

  /** The file in an output directory. */
  public OutputsFile(Path outputDirectory) {
    this.file = outputDirectory.resolve("outputs.json");
  }

  /** The path of this file. */
  public Path path() {
    return file;
  }

  /**
   * Adds outputs to the file, which is replaced whole or not at all.
   *
   * @throws IOException when it cannot be written
   */
  public void add(GoalOutputs goalOutputs) throws IOException {
    ObjectNode root = read();
    merge(root, goalOutputs);
    JsonFile.write(file, root);
  }

  /**
   * Removes resources that no longer exist. It creates no file.
   *
   * @param ids the ids of what is gone, in any case of letters
   * @return whether the file is another than before
   * @throws IOException when it cannot be written
   */
  public boolean remove(Collection<String> ids) throws IOException {
    Set<String> gone = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    gone.addAll(ids);
    ObjectNode root = read();
    boolean changed = removeFrom(root.path("resources"), gone);
    changed |= removeFrom(root.path("gateways"), gone);
    changed |= removeFrom(root.path("circuits"), gone);
    if (gone.contains(root.path("circuit").path("id").asText())) {
      root.remove("circuit");
      nameFirst(root, root.path("circuits"));
      changed = true;
    }
    if (changed) {
      JsonFile.write(file, root);
    }
    return changed;
  }

  private static boolean removeFrom(JsonNode array, Set<String> gone) {
    boolean changed = false;
    for (Iterator<JsonNode> rest = array.iterator(); array.isArray() && rest.hasNext(); ) {
      if (gone.contains(rest.next().path("id").asText())) {
        rest.remove();
        changed = true;
      }
    }
    return changed;
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

  private static void merge(ObjectNode root, GoalOutputs goalOutputs) {
    boolean sameCloud = root.path("cloud").asText(goalOutputs.cloud()).equals(goalOutputs.cloud());
    if (!sameCloud) {
      root.removeAll();
    }
    root.put("schemaVersion", SCHEMA_VERSION);
    root.put("cloud", goalOutputs.cloud());
    ArrayNode resources = root.withArray("resources");
    goalOutputs.resources().forEach(entry -> replace(resources, JSON.valueToTree(entry)));
    ArrayNode circuits = root.withArray("circuits");
    goalOutputs.circuits().forEach(entry -> replace(circuits, JSON.valueToTree(entry)));
    nameFirst(root, circuits);
    ArrayNode gateways = root.withArray("gateways");
    goalOutputs.gateways().forEach(entry -> replace(gateways, JSON.valueToTree(entry)));
  }

  /** Programs of networks with one circuit know it by a name of its own. */
  private static void nameFirst(ObjectNode root, JsonNode circuits) {
    if (!circuits.isEmpty()) {
      root.set("circuit", circuits.get(0));
    }
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
