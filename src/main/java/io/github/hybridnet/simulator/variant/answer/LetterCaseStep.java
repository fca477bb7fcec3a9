package io.github.hybridnet.simulator.variant.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.hybridnet.simulator.arm.id.AzureLocations;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Ids, types, regions and enumerations in other letters. Recorded are references with the names in
 * capitals; users report ids in small letters. Names of resources and links of operations stay.
 */
final class LetterCaseStep implements AnswerStep {
  private static final String LOCATION = "location";
  private static final String ID = "/subscriptions/";

  /** Places of the group and of the first name in {@code /subscriptions/s/resourceGroups/g/…}. */
  private static final int GROUP = 4;

  private static final int FIRST_NAME = 8;
  private static final Set<String> ENUMERATIONS =
      Set.of(
          "type",
          "provisioningState",
          "gatewayType",
          "vpnType",
          "vpnGatewayGeneration",
          "connectionType",
          "connectionStatus",
          "connectionProtocol",
          "connectionMode",
          "authenticationType",
          "packetCaptureDiagnosticState",
          "publicIPAllocationMethod",
          "privateIPAllocationMethod",
          "publicIPAddressVersion",
          "tier",
          "family",
          "peeringType",
          "peeringState",
          "peeringSyncLevel",
          "circuitConnectionStatus",
          "circuitProvisioningState",
          "serviceProviderProvisioningState",
          "authorizationUseStatus",
          "lastModifiedBy",
          "privateEndpointNetworkPolicies",
          "privateLinkServiceNetworkPolicies",
          "privateEndpointVNetPolicies",
          "protectionMode",
          "resiliencyModel",
          "protocol",
          "access",
          "direction",
          "state",
          "phase",
          "origin",
          "ipsecEncryption",
          "ipsecIntegrity",
          "ikeEncryption",
          "ikeIntegrity",
          "dhGroup",
          "pfsGroup");

  @Override
  public ServerResponse apply(AnsweredCall call, ServerResponse answer) {
    String letters = call.choice().of(AzureVariant.LETTER_CASE);
    if (!letters.equals(AzureVariant.LETTER_CASE.usual())) {
      AnswerObjects.all(call, answer).forEach(object -> spell(object, letters));
    }
    return answer;
  }

  private static void spell(ObjectNode object, String letters) {
    if (letters.equals("regions-as-words")) {
      respell(object, LOCATION, LetterCaseStep::words);
      return;
    }
    boolean lower = letters.equals("lower");
    ENUMERATIONS.forEach(name -> respell(object, name, text -> spelled(text, lower)));
    respell(object, LOCATION, text -> spelled(text, lower));
    if (object.get("sku") instanceof ObjectNode sku) {
      respell(sku, "name", text -> spelled(text, lower));
    }
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String text = member.getValue().asText("");
      if (text.startsWith(ID)) {
        member.setValue(TextNode.valueOf(lower ? spelled(text, true) : capitals(text)));
      }
    }
  }

  private static void respell(ObjectNode object, String name, UnaryOperator<String> spelling) {
    if (object.path(name).isTextual()) {
      object.put(name, spelling.apply(object.path(name).asText()));
    }
  }

  private static String words(String region) {
    return AzureLocations.all().stream()
        .filter(each -> each.name().equals(region))
        .map(AzureLocations.Location::displayName)
        .findFirst()
        .orElse(region);
  }

  private static String spelled(String text, boolean lower) {
    return lower ? text.toLowerCase(Locale.ROOT) : text.toUpperCase(Locale.ROOT);
  }

  /** An id whose group and names are in capitals. */
  private static String capitals(String id) {
    String[] parts = id.split("/", -1);
    for (int i = GROUP; i < parts.length; i += 2) {
      if (i == GROUP || i >= FIRST_NAME) {
        parts[i] = spelled(parts[i], false);
      }
    }
    return String.join("/", parts);
  }
}
