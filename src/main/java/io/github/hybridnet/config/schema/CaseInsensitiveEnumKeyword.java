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
import java.util.ArrayList;
import java.util.List;

/**
 * The keyword {@code enum} for texts, without regard to case, as Azure Resource Manager compares
 * them. A value that differs from the canonical one in case only is reported as {@link #SPELLING},
 * so that the model gets the canonical one. (The library's own keyword also starts an object
 * mapper, which takes longer than everything else here together.)
 */
final class CaseInsensitiveEnumKeyword extends AbstractKeyword {
  /** The standard's name of the keyword. */
  static final String ENUM = "enum";

  /** What a value in another case is reported as; its only argument is the canonical value. */
  static final String SPELLING = "spelling";

  CaseInsensitiveEnumKeyword() {
    super(ENUM);
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode schemaNode, Schema parent, SchemaContext context) {
    return new Check(location, schemaNode, parent, context);
  }

  private final class Check extends BaseKeywordValidator {
    private final List<String> allowed = new ArrayList<>();

    Check(SchemaLocation location, JsonNode schemaNode, Schema parent, SchemaContext context) {
      super(CaseInsensitiveEnumKeyword.this, schemaNode, location, parent, context);
      schemaNode.forEach(value -> allowed.add(value.textValue()));
    }

    @Override
    public void validate(
        ExecutionContext context, JsonNode node, JsonNode root, NodePath location) {
      // Another type is the business of the keyword "type".
      if (node.isTextual() && !allowed.contains(node.textValue())) {
        report(context, node, location);
      }
    }

    private void report(ExecutionContext context, JsonNode node, NodePath location) {
      String canonical = null;
      for (String value : allowed) {
        canonical = value.equalsIgnoreCase(node.textValue()) ? value : canonical;
      }
      context.addError(
          error()
              .keyword(canonical == null ? ENUM : SPELLING)
              .arguments(canonical == null ? allowed.toArray() : new Object[] {canonical})
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
