package io.github.hybridnet.simulator.network.circuit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceEnvelope;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.GlobalReach;
import io.github.hybridnet.simulator.network.relation.UnservedReferences;
import io.github.hybridnet.simulator.network.resource.AddressPrefixReader;
import io.github.hybridnet.simulator.network.resource.AllowedValues;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the stored form of a peering, and what it has when it runs. */
final class CircuitPeeringBody {
  private static final int AZURE_ASN = 12076;
  private static final int NAME_PART = 4;

  private CircuitPeeringBody() {}

  static ObjectNode build(ArmId id, ObjectNode body, @Nullable ObjectNode existing) {
    ObjectNode sent = JsonMembers.properties(body);
    ObjectNode before = JsonMembers.properties(existing);
    String type = AllowedValues.PEERING_TYPE.property(sent, "peeringType", typeByName(id));
    checkName(id, type);
    checkPrefixes(id, sent);
    checkMicrosoft(id, type, sent);
    UnservedReferences.refuse(id, sent, "routeFilter");
    // The type is the name: there is one peering of each.
    ObjectNode peering = ResourceEnvelope.child(id.parent().child("peerings", type));
    ObjectNode properties = JsonMembers.properties(peering);
    properties.put("provisioningState", ProvisioningStateField.UPDATING);
    properties.put("peeringType", type);
    properties.put("azureASN", JsonMembers.number(before, "azureASN", 0));
    JsonMembers.copy(
        sent, properties, "peerASN", "primaryPeerAddressPrefix", "secondaryPeerAddressPrefix");
    JsonMembers.copy(before, properties, "primaryAzurePort", "secondaryAzurePort");
    properties.put("state", AllowedValues.PEERING_STATE.property(sent, "state", "Enabled"));
    properties.put("vlanId", JsonMembers.number(sent, "vlanId", 0));
    JsonMembers.copy(before, properties, "gatewayManagerEtag");
    properties.put("lastModifiedBy", JsonMembers.textOr(before, "lastModifiedBy", ""));
    if (JsonMembers.at(sent, "microsoftPeeringConfig") != null) {
      properties.set(
          "microsoftPeeringConfig",
          microsoft(JsonMembers.at(sent, "microsoftPeeringConfig"), before));
    }
    if (JsonMembers.at(sent, "ipv6PeeringConfig") != null) {
      properties.set("ipv6PeeringConfig", ipv6(JsonMembers.at(sent, "ipv6PeeringConfig"), before));
    }
    for (String name : List.of(GlobalReach.CONNECTIONS, GlobalReach.PEERED)) {
      properties.putArray(name).addAll(JsonMembers.objects(before, name));
    }
    CircuitPeeringKey.keep(sent, peering);
    return peering;
  }

  private static String typeByName(ArmId id) {
    return AllowedValues.PEERING_TYPE.canonical(id.name(), "properties.peeringType");
  }

  /** That there is one peering of each type is documented; code and text are ours. */
  private static void checkName(ArmId id, String type) {
    if (!type.equalsIgnoreCase(id.name())) {
      throw NetworkErrors.refused(
          "PeeringTypeIsNotItsName",
          "The peering %s has the type %s, which is not its name.".formatted(id, type));
    }
  }

  private static void checkPrefixes(ArmId id, ObjectNode sent) {
    for (String name : List.of("primaryPeerAddressPrefix", "secondaryPeerAddressPrefix")) {
      String prefix = JsonMembers.text(sent, name);
      if (prefix != null) {
        AddressPrefixReader.read(prefix, id);
      }
    }
  }

  /** For either version of IP: a peering of IPv6 alone has its settings there. */
  private static void checkMicrosoft(ArmId id, String type, ObjectNode sent) {
    boolean configured =
        JsonMembers.at(sent, "microsoftPeeringConfig") != null
            || JsonMembers.at(sent, "ipv6PeeringConfig", "microsoftPeeringConfig") != null;
    if (type.equals("MicrosoftPeering") && !configured) {
      throw CircuitErrors.noMicrosoftConfig(id);
    }
  }

