package io.github.hybridnet.config.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;

/** Shows our nodes to the schema library, which knows Jackson's. */
public final class JacksonTree {
  private static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;

  private JacksonTree() {}

  public static JsonNode of(Node node) {
    if (node instanceof Node.Members members) {
      ObjectNode object = FACTORY.objectNode();
      members.members().forEach((name, member) -> object.set(name, of(member.value())));
      return object;
    }
    if (node instanceof Node.Items items) {
      ArrayNode array = FACTORY.arrayNode();
      items.items().forEach(item -> array.add(of(item)));
      return array;
    }
    if (node instanceof Node.Text text) {
      return FACTORY.textNode(text.text());
    }
    return literal((Node.Literal) node);
  }

  private static JsonNode literal(Node.Literal literal) {
    Object value = literal.value();
    if (value == null) {
      return FACTORY.nullNode();
    }
    if (value instanceof Boolean truth) {
      return FACTORY.booleanNode(truth);
    }
    if (value instanceof Double number) {
      return FACTORY.numberNode(number);
    }
    if (value instanceof BigInteger number) {
      return FACTORY.numberNode(number);
    }
    return FACTORY.numberNode(((Number) value).longValue());
  }
}
