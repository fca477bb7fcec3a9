package io.github.hybridnet.simulator.network.relation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.network.circuit.CircuitErrors;
import io.github.hybridnet.simulator.network.circuit.ConnectivityProvider;
import io.github.hybridnet.simulator.network.resource.InUseErrors;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import java.util.List;
import java.util.Optional;

/** What a stored circuit says about its provider and its peerings. */
public final class StoredCircuits {
  public static final String PRIVATE_PEERING = "AzurePrivatePeering";
  public static final String NOT_PROVISIONED = "NotProvisioned";
  public static final String PROVISIONED = "Provisioned";

  private StoredCircuits() {}

  public static String providerState(JsonNode circuit) {
    return JsonMembers.textOr(
        JsonMembers.properties(circuit), "serviceProviderProvisioningState", "");
  }

  public static boolean isProvisioned(JsonNode circuit) {
    return providerState(circuit).equals(PROVISIONED);
  }

  public static String serviceKey(JsonNode circuit) {
    return JsonMembers.textOr(JsonMembers.properties(circuit), "serviceKey", "");
  }

  public static Optional<ObjectNode> privatePeering(JsonNode circuit) {
    return Optional.ofNullable(
        JsonMembers.named(JsonMembers.objects(circuit, "properties", "peerings"), PRIVATE_PEERING));
  }

  /** Whether routes are exchanged between the customer's edge and the networks behind it. */
  static boolean carriesPrivateTraffic(JsonNode circuit) {
    return isProvisioned(circuit)
        && privatePeering(circuit).filter(StoredCircuits::isEnabled).isPresent();
  }

  public static boolean isEnabled(JsonNode peering) {
    return "Enabled".equals(JsonMembers.text(peering, "properties", "state"));
  }

  /** The version that the service's gateway manager gives to each change of a circuit. */
  public static void countChange(ObjectNode circuit) {
    ObjectNode properties = JsonMembers.properties(circuit);
    String old = JsonMembers.textOr(properties, "gatewayManagerEtag", "");
    int next = old.isEmpty() ? 1 : Integer.parseInt(old) + 1;
    properties.put("gatewayManagerEtag", String.valueOf(next));
  }

  /** Refuses a PUT inside a circuit that is in failed state. */
  public static void refuseFailed(ResourceRequest request) {
    World world = request.world();
    world
        .resources()
        .find(request.id().root())
        .map(ProvisioningStateField::of)
        .filter(ProvisioningStateField.FAILED::equals)
        .flatMap(state -> world.failed(request.id()))
        .ifPresent(
            operation -> {
              throw CircuitErrors.parentFailed(request.id(), operation);
            });
  }

  /** The check of a deletion. What the provider still provides only fails later. */
  public static void refuseDelete(ResourceRequest request) {
    List<String> connections = StoredConnections.naming(request.world(), request.id());
    if (!connections.isEmpty()) {
      throw InUseErrors.circuit(request.id(), connections);
    }
    ConcurrencyGuard.refuse(request);
  }

  /**
   * What happens before a deletion ends; it fails if the provider still provides the circuit.
   *
   * @throws ArmException in that case
   */
  public static void leave(OperationCompletion operationCompletion) {
    ObjectNode circuit =
        operationCompletion
            .world()
            .resources()
            .find(operationCompletion.id())
            .orElseGet(JsonMembers::object);
    if (!providerState(circuit).equals(NOT_PROVISIONED)) {
      throw InUseErrors.circuitNotDeprovisioned();
    }
    ConnectivityProvider.forget(operationCompletion.world(), operationCompletion.id());
  }
}
