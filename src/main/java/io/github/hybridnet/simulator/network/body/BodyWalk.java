package io.github.hybridnet.simulator.network.body;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.hybridnet.simulator.arm.error.ArmError.Detail;
import io.github.hybridnet.simulator.network.body.BodyErrors.Place;
import io.github.hybridnet.simulator.network.body.MemberShape.Kind;
import io.github.hybridnet.simulator.variant.AzureVariant;
import io.github.hybridnet.simulator.variant.TakenBack;
import io.github.hybridnet.simulator.variant.VariantSelection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads a body once, from its beginning to its end, and notes everything that is wrong with it. */
final class BodyWalk {
  /** What Resource Manager's own part of a resource may have. */
  private static final Set<String> ENVELOPE =
      Set.of(
          "apiversion",
          "etag",
          "extendedlocation",
          "id",
          "identity",
          "kind",
          "location",
          "managedby",
          "name",
          "plan",
          "properties",
          "scale",
          "sku",
          "systemdata",
          "tags",
          "type",
          "zones");

  private final JsonParser parser;
  private final String type;
  private final String version;
  private final boolean converts;
  private final TakenBack takenBack;
  private final List<Detail> details = new ArrayList<>();
  private boolean isIncomplete;

  /**
   * A walk through one body.
   *
   * @param type the type of the resource, as {@code virtualNetworks/subnets}
   * @param version the API version of the request
   * @param variants whether texts are converted to numbers and truth values, and the other way, and
   *     what answers have that is taken back
   */
  BodyWalk(JsonParser parser, String type, String version, VariantSelection variants) {
    this.parser = parser;
    this.type = type;
    this.version = version;
    this.converts = variants.is(AzureVariant.JSON_TYPES, "converted");
    this.takenBack = TakenBack.of(variants);
  }

  /**
   * Whether something is missing that must be sent, such as the name of a child resource. The
   * service says nothing more of it (Azure/azure-rest-api-specs issue 16743).
   */
  boolean isIncomplete() {
    return isIncomplete;
  }

  /**
   * Walks through the body.
   *
   * @return what is wrong, in the order of the body
   * @throws IOException if it is not JSON
   */
  List<Detail> walk(MemberShape body) throws IOException {
    if (parser.nextToken() == JsonToken.START_OBJECT) {
      required(body, object(body, "", true));
    }
    return details;
  }

