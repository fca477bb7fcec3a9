package io.github.hybridnet.config.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.config.json.Node;
import io.github.hybridnet.model.Finding;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks parameter files against their schemas. Texts that came through a placeholder become the
 * number or truth value that the schema asks for, and enumerated values get their canonical
 * spelling. A schema is loaded when the first file needs it.
 */
public final class SchemaCheck {
  private final ParameterFileSchemas schemas = new ParameterFileSchemas();

  /** Creates a check with the schemas of all files. */
  public SchemaCheck() {}

  /**
   * Checks one parameter file against its schema.
   *
   * @param file which file it is
   * @param root its tree, with all placeholders resolved
   * @param findings to which everything is added that is wrong with it
   * @return the tree as the model shall see it; empty where it is no parameter file as a whole
   */
  public Optional<Node> check(ParameterFile file, Node root, List<Finding> findings) {
    Schema schema = schemas.of(file);
    Optional<Finding> mistake = new ParameterFileShape(schema.getSchemaNode()).mistake(root);
    mistake.ifPresent(findings::add);
    return mistake.isPresent()
        ? Optional.empty()
        : Optional.of(new TreeCheck(schema, findings).check(root));
  }

  /** One tree being held against one schema. */
  private record TreeCheck(Schema schema, List<Finding> findings) {
    Node check(Node root) {
      Node tree = root;
      List<Error> errors = schema.validate(tree.toJackson());
      Map<Node, Node> conversions = conversions(tree, errors);
      if (!conversions.isEmpty()) {
        tree = replaced(tree, conversions);
        errors = schema.validate(tree.toJackson());
      }
      Map<Node, Node> replacements = new LinkedHashMap<>();
      for (Error error : errors) {
        report(tree, error, replacements);
      }
      return replaced(tree, replacements);
    }

    /** The tree with other leaves; each is known by itself and its place. */
    private static Node replaced(Node tree, Map<Node, Node> replacements) {
      return tree.map(leaf -> replacements.getOrDefault(leaf, leaf));
    }

    private static Map<Node, Node> conversions(Node tree, List<Error> errors) {
      Map<Node, Node> conversions = new HashMap<>();
      for (Error error : errors) {
        if (error.getKeyword().equals("type")
            && at(tree, error) instanceof Node.Text text
            && text.fromPlaceholder()) {
          Object value = ExpectedType.of(error.getSchemaNode()).convert(text.text());
          if (value != null) {
            conversions.put(text, new Node.Literal(text.place(), value));
          }
        }
      }
      return conversions;
    }

    private void report(Node tree, Error error, Map<Node, Node> replacements) {
      Node node = at(tree, error);
      if (node == null || (node instanceof Node.Text text && !text.usable())) {
        return;
      }
      if (error.getKeyword().equals(CaseInsensitiveEnumKeyword.SPELLING)) {
        Node.Text text = (Node.Text) node;
        replacements.put(text, text.spelt((String) error.getArguments()[0]));
      } else {
        findings.add(new SchemaViolation(schema, error, node).finding());
        if (error.getKeyword().equals(CaseInsensitiveEnumKeyword.ENUM)) {
          replacements.put(node, ((Node.Text) node).unusable());
        }
      }
    }

    private static @Nullable Node at(Node root, Error error) {
      NodePath path = error.getInstanceLocation();
      Node node = root;
      for (int i = 0; i < path.getNameCount() && node != null; i++) {
        Object element = path.getElement(i);
        if (node instanceof Node.Members members) {
          node = members.value(element.toString());
        } else if (node instanceof Node.Items items && element instanceof Integer index) {
          node = items.items().get(index);
        } else {
          node = null;
        }
      }
      return node;
    }
  }
}
