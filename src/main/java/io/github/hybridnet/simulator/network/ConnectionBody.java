package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Envelope;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import io.github.hybridnet.simulator.arm.TypeName;

/** Makes the stored form of a connection from what a client sent. */
final class ConnectionBody {
  private final ArmRequest request;
  private final ObjectNode sent;
  private final ObjectNode before;
  private final String type;

  ConnectionBody(ArmRequest request) {
    this.request = request;
    this.sent = Json.properties(request.body());
    this.before = Json.properties(request.existing().orElse(null));
    this.type = Choice.CONNECTION_TYPE.required(sent, "connectionType");
  }

  ObjectNode build() {
    ObjectNode connection = Envelope.topLevel(request);
    ObjectNode properties = Json.properties(connection);
    properties.put("provisioningState", ProvisioningState.UPDATING);
    properties.put("resourceGuid", ResourceGuid.of(request));
    properties.put(
        "packetCaptureDiagnosticState",
        Json.textOr(before, "packetCaptureDiagnosticState", "None"));
    putEnds(properties);
    properties.put("connectionType", type);
    properties.put(
        "connectionProtocol",
        Choice.CONNECTION_PROTOCOL.property(sent, "connectionProtocol", "IKEv2"));
    properties.put("routingWeight", Json.number(sent, "routingWeight", 0));
    putKey(properties);
    putTunnel(properties);
    Json.copy(before, properties, "connectionStatus");
    putRest(properties);
    Json.copy(before, properties, Hidden.MEMBER);
    return connection;
  }

  private void putEnds(ObjectNode properties) {
    putEnd(properties, "virtualNetworkGateway1", NetworkTypes.GATEWAY);
    switch (type) {
      case "IPsec" -> putEnd(properties, "localNetworkGateway2", NetworkTypes.LOCAL_GATEWAY);
      case "Vnet2Vnet" -> putEnd(properties, "virtualNetworkGateway2", NetworkTypes.GATEWAY);
      default -> putEnd(properties, "peer", NetworkTypes.CIRCUIT);
    }
  }

  private void putEnd(ObjectNode properties, String name, TypeName wanted) {
    Reference end = Reference.of(request.body(), name, wanted);
    properties.set(name, Reference.to(end.resolveIdle(request.world(), request.id())));
  }

  /** A PUT does not change the key of an existing connection; there is a call of its own for it. */
  private void putKey(ObjectNode properties) {
    if (type.equals("ExpressRoute")) {
      return;
    }
    Json.copy(before.has("sharedKey") ? before : sent, properties, "sharedKey");
    if (!properties.has("sharedKey")) {
      properties.put("sharedKey", SharedKeys.generate(request.world()));
    }
    properties.put("authenticationType", "PSK");
  }

  private void putTunnel(ObjectNode properties) {
    properties.put("enableBgp", Json.flag(sent, "enableBgp"));
    properties.put("useLocalAzureIpAddress", Json.flag(sent, "useLocalAzureIpAddress"));
    properties.put(
        "usePolicyBasedTrafficSelectors", Json.flag(sent, "usePolicyBasedTrafficSelectors"));
    ArrayNode policies = properties.putArray("ipsecPolicies");
    for (ObjectNode each : Json.objects(sent, "ipsecPolicies")) {
      Json.copy(
          each,
          policies.addObject(),
          "saLifeTimeSeconds",
          "saDataSizeKilobytes",
          "ipsecEncryption",
          "ipsecIntegrity",
          "ikeEncryption",
          "ikeIntegrity",
          "dhGroup",
          "pfsGroup");
    }
    properties.set("trafficSelectorPolicies", list("trafficSelectorPolicies"));
  }

  private void putRest(ObjectNode properties) {
    properties.put("ingressBytesTransferred", 0);
    properties.put("egressBytesTransferred", 0);
    properties.put("expressRouteGatewayBypass", Json.flag(sent, "expressRouteGatewayBypass"));
    Json.copy(sent, properties, "enablePrivateLinkFastPath");
    properties.put("dpdTimeoutSeconds", Json.number(sent, "dpdTimeoutSeconds", 0));
    properties.put(
        "connectionMode", Choice.CONNECTION_MODE.property(sent, "connectionMode", "Default"));
    properties.set("gatewayCustomBgpIpAddresses", list("gatewayCustomBgpIpAddresses"));
    Json.copy(sent, properties, "ingressNatRules", "egressNatRules");
  }

  private ArrayNode list(String name) {
    return sent.get(name) instanceof ArrayNode given ? given.deepCopy() : Json.array();
  }
}
