package io.github.hybridnet.simulator.variant.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.variant.AzureVariant;
import io.github.hybridnet.simulator.variant.TakenBack;

/**
 * Members that no model knows, in each object of an answer, as later versions of Azure add them.
 */
final class UnknownMembersStep implements AnswerStep {
  @Override
  public ServerResponse apply(AnsweredCall call, ServerResponse answer) {
    if (call.plays(AzureVariant.UNKNOWN_MEMBERS, "added")) {
      if (!AnswerObjects.listed(answer).isEmpty()) {
        answer.body().ifPresent(body -> add((ObjectNode) body));
      }
      AnswerObjects.all(call, answer).forEach(UnknownMembersStep::add);
    }
    return answer;
  }

  private static void add(ObjectNode object) {
    object.put(TakenBack.ADDED_TEXT, "Unheard");
    object
        .putObject(TakenBack.ADDED_OBJECT)
        .put("enabled", true)
        .putArray("levels")
        .add(1)
        .add("two");
  }
}
