package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.ArmErrors;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values that a member may have. They are accepted in any case and returned in the one here.
 *
 * @param contract the service's name for the set, which its error messages show
 */
record Choice(String contract, List<String> values) {
  static final Choice GATEWAY_TYPE = of("VirtualNetworkGatewayType", "Vpn", "ExpressRoute");
  static final Choice VPN_TYPE = of("VpnType", "RouteBased", "PolicyBased");
  static final Choice GENERATION = of("VpnGatewayGeneration", "None", "Generation1", "Generation2");
  static final Choice GATEWAY_SKU =
      of(
          "VirtualNetworkGatewaySkuName",
          "Basic",
          "Standard",
          "HighPerformance",
          "UltraPerformance",
          "VpnGw1",
          "VpnGw2",
          "VpnGw3",
          "VpnGw4",
          "VpnGw5",
          "VpnGw1AZ",
          "VpnGw2AZ",
          "VpnGw3AZ",
          "VpnGw4AZ",
          "VpnGw5AZ",
          "ErGw1AZ",
          "ErGw2AZ",
          "ErGw3AZ",
          "ErGwScale");
  static final Choice ALLOCATION = of("IpAllocationMethod", "Static", "Dynamic");
  static final Choice IP_VERSION = of("IPVersion", "IPv4", "IPv6");
  static final Choice ADDRESS_SKU = of("PublicIPAddressSkuName", "Basic", "Standard");
  static final Choice ADDRESS_TIER = of("PublicIPAddressSkuTier", "Regional", "Global");
  static final Choice CONNECTION_TYPE =
      of("VirtualNetworkGatewayConnectionType", "IPsec", "Vnet2Vnet", "ExpressRoute");
  static final Choice CONNECTION_PROTOCOL = of("ConnectionProtocol", "IKEv2", "IKEv1");
  static final Choice CONNECTION_MODE =
      of("ConnectionMode", "Default", "ResponderOnly", "InitiatorOnly");
  static final Choice CONNECTION_STATUS =
      of("ConnectionStatus", "Unknown", "Connecting", "Connected", "NotConnected");
  static final Choice RULE_PROTOCOL =
      of("SecurityRuleProtocol", "*", "Tcp", "Udp", "Icmp", "Esp", "Ah");
  static final Choice RULE_ACCESS = of("SecurityRuleAccess", "Allow", "Deny");
  static final Choice RULE_DIRECTION = of("SecurityRuleDirection", "Inbound", "Outbound");
  static final Choice CIRCUIT_TIER =
      of("ExpressRouteCircuitSkuTier", "Standard", "Premium", "Basic", "Local");
  static final Choice CIRCUIT_FAMILY =
      of("ExpressRouteCircuitSkuFamily", "MeteredData", "UnlimitedData");
  static final Choice PROVIDER_STATE =
      of(
          "ServiceProviderProvisioningState",
          "NotProvisioned",
          "Provisioning",
          "Provisioned",
          "Deprovisioning");
  static final Choice PEERING_TYPE =
      of(
          "ExpressRouteCircuitPeeringType",
          "AzurePrivatePeering",
          "MicrosoftPeering",
          "AzurePublicPeering");
  static final Choice LINK_STATE = of("LinkState", "Up", "Down");
  static final Choice WHEN_DOWN = of("WhenDown", "drop", "refuse", "stall");
  static final Choice PEERING_STATE = of("ExpressRouteCircuitPeeringState", "Enabled", "Disabled");

  private static Choice of(String contract, String... values) {
    return new Choice(contract, List.of(values));
  }

  /** The value in the service's own case; an error that names the path if it is not one. */
  String read(@Nullable JsonNode value, String path, String absent) {
    return value == null || value.isNull() ? absent : canonical(value.asText(), path);
  }

  String canonical(String value, String path) {
    return find(value).orElseThrow(() -> NetworkErrors.wrongValue(value, contract, path));
  }

  /** As {@link #canonical}, for admin calls: they are no service's, so the error says what fits. */
  String told(String value, String member) {
    return find(value)
        .orElseThrow(
            () ->
                ArmErrors.invalidRequestContent(
                    "'%s' must be one of %s, not '%s'."
                        .formatted(member, String.join(", ", values), value)));
  }

  private Optional<String> find(String value) {
    return values.stream().filter(value::equalsIgnoreCase).findFirst();
  }

  /** The member of this name in a resource's properties, or what stands for an absent one. */
  String property(JsonNode properties, String name, String absent) {
    return read(properties.get(name), "properties." + name, absent);
  }

  /** As {@link #property}; the client must send it. */
  String required(JsonNode properties, String name) {
    if (Json.at(properties, name) == null) {
      throw NetworkErrors.missingProperty(name, "properties");
    }
    return property(properties, name, "");
  }
}
