package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.Envelope;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the stored form of a peering, and what it has when it runs. */
final class PeeringBody {
  private static final int AZURE_ASN = 12076;
  private static final int NAME_PART = 4;

  private PeeringBody() {}

  static ObjectNode build(ArmId id, ObjectNode body, @Nullable ObjectNode existing) {
    ObjectNode sent = Json.properties(body);
    ObjectNode before = Json.properties(existing);
    String type = Choice.PEERING_TYPE.property(sent, "peeringType", typeByName(id));
    checkPrefixes(id, sent);
    checkMicrosoft(id, type, sent);
    UnservedReferences.refuse(id, sent, "routeFilter");
    // The type is the name: there is one peering of each.
    ObjectNode peering = Envelope.child(id.parent().child("peerings", type));
    ObjectNode properties = Json.properties(peering);
    properties.put("provisioningState", ProvisioningState.UPDATING);
    properties.put("peeringType", type);
    properties.put("azureASN", Json.number(before, "azureASN", 0));
    Json.copy(
        sent, properties, "peerASN", "primaryPeerAddressPrefix", "secondaryPeerAddressPrefix");
    Json.copy(before, properties, "primaryAzurePort", "secondaryAzurePort");
    properties.put("state", Choice.PEERING_STATE.property(sent, "state", "Enabled"));
    properties.put("vlanId", Json.number(sent, "vlanId", 0));
    Json.copy(before, properties, "gatewayManagerEtag");
    properties.put("lastModifiedBy", Json.textOr(before, "lastModifiedBy", ""));
    if (Json.at(sent, "microsoftPeeringConfig") != null) {
      properties.set(
          "microsoftPeeringConfig", microsoft(Json.at(sent, "microsoftPeeringConfig"), before));
    }
    if (Json.at(sent, "ipv6PeeringConfig") != null) {
      properties.set("ipv6PeeringConfig", ipv6(Json.at(sent, "ipv6PeeringConfig"), before));
    }
    for (String name : List.of(GlobalReach.CONNECTIONS, GlobalReach.PEERED)) {
      properties.putArray(name).addAll(Json.objects(before, name));
    }
    return peering;
  }

  private static String typeByName(ArmId id) {
    return Choice.PEERING_TYPE.canonical(id.name(), "properties.peeringType");
  }

  private static void checkPrefixes(ArmId id, ObjectNode sent) {
    for (String name : List.of("primaryPeerAddressPrefix", "secondaryPeerAddressPrefix")) {
      String prefix = Json.text(sent, name);
      if (prefix != null) {
        AddressSpace.read(prefix, id);
      }
    }
  }

  /** For either version of IP: a peering of IPv6 alone has its settings there. */
  private static void checkMicrosoft(ArmId id, String type, ObjectNode sent) {
    boolean configured =
        Json.at(sent, "microsoftPeeringConfig") != null
            || Json.at(sent, "ipv6PeeringConfig", "microsoftPeeringConfig") != null;
    if (type.equals("MicrosoftPeering") && !configured) {
      throw CircuitErrors.noMicrosoftConfig(id);
    }
  }

  private static ObjectNode ipv6(@Nullable JsonNode sent, ObjectNode before) {
    ObjectNode config = Json.object();
    Json.copy(sent, config, "primaryPeerAddressPrefix", "secondaryPeerAddressPrefix");
    String path = "properties.ipv6PeeringConfig.state";
    config.put("state", Choice.PEERING_STATE.read(Json.at(sent, "state"), path, "Enabled"));
    JsonNode microsoft = Json.at(sent, "microsoftPeeringConfig");
    if (microsoft != null) {
      JsonNode old = Json.at(before, "ipv6PeeringConfig");
      config.set(
          "microsoftPeeringConfig",
          microsoft(microsoft, old instanceof ObjectNode known ? known : Json.object()));
    }
    return config;
  }

  private static ObjectNode microsoft(@Nullable JsonNode sent, ObjectNode before) {
    ObjectNode config = Json.object();
    config.set(
        "advertisedPublicPrefixes", Json.texts(Json.strings(sent, "advertisedPublicPrefixes")));
    JsonNode old = Json.at(before, "microsoftPeeringConfig");
    config.put(
        "advertisedPublicPrefixesState",
        Json.textOr(old, "advertisedPublicPrefixesState", "NotConfigured"));
    config.put("customerASN", Json.number(sent, "customerASN", 0));
    config.put("legacyMode", Json.number(sent, "legacyMode", 0));
    config.put("routingRegistryName", Json.textOr(sent, "routingRegistryName", "NONE"));
    return config;
  }

  /** Fills in what a peering has once the service has configured it. */
  static void start(ObjectNode circuit, ObjectNode peering) {
    ObjectNode properties = Json.properties(peering);
    properties.put("azureASN", AZURE_ASN);
    if (!properties.has("primaryAzurePort")) {
      String router = router(circuit);
      Json.insertAfter(
          properties,
          "secondaryPeerAddressPrefix",
          "primaryAzurePort",
          Json.value(router + "1-PRI-A"));
      Json.insertAfter(
          properties, "primaryAzurePort", "secondaryAzurePort", Json.value(router + "2-SEC-A"));
    }
    if (!properties.has("gatewayManagerEtag")) {
      String version = Json.textOr(Json.properties(circuit), "gatewayManagerEtag", "");
      Json.insertAfter(properties, "vlanId", "gatewayManagerEtag", Json.value(version));
    }
    properties.put("lastModifiedBy", "Customer");
    if (!properties.has("primaryPeerAddressPrefix")) {
      // The state is that of IPv4; IPv6 has its own inside its settings.
      properties.put("state", "Disabled");
    }
    validate(Json.at(properties, "microsoftPeeringConfig"));
    validate(Json.at(properties, "ipv6PeeringConfig", "microsoftPeeringConfig"));
  }

  private static void validate(@Nullable JsonNode microsoft) {
    if (microsoft instanceof ObjectNode config) {
      config.put("advertisedPublicPrefixesState", "ValidationNeeded");
    }
  }

  /** The name of the edge router pair, in the manner of {@code EQIX-SJC-06GMR-CIS-}. */
  private static String router(ObjectNode circuit) {
    JsonNode bought = Json.at(circuit, "properties", "serviceProviderProperties");
    return code(Json.textOr(bought, "serviceProviderName", ""))
        + "-"
        + code(Json.textOr(bought, "peeringLocation", ""))
        + "-06GMR-CIS-";
  }

  private static String code(String name) {
    String letters = name.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    return letters.substring(0, Math.min(NAME_PART, letters.length()));
  }
}
