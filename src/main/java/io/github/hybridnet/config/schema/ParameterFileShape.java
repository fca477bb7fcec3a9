package io.github.hybridnet.config.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.config.file.FileContentProblems;
import io.github.hybridnet.config.json.Node;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.text.SpellingSuggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a file is as a whole. JSON that is no parameter file is reported by one finding: the schema
 * would have every member of it removed.
 */
final class ParameterFileShape {
  private static final String PARAMETERS = "parameters";
  private static final String RESOURCES = "resources";
  private static final String SCHEMA = "$schema";
  private static final Set<String> ENVELOPE = Set.of(SCHEMA, "contentVersion", "metadata");

  private final JsonNode settings;

  /**
   * @param schema the schema of the parameter file that is expected
   */
  ParameterFileShape(JsonNode schema) {
    settings = schema.path("properties").path(PARAMETERS);
  }

  /** Why the tree is no parameter file; empty where the schema can judge it. */
  Optional<Finding> mistake(Node root) {
    if (!(root instanceof Node.Members file)) {
      return Optional.empty();
    }
    Map<String, Node.Member> members = file.members();
    boolean bare = !members.containsKey(PARAMETERS);
    Node.Member resources = members.get(RESOURCES);
    if (saysTemplate(file) ? bare || resources != null : bare && resources != null) {
      return Optional.of(
          FileContentProblems.template(
              resources == null ? file.place() : resources.namePlace(), expected()));
    }
    List<String> content = members.keySet().stream().filter(n -> !ENVELOPE.contains(n)).toList();
    // A name that was mistyped has its own place and cure.
    if (!bare || content.isEmpty() || SpellingSuggestion.to(PARAMETERS, content) != null) {
      return Optional.empty();
    }
    List<String> outside =
        content.stream().filter(name -> settings.path("properties").has(name)).toList();
    return Optional.of(FileContentProblems.bare(file.place(), outside, expected()));
  }

  private static boolean saysTemplate(Node.Members file) {
    return file.value(SCHEMA) instanceof Node.Text schema
        && schema.text().toLowerCase(Locale.ROOT).contains("deploymenttemplate.json");
  }

  private String expected() {
    List<String> required = new ArrayList<>();
    settings
        .path("required")
        .forEach(name -> required.add("\"" + name.textValue() + "\": {\"value\": {...}}"));
    return "{\"parameters\": {" + String.join(", ", required) + "}}";
  }
}
