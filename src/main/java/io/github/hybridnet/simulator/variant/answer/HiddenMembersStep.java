package io.github.hybridnet.simulator.variant.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.variant.AzureVariant;

/**
 * Members that a resource has and does not show: keys of authorizations, as since version
 * 2025-09-01 (Azure/azure-rest-api-specs issue 45679), and peerings of networks.
 */
final class HiddenMembersStep implements AnswerStep {
  private static final String NETWORK = "microsoft.network/virtualnetworks";
  private static final String AUTHORIZATION =
      "microsoft.network/expressroutecircuits/authorizations";

  @Override
  public ServerResponse apply(AnsweredCall call, ServerResponse answer) {
    if (call.plays(AzureVariant.AUTHORIZATION_KEYS, "hidden")) {
      hide(call, answer, AUTHORIZATION, "authorizationKey");
    }
    if (call.plays(AzureVariant.NETWORK_PEERINGS, "omitted")) {
      hide(call, answer, NETWORK, "virtualNetworkPeerings");
    }
    return answer;
  }

  private static void hide(AnsweredCall call, ServerResponse answer, String type, String member) {
    for (ObjectNode object : AnswerObjects.all(call, answer)) {
      if (AnswerObjects.type(object).equals(type)
          && object.get("properties") instanceof ObjectNode properties) {
        properties.remove(member);
      }
    }
  }
}
