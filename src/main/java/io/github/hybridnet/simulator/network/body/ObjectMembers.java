package io.github.hybridnet.simulator.network.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one object of a body had: the names of its members, in any case, and who it says it is. */
final class ObjectMembers {
  private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private String name = "";
  private @Nullable String id;

  /** Notes a member, on whose value the parser is. Null counts as not sent. */
  void add(String member, JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_NULL) {
      names.add(member);
    }
    if (token == JsonToken.VALUE_STRING && member.equalsIgnoreCase("name")) {
      name = parser.getText();
    }
    if (token == JsonToken.VALUE_STRING && member.equalsIgnoreCase("id")) {
      id = parser.getText();
    }
  }

  boolean has(String member) {
    return names.contains(member);
  }

  /** The text of its member {@code name}; empty if it has none. */
  String name() {
    return name;
  }

  /** The text of its member {@code id}; null if it has none. */
  @Nullable String id() {
    return id;
  }

  /** Whether its id is there, but is no text. */
  boolean hasUnreadableId() {
    return id == null && has("id");
  }
}
