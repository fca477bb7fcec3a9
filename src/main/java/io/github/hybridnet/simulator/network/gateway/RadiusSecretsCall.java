package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.resource.JsonMembers;

/**
 * POST of the RADIUS secrets of a gateway, which versions of the API that have this call do not
 * show otherwise. Path and answer are those of the interface's description of 2025-03-01.
 */
final class RadiusSecretsCall {
  private static final String SINCE = "2025-03-01";
  private static final String ADDRESS = "radiusServerAddress";

  private RadiusSecretsCall() {}

  static OperationAnswer list(ResourceRequest request) {
    if (request.call().apiVersion().compareTo(SINCE) < 0) {
      throw ArmErrors.notSimulated("POST", request.id() + "/listRadiusSecrets");
    }
    JsonNode client = JsonMembers.properties(request.required()).path("vpnClientConfiguration");
    ObjectNode body = JsonCodec.object();
    ArrayNode value = body.putArray("value");
    add(client, value);
    JsonMembers.objects(client, "radiusServers").forEach(server -> add(server, value));
    return OperationAnswer.plain(200, body);
  }

  private static void add(JsonNode server, ArrayNode value) {
    if (!JsonMembers.textOr(server, ADDRESS, "").isEmpty()) {
      ObjectNode entry = value.addObject();
      JsonMembers.copy(server, entry, ADDRESS, "radiusServerSecret");
    }
  }
}
