package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmErrors;
import io.github.hybridnet.simulator.arm.ArmRequest;

/**
 * POST of the RADIUS secrets of a gateway, which versions of the API that have this call do not
 * show otherwise. Path and answer are those of the interface's description of 2025-03-01.
 */
final class RadiusSecrets {
  private static final String SINCE = "2025-03-01";
  private static final String ADDRESS = "radiusServerAddress";

  private RadiusSecrets() {}

  static Answer list(ArmRequest request) {
    if (request.call().apiVersion().compareTo(SINCE) < 0) {
      throw ArmErrors.notSimulated("POST", request.id() + "/listRadiusSecrets");
    }
    JsonNode client = Json.properties(request.required()).path("vpnClientConfiguration");
    ObjectNode body = Json.object();
    ArrayNode value = body.putArray("value");
    add(client, value);
    Json.objects(client, "radiusServers").forEach(server -> add(server, value));
    return Answer.plain(200, body);
  }

  private static void add(JsonNode server, ArrayNode value) {
    if (!Json.textOr(server, ADDRESS, "").isEmpty()) {
      ObjectNode entry = value.addObject();
      Json.copy(server, entry, ADDRESS, "radiusServerSecret");
    }
  }
}
