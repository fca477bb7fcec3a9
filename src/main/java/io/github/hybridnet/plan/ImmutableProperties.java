package io.github.hybridnet.plan;

import io.github.hybridnet.arm.ActualGateway;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceType;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which properties Azure cannot change in place. */
public final class ImmutableProperties {
  private static final Map<ResourceType, Set<String>> PATHS =
      Map.of(
          ResourceType.VIRTUAL_NETWORK, Set.of("location"),
          ResourceType.NETWORK_SECURITY_GROUP, Set.of("location"),
          ResourceType.LOCAL_NETWORK_GATEWAY, Set.of("location"),
          ResourceType.PUBLIC_IP,
              Set.of("location", "zones", "sku.name", "properties.publicIPAllocationMethod"),
          ResourceType.VIRTUAL_NETWORK_GATEWAY,
              Set.of("location", "properties.gatewayType", "properties.vpnType"),
          ResourceType.CONNECTION,
              Set.of(
                  "location",
                  "properties.connectionType",
                  "properties.virtualNetworkGateway1.id",
                  "properties.localNetworkGateway2.id",
                  "properties.peer.id"),
          ResourceType.CIRCUIT,
              Set.of(
                  "properties.serviceProviderProperties.serviceProviderName",
                  "properties.serviceProviderProperties.peeringLocation"));

  /**
   * A gateway keeps its subnet and its public addresses: Azure ends a change of an address with an
   * internal error (Azure/azure-cli#30220).
   */
  private static final Pattern IP_CONFIGURATION =
      Pattern.compile(
          "properties\\.ipConfigurations\\[\\d+]\\.properties\\.(subnet|publicIPAddress)\\.id");

  private ImmutableProperties() {}

  public static boolean isImmutable(ActualResource actual, PropertyDifference propertyDifference) {
    ResourceType type = actual.key().type();
    if (type == ResourceType.VIRTUAL_NETWORK_GATEWAY
        && propertyDifference.path().equals("properties.sku.name")) {
      return !new GatewayResize(propertyDifference.actual(), propertyDifference.declared())
          .isPossible(new ActualGateway(actual).generation());
    }
    return PATHS.getOrDefault(type, Set.of()).contains(propertyDifference.path())
        || (type == ResourceType.VIRTUAL_NETWORK_GATEWAY
            && IP_CONFIGURATION.matcher(propertyDifference.path()).matches())
        || (type == ResourceType.CIRCUIT && isReduction(propertyDifference));
  }

  /**
   * A circuit's bandwidth only grows, metered data becomes unlimited but not the reverse, and no
   * tier becomes Local (articles/expressroute/expressroute-circuit-peerings.md).
   */
  private static boolean isReduction(PropertyDifference propertyDifference) {
    return switch (propertyDifference.path()) {
      case "sku.tier" -> propertyDifference.declared().equalsIgnoreCase("Local");
      case "sku.family" -> propertyDifference.actual().equalsIgnoreCase("UnlimitedData");
      case "properties.serviceProviderProperties.bandwidthInMbps" ->
          number(propertyDifference.declared()) < number(propertyDifference.actual());
      default -> false;
    };
  }

  /** Below every other where Azure did not say a number. */
  private static double number(String text) {
    return text.matches("\\d{1,9}(\\.\\d+)?") ? Double.parseDouble(text) : -1;
  }
}
