package io.github.hybridnet.simulator.variant.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.engine.RequestSubject;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The objects of an answer that are about networks and resource groups: resources, alone or in a
 * list, results of inquiries, and all that is inside them but tags and errors. Other answers, such
 * as those about deployments or locks, have none.
 */
final class AnswerObjects {
  private static final String NETWORK = "microsoft.network/";
  private static final String GROUPS = TypeName.RESOURCE_GROUPS.toLowerCase(Locale.ROOT);
  private static final Set<String> OTHERS = Set.of("tags", "error");

  private AnswerObjects() {}

  /** All of them, outer ones first. */
  static List<ObjectNode> all(AnsweredCall call, ServerResponse answer) {
    List<ObjectNode> found = new ArrayList<>();
    if (answer.status() < 300 && answer.body().orElse(null) instanceof ObjectNode body) {
      if (isResult(call.subject()) || isResource(body)) {
        add(body, found);
      } else {
        listed(answer).forEach(each -> add(each, found));
      }
    }
    return found;
  }

  /** The resources of a list; none if the answer is none. */
  static List<ObjectNode> listed(ServerResponse answer) {
    List<ObjectNode> found = new ArrayList<>();
    if (answer.status() < 300 && answer.body().orElse(null) instanceof ObjectNode body) {
      for (JsonNode each : body.path("value")) {
        if (each instanceof ObjectNode object && isResource(object)) {
          found.add(object);
        }
      }
    }
    return found;
  }

  /** The type of a resource in lower case; empty text for what is none. */
  static String type(ObjectNode object) {
    return object.path("id").isTextual()
        ? object.path("type").asText("").toLowerCase(Locale.ROOT)
        : "";
  }

  /** What an action of a resource or its operation answers; not locks and the like below it. */
  private static boolean isResult(RequestSubject subject) {
    return switch (subject.kind()) {
      case POLL -> true;
      case ACTION -> !subject.action().toLowerCase(Locale.ROOT).startsWith("providers/");
      default -> false;
    };
  }

  private static boolean isResource(ObjectNode object) {
    String type = type(object);
    return type.startsWith(NETWORK) || type.equals(GROUPS);
  }

  private static void add(JsonNode node, List<ObjectNode> found) {
    if (node instanceof ObjectNode object) {
      found.add(object);
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        if (!OTHERS.contains(member.getKey())) {
          add(member.getValue(), found);
        }
      }
    } else {
      node.forEach(element -> add(element, found));
    }
  }
}
