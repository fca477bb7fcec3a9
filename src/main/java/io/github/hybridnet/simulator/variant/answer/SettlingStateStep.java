package io.github.hybridnet.simulator.variant.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.engine.RequestSubject;
import io.github.hybridnet.simulator.arm.engine.SimulationEngine;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Resources that are still {@code Updating} for some time after their operation has succeeded, as
 * users saw subnets and networks (hashicorp/terraform-provider-azurerm issue 30197). What is inside
 * the resource, and what it is inside of, is so too.
 */
final class SettlingStateStep implements AnswerStep {
  private static final Duration SETTLING = Duration.ofSeconds(30);
  private static final String STATE = "provisioningState";

  private final SimulationEngine simulationEngine;

  SettlingStateStep(SimulationEngine simulationEngine) {
    this.simulationEngine = simulationEngine;
  }

  @Override
  public ServerResponse apply(AnsweredCall call, ServerResponse answer) {
    if (call.plays(AzureVariant.STATE_AFTER_OPERATION, "updating")
        && call.subject().kind() != RequestSubject.Kind.POLL) {
      Set<String> written =
          simulationEngine.writtenSince(call.now().minus(SETTLING)).stream()
              .map(ArmId::key)
              .collect(Collectors.toSet());
      AnswerObjects.all(call, answer).forEach(object -> settle(object, written));
    }
    return answer;
  }

  private static void settle(ObjectNode object, Set<String> written) {
    JsonNode properties = object.path("properties");
    if (properties.path(STATE).asText().equals(ProvisioningStateField.SUCCEEDED)
        && written.stream().anyMatch(key -> isPartOf(key, object.path("id").asText()))) {
      ((ObjectNode) properties).put(STATE, ProvisioningStateField.UPDATING);
    }
  }

  private static boolean isPartOf(String key, String id) {
    String shown = id.toLowerCase(Locale.ROOT) + "/";
    return shown.startsWith(key + "/") || (key + "/").startsWith(shown);
  }
}
