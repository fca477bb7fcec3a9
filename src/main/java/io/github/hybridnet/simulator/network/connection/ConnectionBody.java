package io.github.hybridnet.simulator.network.connection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceEnvelope;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.resource.AllowedValues;
import io.github.hybridnet.simulator.network.resource.HiddenProperties;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import io.github.hybridnet.simulator.network.resource.ResourceGuid;
import io.github.hybridnet.simulator.network.routing.ConnectionStatuses;

/** Makes the stored form of a connection from what a client sent. */
final class ConnectionBody {
  private final ResourceRequest request;
  private final ObjectNode sent;
  private final ObjectNode before;
  private final String type;

  ConnectionBody(ResourceRequest request) {
    this.request = request;
    this.sent = JsonMembers.properties(request.body());
    this.before = JsonMembers.properties(request.existing().orElse(null));
    this.type = AllowedValues.CONNECTION_TYPE.required(sent, "connectionType");
  }

  ObjectNode build() {
    ObjectNode connection = ResourceEnvelope.topLevel(request);
    ObjectNode properties = JsonMembers.properties(connection);
    properties.put("provisioningState", ProvisioningStateField.UPDATING);
    properties.put("resourceGuid", ResourceGuid.of(request));
    properties.put(
        "packetCaptureDiagnosticState",
        JsonMembers.textOr(before, "packetCaptureDiagnosticState", "None"));
    putEnds(properties);
    properties.put("connectionType", type);
    properties.put(
        "connectionProtocol",
        AllowedValues.CONNECTION_PROTOCOL.property(sent, "connectionProtocol", "IKEv2"));
    properties.put("routingWeight", JsonMembers.number(sent, "routingWeight", 0));
    putKey(properties);
    putTunnel(properties);
    JsonMembers.copy(before, properties, "connectionStatus");
    putRest(properties);
    JsonMembers.copy(before, properties, HiddenProperties.MEMBER);
    ConnectionStatuses.noteSent(connection, JsonMembers.text(sent, "connectionStatus"));
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
    ResourceReference end = ResourceReference.of(request.body(), name, wanted);
    properties.set(name, ResourceReference.to(end.resolveIdle(request.world(), request.id())));
  }

  /** A PUT does not change the key of an existing connection; there is a call of its own for it. */
  private void putKey(ObjectNode properties) {
    if (type.equals("ExpressRoute")) {
      return;
    }
    JsonMembers.copy(before.has("sharedKey") ? before : sent, properties, "sharedKey");
    if (!properties.has("sharedKey")) {
      properties.put("sharedKey", SharedKeyGenerator.generate(request.world()));
    }
    properties.put("authenticationType", JsonMembers.textOr(sent, "authenticationType", "PSK"));
  }

  private void putTunnel(ObjectNode properties) {
    properties.put("enableBgp", JsonMembers.flag(sent, "enableBgp"));
    properties.put("useLocalAzureIpAddress", JsonMembers.flag(sent, "useLocalAzureIpAddress"));
    properties.put(
        "usePolicyBasedTrafficSelectors", JsonMembers.flag(sent, "usePolicyBasedTrafficSelectors"));
    ArrayNode policies = properties.putArray("ipsecPolicies");
    for (ObjectNode each : JsonMembers.objects(sent, "ipsecPolicies")) {
      JsonMembers.copy(
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
    properties.put(
        "expressRouteGatewayBypass", JsonMembers.flag(sent, "expressRouteGatewayBypass"));
    JsonMembers.copy(sent, properties, "enablePrivateLinkFastPath");
    properties.put("dpdTimeoutSeconds", JsonMembers.number(sent, "dpdTimeoutSeconds", 0));
    properties.put(
        "connectionMode",
        AllowedValues.CONNECTION_MODE.property(sent, "connectionMode", "Default"));
    properties.set("gatewayCustomBgpIpAddresses", list("gatewayCustomBgpIpAddresses"));
    JsonMembers.copy(sent, properties, "ingressNatRules", "egressNatRules");
  }

  private ArrayNode list(String name) {
    return sent.get(name) instanceof ArrayNode given ? given.deepCopy() : JsonMembers.array();
  }
}
