package io.github.hybridnet.simulator.variant.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.util.List;
import java.util.Map;

/** Members without a value: null where they are absent, or absent where they are null or empty. */
final class EmptyMembersStep implements AnswerStep {
  private static final Map<String, List<String>> OPTIONAL = OptionalMembers.byType();

  @Override
  public ServerResponse apply(AnsweredCall call, ServerResponse answer) {
    switch (call.choice().of(AzureVariant.EMPTY_MEMBERS)) {
      case "null" -> AnswerObjects.all(call, answer).forEach(EmptyMembersStep::addNulls);
      case "absent" -> AnswerObjects.all(call, answer).forEach(EmptyMembersStep::removeEmpty);
      default -> {
        // As recorded.
      }
    }
    return answer;
  }

  private static void addNulls(ObjectNode object) {
    for (String path : OPTIONAL.getOrDefault(AnswerObjects.type(object), List.of())) {
      String[] names = path.split("\\.", 2);
      ObjectNode owner =
          names.length == 1 ? object : object.get(names[0]) instanceof ObjectNode o ? o : null;
      String name = names[names.length - 1];
      if (owner != null && !owner.has(name)) {
        owner.putNull(name);
      }
    }
  }

  /** An empty list of resources is an answer, and stays. */
  private static void removeEmpty(ObjectNode object) {
    object
        .properties()
        .removeIf(member -> isEmpty(member.getValue()) && !member.getKey().equals("value"));
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isNull()
        || value.isContainerNode() && value.isEmpty()
        || value.isTextual() && value.asText().isEmpty();
  }
}