  /** From the object's beginning to its end. */
  private ObjectMembers object(MemberShape shape, String path, boolean envelope)
      throws IOException {
    ObjectMembers sent = new ObjectMembers();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      String below = path.isEmpty() ? name : path + "." + name;
      Place place = place(below, name.length() + 3);
      Optional<MemberShape> member = shape.member(name, version);
      parser.nextToken();
      sent.add(name, parser);
      if (member.isPresent() && !member.get().isReadOnly()) {
        value(member.get(), member.get().lists(), below);
      } else {
        if (member.isEmpty() && !takenBack.members().contains(name)) {
          unknown(shape, path, place, envelope);
        }
        parser.skipChildren();
      }
    }
    return sent;
  }

  /** A whole resource that is only referred to: its other members are not looked at. */
  private ObjectMembers reference() throws IOException {
    ObjectMembers sent = new ObjectMembers();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      sent.add(name, parser);
      parser.skipChildren();
    }
    return sent;
  }

  private void unknown(MemberShape shape, String path, Place place, boolean envelope) {
    String name = place.path().substring(path.isEmpty() ? 0 : path.length() + 1);
    if (!envelope) {
      details.add(
          BodyErrors.unknownMember(name, BodyErrors.owner(type, path, shape.name()), place));
    } else if (!ENVELOPE.contains(name.toLowerCase(Locale.ROOT))) {
      throw BodyErrors.unknownInEnvelope(name, place);
    }
  }

  private void value(MemberShape shape, int lists, String path) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL || shape.kind() == Kind.ANYTHING) {
      parser.skipChildren();
    } else if (lists > 0) {
      list(shape, lists, path);
    } else if (isObject(shape) && token == JsonToken.START_OBJECT) {
      ObjectMembers sent = shape.kind() == Kind.OBJECT ? object(shape, path, false) : reference();
      required(shape, sent);
      if (!sent.hasUnreadableId()) {
        ReferenceCheck.mistake(shape, sent.id(), path).ifPresent(details::add);
      }
    } else if (!fits(shape.kind(), token)) {
      details.add(mistake(shape, token, path));
      parser.skipChildren();
    } else {
      allowed(shape, token, path);
      parser.skipChildren();
    }
  }

  private static boolean isObject(MemberShape shape) {
    return shape.kind() == Kind.OBJECT || shape.kind() == Kind.REFERENCE;
  }

  private Detail mistake(MemberShape shape, JsonToken token, String path) throws IOException {
    return isObject(shape) && token == JsonToken.VALUE_STRING
        ? BodyErrors.wrongValue(parser.getText(), type, end(path))
        : BodyErrors.wrongType(token, shape.kind(), end(path));
  }

  private void list(MemberShape shape, int lists, String path) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      details.add(BodyErrors.noList(parser.currentToken(), end(path)));
      parser.skipChildren();
      return;
    }
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      String item = path + "[" + i + "]";
      if (shape.isChildResource() && parser.currentToken() == JsonToken.START_OBJECT) {
        child(shape, item, names);
      } else {
        value(shape, lists - 1, item);
      }
    }
  }

  /** A child resource has a name, and no other child of the list has the same. */
  private void child(MemberShape shape, String path, Set<String> names) throws IOException {
    ObjectMembers sent = object(shape, path, false);
    required(shape, sent);
    isIncomplete |= sent.name().isEmpty() && !sent.has("id");
    if (!sent.name().isEmpty() && !names.add(sent.name())) {
      details.add(BodyErrors.twice(sent.name(), type));
    }
  }

  private void required(MemberShape shape, ObjectMembers sent) {
    isIncomplete |= !shape.required().stream().allMatch(sent::has);
  }

  private void allowed(MemberShape shape, JsonToken token, String path) throws IOException {
    if (token == JsonToken.VALUE_STRING && !shape.allowed().isEmpty()) {
      String value = parser.getText();
      // The service leaves an empty text as it leaves null.
      if (!value.isEmpty()
          && Stream.concat(shape.allowed().stream(), takenBack.values().stream())
              .noneMatch(value::equalsIgnoreCase)) {
        details.add(BodyErrors.wrongValue(value, type, end(path)));
      }
    }
  }

  private boolean fits(Kind kind, JsonToken token) throws IOException {
    return switch (kind) {
      case OBJECT, REFERENCE -> token == JsonToken.START_OBJECT;
      case STRING -> token == JsonToken.VALUE_STRING || (converts && token.isScalarValue());
      case INTEGER ->
          token == JsonToken.VALUE_NUMBER_INT || (converts && BodyConversion.isInteger(parser));
      case NUMBER -> token.isNumeric() || (converts && BodyConversion.isNumber(parser));
      case BOOLEAN -> token.isBoolean() || (converts && BodyConversion.isBoolean(parser));
      case ANYTHING -> true;
    };
  }

  /** The place behind the current value, whose text begins here. */
  private Place end(String path) throws IOException {
    JsonToken token = parser.currentToken();
    int length =
        switch (token) {
          case START_OBJECT, START_ARRAY -> 1;
          case VALUE_STRING -> parser.getTextLength() + 2;
          default -> parser.getTextLength();
        };
    return place(path, length);
  }

  private Place place(String path, int length) {
    JsonLocation begin = parser.currentTokenLocation();
    return new Place(path, begin.getLineNr(), begin.getColumnNr() - 1 + length);
  }
}
