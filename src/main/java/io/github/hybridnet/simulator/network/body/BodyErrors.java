package io.github.hybridnet.simulator.network.body;

import com.fasterxml.jackson.core.JsonToken;
import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.arm.error.ArmError.Detail;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.error.ArmException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is wrong with bodies, in the service's words. Texts for unknown members and values are
 * quoted in public issues (Azure/azure-powershell 10150 and 13544, Azure/azure-cli 1619), the names
 * of classes only for some of them. For other wrong JSON types the words are Json.NET's own.
 */
final class BodyErrors {
  private static final String CONTRACT =
      "Microsoft.WindowsAzure.Networking.Nrp.Frontend.Contract.Csm.Public.";

  /** Classes that issues name. */
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "connections", "VirtualNetworkGatewayConnectionProperties",
          "publicipaddresses", "PublicIpAddressProperties",
          "virtualnetworks/virtualnetworkpeerings", "VirtualNetworkPeeringProperties");

  /** Enumerations that issues and recordings name. */
  private static final Map<String, String> ENUMERATIONS =
      Map.of(
          "gatewayType", "VirtualNetworkGatewayType",
          "connectionType", "VirtualNetworkGatewayConnectionType",
          "privateIPAllocationMethod", "IpAllocationMethod",
          "publicIPAllocationMethod", "IpAllocationMethod",
          "protocol", "SecurityRuleProtocol",
          "access", "SecurityRuleAccess",
          "direction", "SecurityRuleDirection",
          "nextHopType", "NextHopType",
          "peeringType", "ExpressRouteCircuitPeeringType");

  private BodyErrors() {}

  /** Where something stands: the path in the body, and the place in its text. */
  record Place(String path, int line, int position) {
    @Override
    public String toString() {
      return "Path '%s', line %d, position %d.".formatted(path, line, position);
    }
  }

  /** Everything that Microsoft.Network finds wrong with a body. */
  static ArmException unreadable(List<Detail> details) {
    return ArmError.provider(
            400,
            "InvalidRequestFormat",
            "Cannot parse the request.",
            details.toArray(Detail[]::new))
        .exception();
  }

  /** A top-level member that no resource has: Resource Manager itself refuses it. */
  static ArmException unknownInEnvelope(String member, Place place) {
    String sentence =
        "Could not find member '%s' on object of type 'ResourceDefinition'. %s"
            .formatted(member, place);
    return ArmErrors.invalidRequestContent(sentence);
  }

  static Detail unknownMember(String member, String owner, Place place) {
    return new Detail(
        "InvalidJson",
        "Could not find member '%s' on object of type '%s'. %s".formatted(member, owner, place));
  }

  /**
   * A text that is no value of an enumeration, or stands where an object belongs.
   *
   * @param type the type of the resource
   */
  static Detail wrongValue(String value, String type, Place place) {
    return new Detail(
        "InvalidJson",
        "Error converting value \"%s\" to type '%s%s'. %s"
            .formatted(value, CONTRACT, valueClass(type, place.path()), place));
  }

  private static String valueClass(String type, String path) {
    String[] steps = path.replaceAll("\\[\\d+]", "").split("\\.");
    String member = steps[steps.length - 1];
    boolean sku = steps.length > 1 && steps[steps.length - 2].equals("sku");
    return sku
        ? capital(singular(type)) + "Sku" + capital(member)
        : ENUMERATIONS.getOrDefault(member, capital(member));
  }

  static Detail wrongType(JsonToken sent, MemberShape.Kind expected, Place place) {
    String sentence =
        switch (expected) {
          case STRING -> "Error reading string. Unexpected token: " + word(sent) + ".";
          case INTEGER -> "Error reading integer. Unexpected token: " + word(sent) + ".";
          case NUMBER -> "Error reading double. Unexpected token: " + word(sent) + ".";
          case BOOLEAN -> "Error reading boolean. Unexpected token: " + word(sent) + ".";
          default ->
              "Unexpected token '" + word(sent) + "' where the request requires a JSON object.";
        };
    return new Detail("InvalidJson", sentence + " " + place);
  }

  static Detail noList(JsonToken sent, Place place) {
    return new Detail(
        "InvalidJson",
        "Unexpected token '%s' where the request requires a JSON array. %s"
            .formatted(word(sent), place));
  }

  /** The same name twice in a list of children; the blank segments are the service's. */
  static Detail twice(String name, String type) {
    return new Detail(
        "DuplicateResourceName",
        ("Resource /subscriptions//resourceGroups//providers/Microsoft.Network/%s/ has two child"
                + " resources with the same name (%s).")
            .formatted(type, name));
  }

  /** The class of an object, which is known for some types; else it is made of its name. */
  static String owner(String type, String path, String name) {
    if (path.equals("properties")) {
      String known = PROPERTIES.get(type.toLowerCase(Locale.ROOT));
      return known == null ? capital(singular(type)) + "Properties" : known;
    }
    return capital(singular(name));
  }

  private static String singular(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    if (last.endsWith("ies")) {
      return last.substring(0, last.length() - 3) + "y";
    }
    return last.endsWith("ss") || !last.endsWith("s") ? last : last.substring(0, last.length() - 1);
  }

  private static String capital(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String word(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "StartObject";
      case START_ARRAY -> "StartArray";
      case VALUE_STRING -> "String";
      case VALUE_NUMBER_INT -> "Integer";
      case VALUE_NUMBER_FLOAT -> "Float";
      default -> "Boolean";
    };
  }
}
