package io.github.hybridnet.azure.json;

import com.azure.json.JsonReader;
import com.azure.json.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reader that notes what one of the SDK's models skips, because it does not know it. Each is
 * noted by its place, such as {@code /properties/subnets/0/properties/new}.
 */
public final class UnknownMemberReader extends CheckedJsonReader {
  private final Deque<Container> containers = new ArrayDeque<>();
  private final Set<String> skipped = new HashSet<>();

  /** Reads as the other reader does. */
  public UnknownMemberReader(JsonReader reader) {
    super(reader);
  }

  /** An object or a list that is being read, and how far. */
  private static final class Container {
    private final boolean list;
    private int index = -1;
    private String member = "";

    Container(boolean list) {
      this.list = list;
    }

    String place() {
      return list ? String.valueOf(index) : member;
    }
  }

  /** The place of a member. */
  static String place(String parent, Object member) {
    return parent + "/" + member;
  }

  /** The places of what was skipped. */
  public Set<String> skipped() {
    return Set.copyOf(skipped);
  }

  @Override
  public void skipChildren() throws IOException {
    if (isStartArrayOrObject()) {
      containers.pop();
    }
    skipped.add(here());
    super.skipChildren();
  }

  private String here() {
    String place = "";
    for (Iterator<Container> outer = containers.descendingIterator(); outer.hasNext(); ) {
      place = place(place, outer.next().place());
    }
    return place;
  }

  @Override
  public @Nullable JsonToken nextToken() throws IOException {
    JsonToken token = super.nextToken();
    if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
      containers.pop();
    } else if (token != null && token != JsonToken.END_DOCUMENT) {
      enter(token);
    }
    return token;
  }

  private void enter(JsonToken token) throws IOException {
    Container container = containers.peek();
    if (container != null && token == JsonToken.FIELD_NAME) {
      container.member = getFieldName();
    } else if (container != null) {
      container.index++;
    }
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      containers.push(new Container(token == JsonToken.START_ARRAY));
    }
  }
}
