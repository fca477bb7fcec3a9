package io.github.hybridnet.config.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import io.github.hybridnet.config.file.FileContentProblems;
import io.github.hybridnet.config.json.Node;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.SourceLocation;
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
record SchemaViolation(Schema schema, Error error, Node node) {

  Finding finding() {
    SourceLocation sourceLocation = node.place();
    return switch (error.getKeyword()) {
      case "required" -> FileContentProblems.missing(error.getProperty(), sourceLocation);
      case "additionalProperties" -> unknownProperty();
      case "type" -> wrongType(sourceLocation);
      case CaseInsensitiveEnumKeyword.ENUM -> notAllowed(sourceLocation);
      case "minimum", "maximum" -> FileContentProblems.outOfRange(sourceLocation, range());
      case "minItems" ->
          FileContentProblems.tooFew(sourceLocation, error.getSchemaNode().intValue());
      case ReservedPropertyKeyword.IGNORED ->
          FileContentProblems.ignored(sourceLocation, (String) error.getArguments()[0]);
      case ReservedPropertyKeyword.REFUSED ->
          FileContentProblems.refused(sourceLocation, (String) error.getArguments()[0]);
      case ReservedPropertyKeyword.REPLACED ->
          FileContentProblems.replaced(sourceLocation, (String) error.getArguments()[0]);
      default -> throw new IllegalStateException("No sentence for " + error.getKeyword());
    };
  }

  private Finding unknownProperty() {
    String property = error.getProperty();
    Node.Member member = ((Node.Members) node).members().get(property);
    SourceLocation sourceLocation = member == null ? node.place() : member.namePlace();
    List<String> known = new ArrayList<>();
    owner()
        .path("properties")
        .properties()
        .forEach(
            each -> {
              if (ReservedPropertyKeyword.ALL.stream().noneMatch(each.getValue()::has)) {
                known.add(each.getKey());
              }
            });
    return FileContentProblems.unknown(
        sourceLocation,
        property,
        new FileContentProblems.PropertyNames(known, ((Node.Members) node).members().keySet()));
  }

  private Finding wrongType(SourceLocation sourceLocation) {
    JsonNode title = owner().path("title");
    String expected =
        title.isTextual() ? title.textValue() : ExpectedType.of(error.getSchemaNode()).words();
    if (node instanceof Node.Text text && text.fromPlaceholder()) {
      return FileContentProblems.notConvertible(sourceLocation, expected, text.written());
    }
    return FileContentProblems.wrongType(sourceLocation, expected, node.kind());
  }

  private Finding notAllowed(SourceLocation sourceLocation) {
    Node.Text text = (Node.Text) node;
    List<String> allowed =
        SuggestedValues.of(
            sourceLocation, Arrays.stream(error.getArguments()).map(Object::toString).toList());
    return FileContentProblems.notAllowed(
        sourceLocation, text.fromPlaceholder() ? null : text.text(), allowed);
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
