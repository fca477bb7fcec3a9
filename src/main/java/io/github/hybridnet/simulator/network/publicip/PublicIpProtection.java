package io.github.hybridnet.simulator.network.publicip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.LongRunningAction;

/**
 * POST {@code ddosProtectionStatus}: whether a public IP address is protected. In the simulator
 * none is protected.
 */
final class PublicIpProtection {
  private PublicIpProtection() {}

  static LongRunningAction inquiry() {
    return LongRunningAction.inquiry("virtualNetworks.action", PublicIpProtection::status);
  }

  private static JsonNode status(OperationCompletion operationCompletion, ObjectNode address) {
    ObjectNode body = JsonCodec.object().put("publicIpAddressId", ResourceReference.idOf(address));
    body.put(
        "publicIpAddress", JsonMembers.textOr(JsonMembers.properties(address), "ipAddress", ""));
    return body.put("isWorkloadProtected", "False");
  }
}
