package io.github.hybridnet.config.json;

import io.github.hybridnet.model.Secret;
import io.github.hybridnet.model.SourceLocation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON value and the place where it was written. Texts may be secrets and are never printed. */
public sealed interface Node {

  /** Where the value begins. */
  SourceLocation place();

  /** The kind of value in the user's words. */
  String kind();

  /** An object; its members keep the order of the file. */
  record Members(SourceLocation place, Map<String, Member> members) implements Node {
    @Override
    public String kind() {
      return "an object";
    }

    @Nullable
    public Node value(String name) {
      Member member = members.get(name);
      return member == null ? null : member.value();
    }
  }

  /** A member of an object: where its name is written, and its value. */
  record Member(SourceLocation namePlace, Node value) {}

  /** A list. */
  record Items(SourceLocation place, List<Node> items) implements Node {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /**
   * A text.
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
  }
}
