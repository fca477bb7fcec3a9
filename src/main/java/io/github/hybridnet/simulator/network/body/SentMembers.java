package io.github.hybridnet.simulator.network.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.body.MemberShape.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Members that a request sends and that mean nothing to the simulator: a resource keeps them, since
 * clients read them back. What the resource's own type has filled in stays as it is.
 */
public final class SentMembers {
  /** Secrets, which no answer shows, and what only the service says, whatever is sent. */
  private static final Set<String> NEVER_KEPT =
      Set.of(
          "sharedkey",
          "authorizationkey",
          "radiusserversecret",
          "stats",
          "connections",
          "peer",
          "fqdn",
          "migrationphase",
          "applicationgatewayipconfigurations",
          "enablevmprotection",
          "ipampoolprefixallocations",
          "addressprefixes",
          "ipconfigurations");

  /** What identifies a child resource. */
  private static final Set<String> OF_CHILDREN = Set.of("id", "type", "etag");

  private SentMembers() {}

  /** Adds to a resource what the request's body has beyond it. */
  public static void keep(ResourceRequest request, ObjectNode resource) {
    JsonNode sent = request.call().body();
    Optional<MemberShape> shape = BodyMembers.described().of(request.id().type());
    if (sent instanceof ObjectNode body && shape.isPresent()) {
      keep(body, resource, shape.get(), request.call().apiVersion());
    }
  }

  private static void keep(ObjectNode sent, ObjectNode kept, MemberShape shape, String version) {
    for (Map.Entry<String, JsonNode> each : sent.properties()) {
      shape
          .member(each.getKey(), version)
          .filter(member -> !member.isReadOnly() && !isNeverKept(each.getKey(), shape))
          .ifPresent(member -> keep(each.getValue(), kept, member, version));
    }
  }

  private static void keep(JsonNode sent, ObjectNode kept, MemberShape member, String version) {
    JsonNode there = kept.get(member.name());
    if (sent.isNull() || member.kind() == Kind.ANYTHING) {
      return;
    }
    if (there == null || there.isNull()) {
      JsonNode copy = copy(sent, member, version);
      if (copy != null) {
        kept.set(member.name(), copy);
      }
    } else if (sent instanceof ObjectNode object && there instanceof ObjectNode inside) {
      keep(object, inside, member, version);
    } else if (sent instanceof ArrayNode list && there instanceof ArrayNode items) {
      keepItems(list, items, member, version);
    }
  }

  /** Lists of the same length have the same items in the same order. */
  private static void keepItems(
      ArrayNode sent, ArrayNode kept, MemberShape member, String version) {
    for (int i = 0; i < sent.size() && sent.size() == kept.size(); i++) {
      if (sent.get(i) instanceof ObjectNode item
          && kept.get(i) instanceof ObjectNode inside
          && item.path("name").asText().equalsIgnoreCase(inside.path("name").asText())) {
        keep(item, inside, member, version);
      }
    }
  }

  /** A value without what is never kept; null if nothing is left of it. */
  private static @Nullable JsonNode copy(JsonNode sent, MemberShape member, String version) {
    if (sent instanceof ObjectNode object && member.kind() == Kind.OBJECT) {
      ObjectNode copy = JsonCodec.object();
      keep(object, copy, member, version);
      return copy.isEmpty() ? null : copy;
    }
    if (sent instanceof ArrayNode list && member.kind() == Kind.OBJECT) {
      ArrayNode copies = list.arrayNode();
      for (JsonNode item : list) {
        JsonNode copy = copy(item, member, version);
        if (copy != null) {
          copies.add(copy);
        }
      }
      return copies.isEmpty() ? null : copies;
    }
    return sent.deepCopy();
  }

  private static boolean isNeverKept(String name, MemberShape owner) {
    String lower = name.toLowerCase(Locale.ROOT);
    return NEVER_KEPT.contains(lower) || (owner.isChildResource() && OF_CHILDREN.contains(lower));
  }
}
