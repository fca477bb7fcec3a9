package io.github.hybridnet.simulator.network.body;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.network.body.MemberShape.Kind;
import io.github.hybridnet.simulator.variant.VariantChoice;
import io.github.hybridnet.simulator.variant.VariantSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Bodies with every member of the table are read; with one member of another JSON type, with an
 * unknown one, with a value that no enumeration has, or without one that must be there, they are
 * refused.
 */
class MutatedBodiesTest {
  private static final String VERSION = "2025-03-01";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final VariantSelection USUAL = new VariantSelection(VariantChoice.USUAL);

  private int tried;
  private final List<String> accepted = new ArrayList<>();

  private static boolean isRefused(String type, JsonNode body) {
    TypeName name = TypeName.of("Microsoft.Network/" + type);
    try {
      new RequestBodyReader(name).read(ArmCall.internal("PUT", "/x", VERSION, body), USUAL);
      return false;
    } catch (ArmException refused) {
      assertThat(refused.error().status()).isEqualTo(400);
      assertThat(refused.error().code()).isIn("InvalidRequestFormat", "InvalidRequestContent");
      return true;
    }
  }

  /** A body in which every member that may be sent has a value of its type. */
  private static ObjectNode full(MemberShape shape) {
    ObjectNode body = JSON.createObjectNode();
    for (MemberShape member : shape.members()) {
      if (!member.isReadOnly() && member.isIn(VERSION)) {
        body.set(member.name().equals("*") ? "any" : member.name(), value(member));
      }
    }
    return body;
  }

  private static JsonNode value(MemberShape member) {
    JsonNode value =
        switch (member.kind()) {
          case OBJECT ->
              ReferenceCheck.target(member)
                  .map(MutatedBodiesTest::reference)
                  .orElseGet(() -> full(member));
          case REFERENCE ->
              ReferenceCheck.target(member)
                  .map(MutatedBodiesTest::reference)
                  .orElseGet(JSON::createObjectNode);
          case STRING ->
              TextNode.valueOf(member.allowed().isEmpty() ? "text" : member.allowed().get(0));
          case INTEGER, NUMBER -> IntNode.valueOf(7);
          case BOOLEAN -> JSON.getNodeFactory().booleanNode(true);
          case ANYTHING -> TextNode.valueOf("anything");
        };
    for (int i = 0; i < member.lists(); i++) {
      value = JSON.createArrayNode().add(value);
    }
    return value;
  }

  private static ObjectNode reference(TypeName type) {
    return JSON.createObjectNode().put("id", id(type));
  }

  private static String id(TypeName type) {
    String names = type.types().stream().map(each -> "/" + each + "/n").collect(joining());
    return "/subscriptions/s/resourceGroups/g/providers/" + type.namespace() + names;
  }

  @Test
  void whatTheTableHasIsRead() {
    for (String type : BodyMembers.described().types()) {
      MemberShape shape = shape(type);
      assertThat(isRefused(type, full(shape))).as(type).isFalse();
    }
  }

  private static MemberShape shape(String type) {
    return BodyMembers.described().of(TypeName.of("Microsoft.Network/" + type)).orElseThrow();
  }

  @Test
  void everyMutationIsRefused() {
    for (String type : BodyMembers.described().types()) {
      MemberShape shape = shape(type);
      ObjectNode whole = full(shape);
      mutate(type, whole, whole, shape, "");
    }
    System.out.println(
        "MUTATED BODIES: " + tried + " tried, " + accepted.size() + " accepted wrongly");
    assertThat(accepted).isEmpty();
    assertThat(tried).isGreaterThan(1500);
  }

  /** Tries all mutations of the members of an object that is somewhere in the body. */
  private void mutate(
      String type, ObjectNode whole, ObjectNode object, MemberShape shape, String path) {
    if (shape.members().stream().noneMatch(member -> member.name().equals("*"))) {
      object.put("noSuchMember", 1);
      judge(type, whole, path + ".noSuchMember");
      object.remove("noSuchMember");
    }
    for (MemberShape member : shape.members()) {
      JsonNode before = object.get(member.name());
      if (before == null || member.kind() == Kind.ANYTHING) {
        continue;
      }
      String at = path + "." + member.name();
      for (Map.Entry<String, JsonNode> wrong : wrong(member).entrySet()) {
        object.set(member.name(), wrong.getValue());
        judge(type, whole, at + " " + wrong.getKey());
      }
      object.set(member.name(), before);
      if (shape.required().contains(member.name())) {
        object.remove(member.name());
        judge(type, whole, at + " missing");
        object.set(member.name(), before);
      }
      if (ReferenceCheck.target(member).isPresent()) {
        references(type, whole, (ObjectNode) before, at);
      }
      if (inside(before, member) instanceof ObjectNode below) {
        mutate(type, whole, below, member, at);
      }
      children(type, whole, before, member, at);
    }
  }

  /** References that are none, or to a resource of another type. */
  private void references(String type, JsonNode whole, ObjectNode reference, String path) {
    JsonNode right = reference.remove("id");
    judge(type, whole, path + " without an id");
    for (String wrong : List.of("", "n", id(TypeName.of("Microsoft.Compute/disks")))) {
      reference.put("id", wrong);
      judge(type, whole, path + ".id " + wrong);
    }
    reference.set("id", right);
  }

  /** The object in the lists of a member; else null. */
  private static @Nullable JsonNode inside(JsonNode value, MemberShape member) {
    JsonNode inner = value;
    while (inner instanceof ArrayNode list) {
      inner = list.get(0);
    }
    return member.kind() == Kind.OBJECT ? inner : null;
  }

  /** Child resources without a name, and with the same one. */
  private void children(
      String type, ObjectNode whole, JsonNode value, MemberShape member, String path) {
    if (!(value instanceof ArrayNode list) || !member.isChildResource()) {
      return;
    }
    ObjectNode child = (ObjectNode) list.get(0);
    list.add(child.deepCopy());
    judge(type, whole, path + " twice");
    list.remove(1);
    JsonNode name = child.remove("name");
    JsonNode id = child.remove("id");
    judge(type, whole, path + " without a name");
    child.set("name", name);
    if (id != null) {
      child.set("id", id);
    }
  }

  private static Map<String, JsonNode> wrong(MemberShape member) {
    if (member.lists() > 0) {
      return Map.of(
          "a number for a list", IntNode.valueOf(7), "a text for a list", TextNode.valueOf("x"));
    }
    JsonNode object = JSON.createObjectNode();
    JsonNode list = JSON.createArrayNode().add(1);
    return switch (member.kind()) {
      case OBJECT, REFERENCE ->
          Map.of(
              "a text for an object", TextNode.valueOf("x"),
              "a number for an object", IntNode.valueOf(7),
              "a list for an object", list);
      case STRING ->
          member.allowed().isEmpty()
              ? Map.of("an object for a text", object, "a list for a text", list)
              : Map.of(
                  "an object for a text", object,
                  "a list for a text", list,
                  "no value of the enumeration", TextNode.valueOf("NoSuchValue"));
      case INTEGER, NUMBER, BOOLEAN ->
          Map.of(
              "a word", TextNode.valueOf("x"),
              "an object", object,
              "a list", list);
      case ANYTHING -> Map.of();
    };
  }

  private void judge(String type, JsonNode body, String what) {
    tried++;
    if (!isRefused(type, body)) {
      accepted.add(type + what);
    }
  }
}
