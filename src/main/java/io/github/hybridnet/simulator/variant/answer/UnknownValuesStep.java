package io.github.hybridnet.simulator.variant.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.util.Map;

/**
 * Values of enumerations that no model knows, in members that the service fills in. Those by which
 * an operation is followed (provisioningState) or a tunnel is judged keep theirs.
 */
final class UnknownValuesStep implements AnswerStep {
  private static final String STATUS = "connectionStatus";
  private static final Map<String, String> VALUES =
      Map.of(
          "packetCaptureDiagnosticState", "Suspended",
          "authorizationUseStatus", "Reserved",
          "lastModifiedBy", "Platform",
          "advertisedPublicPrefixesState", "UnderReview",
          "peeringSyncLevel", "PartiallyInSync",
          "phase", "Scheduled");

  @Override
  public ServerResponse apply(AnsweredCall call, ServerResponse answer) {
    if (call.plays(AzureVariant.UNKNOWN_VALUES, "added")) {
      AnswerObjects.all(call, answer).forEach(UnknownValuesStep::replace);
    }
    return answer;
  }

  private static void replace(ObjectNode object) {
    VALUES.forEach((name, value) -> replace(object, name, value));
    if (object.path("connectionType").asText().equals("ExpressRoute")) {
      replace(object, STATUS, "Degraded");
    }
    if (object.has("gatewayType") && object.get("sku") instanceof ObjectNode sku) {
      replace(sku, "tier", "NextGeneration");
    }
  }

  private static void replace(ObjectNode object, String name, String value) {
    if (object.path(name).isTextual()) {
      object.put(name, value);
    }
  }
}
