package io.github.hybridnet.config.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.model.SourceLocation;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A JSON value and the place where it was written. Texts may be secrets and are never printed. */
public sealed interface Node {

  /** Where the value begins. */
  SourceLocation place();

  /** The kind of value in the user's words. */
  String kind();

  /** The same tree with other leaves: each text and each literal is replaced. */
  Node map(UnaryOperator<Node> leaves);

  /** The same value for the schema library, which knows Jackson's tree. */
  JsonNode toJackson();

  /** An object; its members keep the order of the file. */
  record Members(SourceLocation place, Map<String, Member> members) implements Node {
    @Override
    public String kind() {
      return "an object";
    }

    @Override
    public Node map(UnaryOperator<Node> leaves) {
      Map<String, Member> mapped = new LinkedHashMap<>();
      members.forEach(
          (name, member) ->
              mapped.put(name, new Member(member.namePlace(), member.value().map(leaves))));
      return new Members(place, mapped);
    }

    @Override
    public JsonNode toJackson() {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      members.forEach((name, member) -> object.set(name, member.value().toJackson()));
      return object;
    }

    @Nullable
    public Node value(String name) {
      Member member = members.get(name);
      return member == null ? null : member.value();
    }
  }

  /** A member of an object: where its name is written, and its value. */
  record Member(SourceLocation namePlace, Node value) {}

  /** A JSON list with its place. */
  record Items(SourceLocation place, List<Node> items) implements Node {
    @Override
    public String kind() {
      return "a list";
    }

    @Override
    public Node map(UnaryOperator<Node> leaves) {
      return new Items(place, items.stream().map(item -> item.map(leaves)).toList());
    }

    @Override
    public JsonNode toJackson() {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      items.forEach(item -> array.add(item.toJackson()));
      return array;
    }
  }

  /**
   * A JSON text with its place.
   *
   * @param text the text with its placeholders resolved
   * @param written the text as the file has it
   * @param source where the text came from
   * @param usable false where a placeholder has no value, or one that the schema refuses
   */
  record Text(
      SourceLocation place, String text, String written, Secret.Source source, boolean usable)
      implements Node {
    static Text literal(SourceLocation sourceLocation, String text) {
      return new Text(sourceLocation, text, text, Secret.Source.FILE, true);
    }

    /** The same text in its canonical spelling. */
    public Text spelt(String canonical) {
      return new Text(place, canonical, written, source, usable);
    }

    /** The same text, which nothing may be built of. */
    public Text unusable() {
      return new Text(place, text, written, source, false);
    }

    public boolean fromPlaceholder() {
      return source != Secret.Source.FILE;
    }

    @Override
    public String kind() {
      return "text";
    }

    @Override
    public Node map(UnaryOperator<Node> leaves) {
      return leaves.apply(this);
    }

    @Override
    public JsonNode toJackson() {
      return JsonNodeFactory.instance.textNode(text);
    }

    @Override
    public String toString() {
      return "Text[" + place + "]";
    }
  }

  /** A number, {@code true}, {@code false} or {@code null}. */
  record Literal(SourceLocation place, @Nullable Object value) implements Node {
    @Override
    public String kind() {
      if (value == null) {
        return "null";
      }
      return value instanceof Boolean ? "true or false" : "a number";
    }

    @Override
    public Node map(UnaryOperator<Node> leaves) {
      return leaves.apply(this);
    }

    @Override
    public JsonNode toJackson() {
      JsonNodeFactory factory = JsonNodeFactory.instance;
      if (value == null) {
        return factory.nullNode();
      }
      if (value instanceof Boolean truth) {
        return factory.booleanNode(truth);
      }
      if (value instanceof Double number) {
        return factory.numberNode(number);
      }
      return value instanceof BigInteger number
          ? factory.numberNode(number)
          : factory.numberNode(((Number) value).longValue());
    }
  }
}
