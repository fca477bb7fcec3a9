package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceEnvelope;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The point-to-site part of a gateway, which the service fills in for gateways of every type. */
final class VpnClientBody {
  private static final List<String> PROTOCOLS = List.of("OpenVPN", "SSTP", "IkeV2");

  private VpnClientBody() {}

  static ObjectNode build(ArmId gateway, ObjectNode properties, GatewaySize sku) {
    JsonNode sent = JsonMembers.at(properties, "vpnClientConfiguration");
    ObjectNode client = JsonCodec.object();
    JsonMembers.copy(sent, client, "vpnClientAddressPool");
    client.set("vpnClientProtocols", JsonMembers.texts(protocols(sent, sku)));
    client.set("vpnAuthenticationTypes", JsonMembers.texts(authentication(sent)));
    for (String name : List.of("vpnClientRootCertificates", "vpnClientRevokedCertificates")) {
      client.set(name, certificates(gateway, name, sent));
    }
    putList(sent, client, "vngClientConnectionConfigurations");
    JsonMembers.copy(sent, client, "radiusServerAddress", "radiusServerSecret");
    putList(sent, client, "radiusServers");
    putList(sent, client, "vpnClientIpsecPolicies");
    JsonMembers.copy(sent, client, "aadTenant", "aadAudience", "aadIssuer");
    return client;
  }

  private static List<String> protocols(@Nullable JsonNode sent, GatewaySize sku) {
    List<String> named = JsonMembers.strings(sent, "vpnClientProtocols");
    if (!named.isEmpty()) {
      return named;
    }
    return sku.isBasic() ? List.of("SSTP") : List.of("OpenVPN", "IkeV2");
  }

  /** A running gateway names its protocols in the service's order, whatever the client's was. */
  static void start(ObjectNode properties) {
    if (properties.get("vpnClientConfiguration") instanceof ObjectNode client) {
      List<String> named = JsonMembers.strings(client, "vpnClientProtocols");
      client.set(
          "vpnClientProtocols",
          JsonMembers.texts(PROTOCOLS.stream().filter(named::contains).toList()));
    }
  }

  private static List<String> authentication(@Nullable JsonNode sent) {
    List<String> named = JsonMembers.strings(sent, "vpnAuthenticationTypes");
    if (!named.isEmpty() || sent == null) {
      return named;
    }
    if (JsonMembers.at(sent, "radiusServerAddress") != null) {
      return List.of("Radius");
    }
    return JsonMembers.objects(sent, "vpnClientRootCertificates").isEmpty()
        ? named
        : List.of("Certificate");
  }

  private static ArrayNode certificates(ArmId gateway, String name, @Nullable JsonNode sent) {
    ArrayNode filled = JsonMembers.array();
    for (ObjectNode each : JsonMembers.objects(sent, name)) {
      ObjectNode entry =
          ResourceEnvelope.child(
              gateway.child(name, JsonMembers.textOr(each, "name", "certificate")));
      ObjectNode properties = JsonMembers.properties(entry);
      properties.put("provisioningState", ProvisioningStateField.UPDATING);
      JsonMembers.copy(JsonMembers.properties(each), properties, "publicCertData", "thumbprint");
      filled.add(entry);
    }
    return filled;
  }

  private static void putList(@Nullable JsonNode sent, ObjectNode client, String name) {
    JsonNode list = JsonMembers.at(sent, name);
    client.set(name, list == null ? JsonMembers.array() : list.deepCopy());
  }
}
