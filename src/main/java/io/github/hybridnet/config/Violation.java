package io.github.hybridnet.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the schema library found, in our words. The library's own message is not used: it quotes
 * values.
 *
 * @param schema the schema that was violated
 * @param error what the library says
 * @param node the value that it says it of
 */
record Violation(Schema schema, Error error, Node node) {

  Finding finding() {
    Place place = node.place();
    return switch (error.getKeyword()) {
      case "required" -> ConfigProblems.missing(error.getProperty(), place);
      case "additionalProperties" -> unknownProperty();
      case "type" -> wrongType(place);
      case AnyCaseEnum.ENUM -> notAllowed(place);
      case "minimum", "maximum" -> ConfigProblems.outOfRange(place, range());
      case "minItems" -> ConfigProblems.tooFew(place, error.getSchemaNode().intValue());
      case Remark.IGNORED -> ConfigProblems.ignored(place, (String) error.getArguments()[0]);
      case Remark.REFUSED -> ConfigProblems.refused(place, (String) error.getArguments()[0]);
      case Remark.REPLACED -> ConfigProblems.replaced(place, (String) error.getArguments()[0]);
      default -> throw new IllegalStateException("No sentence for " + error.getKeyword());
    };
  }

  private Finding unknownProperty() {
    String property = error.getProperty();
    Node.Member member = ((Node.Members) node).members().get(property);
    Place place = member == null ? node.place() : member.namePlace();
    List<String> known = new ArrayList<>();
    owner()
        .path("properties")
        .properties()
        .forEach(
            each -> {
              if (Remark.ALL.stream().noneMatch(each.getValue()::has)) {
                known.add(each.getKey());
              }
            });
    return ConfigProblems.unknown(
        place, property, new ConfigProblems.Known(known, ((Node.Members) node).members().keySet()));
  }

  private Finding wrongType(Place place) {
    JsonNode title = owner().path("title");
    String expected =
        title.isTextual() ? title.textValue() : ExpectedType.of(error.getSchemaNode()).words();
    if (node instanceof Node.Text text && text.fromPlaceholder()) {
      return ConfigProblems.notConvertible(place, expected, text.written());
    }
    return ConfigProblems.wrongType(place, expected, node.kind());
  }

  private Finding notAllowed(Place place) {
    Node.Text text = (Node.Text) node;
    List<String> allowed =
        OfferedValues.of(place, Arrays.stream(error.getArguments()).map(Object::toString).toList());
    return ConfigProblems.notAllowed(place, text.fromPlaceholder() ? null : text.text(), allowed);
  }

  private String range() {
    JsonNode owner = owner();
    return "from " + owner.path("minimum").asText() + " to " + owner.path("maximum").asText();
  }

  /** The part of the schema that holds the violated keyword. */
  private JsonNode owner() {
    NodePath path = error.getSchemaLocation().getFragment();
    JsonNode part = schema.getSchemaNode();
    for (int i = 0; i < path.getNameCount() - 1; i++) {
      Object element = path.getElement(i);
      part = element instanceof Integer index ? part.path(index) : part.path(element.toString());
    }
    return part;
  }
}
