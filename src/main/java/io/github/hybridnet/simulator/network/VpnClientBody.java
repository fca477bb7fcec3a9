package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.Envelope;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The point-to-site part of a gateway, which the service fills in for gateways of every type. */
final class VpnClientBody {
  private static final List<String> PROTOCOLS = List.of("OpenVPN", "SSTP", "IkeV2");

  private VpnClientBody() {}

  static ObjectNode build(ArmId gateway, ObjectNode properties, GatewaySku sku) {
    JsonNode sent = Json.at(properties, "vpnClientConfiguration");
    ObjectNode client = Json.object();
    Json.copy(sent, client, "vpnClientAddressPool");
    client.set("vpnClientProtocols", Json.texts(protocols(sent, sku)));
    client.set("vpnAuthenticationTypes", Json.texts(authentication(sent)));
    for (String name : List.of("vpnClientRootCertificates", "vpnClientRevokedCertificates")) {
      client.set(name, certificates(gateway, name, sent));
    }
    putList(sent, client, "vngClientConnectionConfigurations");
    Json.copy(sent, client, "radiusServerAddress", "radiusServerSecret");
    putList(sent, client, "radiusServers");
    putList(sent, client, "vpnClientIpsecPolicies");
    Json.copy(sent, client, "aadTenant", "aadAudience", "aadIssuer");
    return client;
  }

  private static List<String> protocols(@Nullable JsonNode sent, GatewaySku sku) {
    List<String> named = Json.strings(sent, "vpnClientProtocols");
    if (!named.isEmpty()) {
      return named;
    }
    return sku.isBasic() ? List.of("SSTP") : List.of("OpenVPN", "IkeV2");
  }

  /** A running gateway names its protocols in the service's order, whatever the client's was. */
  static void start(ObjectNode properties) {
    if (properties.get("vpnClientConfiguration") instanceof ObjectNode client) {
      List<String> named = Json.strings(client, "vpnClientProtocols");
      client.set(
          "vpnClientProtocols", Json.texts(PROTOCOLS.stream().filter(named::contains).toList()));
    }
  }

  private static List<String> authentication(@Nullable JsonNode sent) {
    List<String> named = Json.strings(sent, "vpnAuthenticationTypes");
    if (!named.isEmpty() || sent == null) {
      return named;
    }
    if (Json.at(sent, "radiusServerAddress") != null) {
      return List.of("Radius");
    }
    return Json.objects(sent, "vpnClientRootCertificates").isEmpty()
        ? named
        : List.of("Certificate");
  }

  private static ArrayNode certificates(ArmId gateway, String name, @Nullable JsonNode sent) {
    ArrayNode filled = Json.array();
    for (ObjectNode each : Json.objects(sent, name)) {
      ObjectNode entry =
          Envelope.child(gateway.child(name, Json.textOr(each, "name", "certificate")));
      ObjectNode properties = Json.properties(entry);
      properties.put("provisioningState", ProvisioningState.UPDATING);
      Json.copy(Json.properties(each), properties, "publicCertData", "thumbprint");
      filled.add(entry);
    }
    return filled;
  }

  private static void putList(@Nullable JsonNode sent, ObjectNode client, String name) {
    JsonNode list = Json.at(sent, name);
    client.set(name, list == null ? Json.array() : list.deepCopy());
  }
}
