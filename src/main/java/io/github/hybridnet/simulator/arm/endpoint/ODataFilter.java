package io.github.hybridnet.simulator.arm.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.id.ArmId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of OData that lists understand: {@code a eq 'x' and b eq 'y'}. */
final class ODataFilter {
  /** Possessive, so that a filter of any length takes time that grows with its length only. */
  private static final Pattern TERM =
      Pattern.compile(
          "\\G\\s*+(\\w++)\\s++(eq|ne)\\s++'([^']*+)'(\\s++and\\s++|\\s*+$)",
          Pattern.CASE_INSENSITIVE);

  private ODataFilter() {}

  /**
   * The elements that the query asks for.
   *
   * @throws ArmException if its filter is not understood
   */
  static List<ObjectNode> apply(List<ObjectNode> all, Map<String, String> query) {
    String filter = query.getOrDefault("$filter", "");
    if (filter.isBlank()) {
      return all;
    }
    List<Predicate<ObjectNode>> terms = terms(filter);
    return all.stream().filter(node -> terms.stream().allMatch(term -> term.test(node))).toList();
  }

  private static List<Predicate<ObjectNode>> terms(String filter) {
    List<Predicate<ObjectNode>> terms = new ArrayList<>();
    String tag = "";
    Matcher matcher = TERM.matcher(filter);
    boolean more = true;
    while (more) {
      if (!matcher.find()) {
        throw ArmErrors.invalidFilter(filter);
      }
      more = !matcher.group(4).isBlank();
      String field = matcher.group(1).toLowerCase(Locale.ROOT);
      String value = matcher.group(3);
      tag = field.equals("tagname") ? value : tag;
      Predicate<ObjectNode> term = term(field, value, tag, filter);
      terms.add(matcher.group(2).equalsIgnoreCase("eq") ? term : term.negate());
    }
    return terms;
  }

  private static Predicate<ObjectNode> term(String field, String value, String tag, String filter) {
    return switch (field) {
      case "tagname" -> node -> tag(node, value) != null;
      case "tagvalue" ->
          node -> {
            JsonNode found = tag(node, tag);
            return found != null && found.asText().equals(value);
          };
      case "resourcegroup" ->
          node ->
              ArmId.parse(node.path("id").asText())
                  .filter(id -> id.resourceGroup().equalsIgnoreCase(value))
                  .isPresent();
      case "resourcetype" -> node -> node.path("type").asText().equalsIgnoreCase(value);
      case "name", "location" -> node -> node.path(field).asText().equalsIgnoreCase(value);
      default -> throw ArmErrors.invalidFilter(filter);
    };
  }

  private static @Nullable JsonNode tag(ObjectNode node, String name) {
    for (Map.Entry<String, JsonNode> tag : node.path("tags").properties()) {
      if (tag.getKey().equalsIgnoreCase(name)) {
        return tag.getValue();
      }
    }
    return null;
  }
}
