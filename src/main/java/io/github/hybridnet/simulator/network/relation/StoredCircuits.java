package io.github.hybridnet.simulator.network.relation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import java.util.Optional;

/** Reads the provider state and the peerings of a stored circuit. */
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
}
