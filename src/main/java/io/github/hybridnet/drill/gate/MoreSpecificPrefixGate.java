package io.github.hybridnet.drill.gate;

import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.drill.path.PathReading.Route;
import io.github.hybridnet.drill.path.PrefixCoverage;
import java.util.List;

/**
 * Whether the VPN carries traffic only while ExpressRoute is down. The longest prefix is taken
 * first, and only then ExpressRoute before VPN; prefixes of the local network gateway are static
 * routes, also beside BGP (source: includes/vpn-gateway-faq-bgp-include.md).
 */
final class MoreSpecificPrefixGate extends DrillGate {
  MoreSpecificPrefixGate() {
    super(
        "more-specific",
        GateKind.TAKEOVER,
        "No prefix of the VPN is more specific than those of ExpressRoute.",
        "articles/expressroute/expressroute-howto-coexist-resource-manager.md");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    PathReading reading = gateContext.reading();
    List<String> vpn =
        reading.vpn().routing().routes().stream()
            .map(Route::prefix)
            .filter(prefix -> !isDevice(gateContext, prefix))
            .toList();
    List<String> winning = PrefixCoverage.winning(vpn, reading.expressRoute().prefixes());
    return winning.isEmpty()
        ? met("No prefix of the VPN is more specific than those of ExpressRoute.")
        : notMet(
            "The VPN always carries the traffic for "
                + PrefixCoverage.some(winning)
                + ", although ExpressRoute leads there too, because the longest prefix is used"
                + " first.",
            "have the on-premises side announce the same prefixes over ExpressRoute, or shorter"
                + " ones through the tunnel");
  }

  /** The device's own address for BGP always goes through the tunnel. */
  private static boolean isDevice(GateContext gateContext, String prefix) {
    return gateContext
        .resource(gateContext.target().localNetworkGateway())
        .map(r -> r.properties().text("bgpSettings", "bgpPeeringAddress"))
        .filter(addresses -> !addresses.isEmpty())
        .filter(addresses -> List.of(addresses.split(",", -1)).contains(host(prefix)))
        .isPresent();
  }

  private static String host(String prefix) {
    return prefix.endsWith("/32") ? prefix.substring(0, prefix.length() - 3) : prefix;
  }
}