  private static ObjectNode ipv6(@Nullable JsonNode sent, ObjectNode before) {
    ObjectNode config = JsonCodec.object();
    JsonMembers.copy(sent, config, "primaryPeerAddressPrefix", "secondaryPeerAddressPrefix");
    String path = "properties.ipv6PeeringConfig.state";
    config.put(
        "state", AllowedValues.PEERING_STATE.read(JsonMembers.at(sent, "state"), path, "Enabled"));
    JsonNode microsoft = JsonMembers.at(sent, "microsoftPeeringConfig");
    if (microsoft != null) {
      JsonNode old = JsonMembers.at(before, "ipv6PeeringConfig");
      config.set(
          "microsoftPeeringConfig",
          microsoft(microsoft, old instanceof ObjectNode known ? known : JsonCodec.object()));
    }
    return config;
  }

  private static ObjectNode microsoft(@Nullable JsonNode sent, ObjectNode before) {
    ObjectNode config = JsonCodec.object();
    config.set(
        "advertisedPublicPrefixes",
        JsonMembers.texts(JsonMembers.strings(sent, "advertisedPublicPrefixes")));
    JsonNode old = JsonMembers.at(before, "microsoftPeeringConfig");
    config.put(
        "advertisedPublicPrefixesState",
        JsonMembers.textOr(old, "advertisedPublicPrefixesState", "NotConfigured"));
    config.put("customerASN", JsonMembers.number(sent, "customerASN", 0));
    config.put("legacyMode", JsonMembers.number(sent, "legacyMode", 0));
    config.put("routingRegistryName", JsonMembers.textOr(sent, "routingRegistryName", "NONE"));
    return config;
  }

  /** Fills in what a peering has once the service has configured it. */
  static void start(ObjectNode circuit, ObjectNode peering) {
    ObjectNode properties = JsonMembers.properties(peering);
    properties.put("azureASN", AZURE_ASN);
    if (!properties.has("primaryAzurePort")) {
      String router = router(circuit);
      JsonMembers.insertAfter(
          properties,
          "secondaryPeerAddressPrefix",
          "primaryAzurePort",
          JsonMembers.value(router + "1-PRI-A"));
      JsonMembers.insertAfter(
          properties,
          "primaryAzurePort",
          "secondaryAzurePort",
          JsonMembers.value(router + "2-SEC-A"));
    }
    if (!properties.has("gatewayManagerEtag")) {
      String version =
          JsonMembers.textOr(JsonMembers.properties(circuit), "gatewayManagerEtag", "");
      JsonMembers.insertAfter(
          properties, "vlanId", "gatewayManagerEtag", JsonMembers.value(version));
    }
    properties.put("lastModifiedBy", "Customer");
    if (!properties.has("primaryPeerAddressPrefix")) {
      // The state is that of IPv4; IPv6 has its own inside its settings.
      properties.put("state", "Disabled");
    }
    validate(JsonMembers.at(properties, "microsoftPeeringConfig"));
    validate(JsonMembers.at(properties, "ipv6PeeringConfig", "microsoftPeeringConfig"));
  }

  private static void validate(@Nullable JsonNode microsoft) {
    if (microsoft instanceof ObjectNode config) {
      config.put("advertisedPublicPrefixesState", "ValidationNeeded");
    }
  }

  /** The name of the edge router pair, in the manner of {@code EQIX-SJC-06GMR-CIS-}. */
  private static String router(ObjectNode circuit) {
    JsonNode bought = JsonMembers.at(circuit, "properties", "serviceProviderProperties");
    return code(JsonMembers.textOr(bought, "serviceProviderName", ""))
        + "-"
        + code(JsonMembers.textOr(bought, "peeringLocation", ""))
        + "-06GMR-CIS-";
  }

  private static String code(String name) {
    String letters = name.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    return letters.substring(0, Math.min(NAME_PART, letters.length()));
  }
}
