package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmException;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import io.github.hybridnet.simulator.arm.World;
import java.util.List;
import java.util.Optional;

/** What a stored circuit says about its provider and its peerings. */
final class Circuits {
  static final String PRIVATE_PEERING = "AzurePrivatePeering";
  static final String NOT_PROVISIONED = "NotProvisioned";
  static final String PROVISIONED = "Provisioned";

  private Circuits() {}

  static String providerState(JsonNode circuit) {
    return Json.textOr(Json.properties(circuit), "serviceProviderProvisioningState", "");
  }

  static boolean isProvisioned(JsonNode circuit) {
    return providerState(circuit).equals(PROVISIONED);
  }

  static String serviceKey(JsonNode circuit) {
    return Json.textOr(Json.properties(circuit), "serviceKey", "");
  }

  static Optional<ObjectNode> privatePeering(JsonNode circuit) {
    return Optional.ofNullable(
        Json.named(Json.objects(circuit, "properties", "peerings"), PRIVATE_PEERING));
  }

  /** Whether routes are exchanged between the customer's edge and the networks behind it. */
  static boolean carriesPrivateTraffic(JsonNode circuit) {
    return isProvisioned(circuit)
        && privatePeering(circuit).filter(Circuits::isEnabled).isPresent();
  }

  static boolean isEnabled(JsonNode peering) {
    return "Enabled".equals(Json.text(peering, "properties", "state"));
  }

  /** The version that the service's gateway manager gives to each change of a circuit. */
  static void countChange(ObjectNode circuit) {
    ObjectNode properties = Json.properties(circuit);
    String old = Json.textOr(properties, "gatewayManagerEtag", "");
    int next = old.isEmpty() ? 1 : Integer.parseInt(old) + 1;
    properties.put("gatewayManagerEtag", String.valueOf(next));
  }

  /** Refuses a PUT inside a circuit that is in failed state. */
  static void refuseFailed(ArmRequest request) {
    World world = request.world();
    world
        .resources()
        .find(request.id().root())
        .map(ProvisioningState::of)
        .filter(ProvisioningState.FAILED::equals)
        .flatMap(state -> world.failed(request.id()))
        .ifPresent(
            operation -> {
              throw CircuitErrors.parentFailed(request.id(), operation);
            });
  }

  /** The check of a deletion. What the provider still provides only fails later. */
  static void refuseDelete(ArmRequest request) {
    List<String> connections = Connections.naming(request.world(), request.id());
    if (!connections.isEmpty()) {
      throw InUseErrors.circuit(request.id(), connections);
    }
    Busy.refuse(request);
  }

  /**
   * What happens before a deletion ends; it fails if the provider still provides the circuit.
   *
   * @throws ArmException in that case
   */
  static void leave(Completion completion) {
    ObjectNode circuit =
        completion.world().resources().find(completion.id()).orElseGet(Json::object);
    if (!providerState(circuit).equals(NOT_PROVISIONED)) {
      throw InUseErrors.circuitNotDeprovisioned();
    }
    Provider.forget(completion.world(), completion.id());
  }
}
