package io.github.hybridnet.plan.replace;

import io.github.hybridnet.arm.AzureAsn;
import io.github.hybridnet.arm.ConnectivityPath;
import io.github.hybridnet.arm.ResourceBody;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Azure gives to gateways and connections of which nobody said otherwise, by recorded traffic:
 * a resource that is made anew gets it again.
 */
final class ServiceDefaults {
  private static final Map<String, Set<String>> VALUES =
      Map.of(
          "connectionProtocol", Set.of("IKEv2"),
          "connectionMode", Set.of("Default"),
          "authenticationType", Set.of("PSK"),
          "vpnType", Set.of("RouteBased"),
          "vpnGatewayGeneration", Set.of("Generation1", "None"),
          "adminState", Set.of("Enabled"),
          "resiliencyModel", Set.of("SingleHomed"));

  private ServiceDefaults() {}

  /**
   * Whether a property has its default, in whatever letters the service shows it.
   *
   * @param connectivityPath which way the resource belongs to, or null: the type of VPN means
   *     nothing to ExpressRoute
   */
  static boolean holds(@Nullable ConnectivityPath connectivityPath, String name, Object value) {
    return VALUES.getOrDefault(name, Set.of()).stream().anyMatch(value.toString()::equalsIgnoreCase)
        || (name.equals("vpnType") && connectivityPath == ConnectivityPath.EXPRESS_ROUTE)
        || (name.equals("bgpSettings") && isDefault(ResourceBody.map(value)));
  }

  /** Azure's own number, and addresses that the service chose. */
  private static boolean isDefault(Map<String, Object> bgp) {
    return bgp.get("asn") instanceof Number asn
        && asn.longValue() == AzureAsn.GATEWAY
        && ResourceBody.maps(bgp.get("bgpPeeringAddresses")).stream()
            .map(instance -> instance.get("customBgpIpAddresses"))
            .noneMatch(own -> own instanceof List<?> list && !list.isEmpty());
  }
}
