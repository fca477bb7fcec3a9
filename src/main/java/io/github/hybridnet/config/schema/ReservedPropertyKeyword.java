package io.github.hybridnet.config.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.List;

/**
 * A keyword of our own for properties that other members of the published family have: whatever
 * their value is, the schema has something to say about them. An empty list says nothing, and
 * nothing is said about it.
 */
final class ReservedPropertyKeyword extends AbstractKeyword {
  /** The property is accepted and has no effect; its value in the schema is the reason. */
  static final String IGNORED = "ignoredBecause";

  /** The property is written in another way here; its value in the schema says how. */
  static final String REPLACED = "useInstead";

  /** The property cannot be declared; its value in the schema is the reason. */
  static final String REFUSED = "refusedBecause";

  /** Every remark: a property that has one is nothing to be offered. */
  static final List<String> ALL = List.of(IGNORED, REPLACED, REFUSED);

  ReservedPropertyKeyword(String name) {
    super(name);
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode schemaNode, Schema parent, SchemaContext context) {
    return new Check(location, schemaNode, parent, context);
  }

  private final class Check extends BaseKeywordValidator {
    Check(SchemaLocation location, JsonNode schemaNode, Schema parent, SchemaContext context) {
      super(ReservedPropertyKeyword.this, schemaNode, location, parent, context);
    }

    @Override
    public void validate(
        ExecutionContext context, JsonNode node, JsonNode root, NodePath location) {
      if (node.isArray() && node.isEmpty()) {
        return;
      }
      context.addError(
          error()
              .keyword(getValue())
              .arguments(getSchemaNode().textValue())
              .message("")
              .schemaNode(getSchemaNode())
              .schemaLocation(getSchemaLocation())
              .instanceNode(node)
              .instanceLocation(location)
              .evaluationPath(context.getEvaluationPath())
              .build());
    }
  }
}
