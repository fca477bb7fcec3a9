package io.github.hybridnet.simulator.network.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values that a member may have. They are accepted in any case and returned in the one here.
 *
 * @param contract the service's name for the set, which its error messages show
 */
public record AllowedValues(String contract, List<String> values) {
  public static final AllowedValues GATEWAY_TYPE =
      of("VirtualNetworkGatewayType", "Vpn", "ExpressRoute");
  public static final AllowedValues VPN_TYPE = of("VpnType", "RouteBased", "PolicyBased");
  public static final AllowedValues GENERATION =
      of("VpnGatewayGeneration", "None", "Generation1", "Generation2");
  public static final AllowedValues GATEWAY_SKU =
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
  public static final AllowedValues ALLOCATION = of("IpAllocationMethod", "Static", "Dynamic");
  public static final AllowedValues IP_VERSION = of("IPVersion", "IPv4", "IPv6");
  public static final AllowedValues ADDRESS_SKU = of("PublicIPAddressSkuName", "Basic", "Standard");
  public static final AllowedValues ADDRESS_TIER =
      of("PublicIPAddressSkuTier", "Regional", "Global");
  public static final AllowedValues CONNECTION_TYPE =
      of("VirtualNetworkGatewayConnectionType", "IPsec", "Vnet2Vnet", "ExpressRoute");
  public static final AllowedValues CONNECTION_PROTOCOL =
      of("ConnectionProtocol", "IKEv2", "IKEv1");
  public static final AllowedValues CONNECTION_MODE =
      of("ConnectionMode", "Default", "ResponderOnly", "InitiatorOnly");
  public static final AllowedValues CONNECTION_STATUS =
      of("ConnectionStatus", "Unknown", "Connecting", "Connected", "NotConnected");
  public static final AllowedValues RULE_PROTOCOL =
      of("SecurityRuleProtocol", "*", "Tcp", "Udp", "Icmp", "Esp", "Ah");
  public static final AllowedValues RULE_ACCESS = of("SecurityRuleAccess", "Allow", "Deny");
  public static final AllowedValues RULE_DIRECTION =
      of("SecurityRuleDirection", "Inbound", "Outbound");
  public static final AllowedValues CIRCUIT_TIER =
      of("ExpressRouteCircuitSkuTier", "Standard", "Premium", "Basic", "Local");
  public static final AllowedValues CIRCUIT_FAMILY =
      of("ExpressRouteCircuitSkuFamily", "MeteredData", "UnlimitedData");
  public static final AllowedValues PROVIDER_STATE =
      of(
          "ServiceProviderProvisioningState",
          "NotProvisioned",
          "Provisioning",
          "Provisioned",
          "Deprovisioning");
  public static final AllowedValues PEERING_TYPE =
      of(
          "ExpressRouteCircuitPeeringType",
          "AzurePrivatePeering",
          "MicrosoftPeering",
          "AzurePublicPeering");
  public static final AllowedValues LINK_STATE = of("LinkState", "Up", "Down");
  public static final AllowedValues WHEN_DOWN = of("WhenDown", "drop", "refuse", "stall");
  public static final AllowedValues PEERING_STATE =
      of("ExpressRouteCircuitPeeringState", "Enabled", "Disabled");

  private static AllowedValues of(String contract, String... values) {
    return new AllowedValues(contract, List.of(values));
  }

  /** The value in the service's own case; an error that names the path if it is not one. */
  public String read(@Nullable JsonNode value, String path, String absent) {
    return value == null || value.isNull() ? absent : canonical(value.asText(), path);
  }

  public String canonical(String value, String path) {
    return find(value).orElseThrow(() -> NetworkErrors.wrongValue(value, contract, path));
  }

  /** As {@link #canonical}, for admin calls: the error lists the allowed values. */
  public String fromOwner(String value, String member) {
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
  public String property(JsonNode properties, String name, String absent) {
    return read(properties.get(name), "properties." + name, absent);
  }

  /** As {@link #property}; the client must send it. */
  public String required(JsonNode properties, String name) {
    if (JsonMembers.at(properties, name) == null) {
      throw NetworkErrors.missingProperty(name, "properties");
    }
    return property(properties, name, "");
  }
}
