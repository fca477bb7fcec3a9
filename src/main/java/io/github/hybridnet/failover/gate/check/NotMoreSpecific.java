package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.failover.gate.GateResult;
import io.github.hybridnet.failover.gate.PathReading;
import io.github.hybridnet.failover.gate.PathReading.Route;
import io.github.hybridnet.failover.gate.Prefixes;
import io.github.hybridnet.failover.gate.Properties;
import io.github.hybridnet.plan.ActualResource;
import java.util.List;

/**
 * The VPN waits until ExpressRoute is gone. The longest prefix is taken first, and only then
 * ExpressRoute before VPN; prefixes of the local network gateway are static routes, also beside
 * BGP. Source: includes/vpn-gateway-faq-bgp-include.md.
 */
final class NotMoreSpecific extends Gate {
  NotMoreSpecific() {
    super(
        "more-specific",
        Kind.TAKEOVER,
        "No prefix of the VPN is more specific than ExpressRoute's.",
        "articles/expressroute/expressroute-howto-coexist-resource-manager.md");
  }

  @Override
  public GateResult check(Situation situation) {
    PathReading reading = situation.reading();
    List<String> vpn =
        reading.vpn().routing().routes().stream()
            .map(Route::prefix)
            .filter(prefix -> !isDevice(situation, prefix))
            .toList();
    List<String> winning = Prefixes.winning(vpn, reading.expressRoute().prefixes());
    return winning.isEmpty()
        ? met("No prefix of the VPN is more specific than ExpressRoute's.")
        : notMet(
            "The VPN carries "
                + Prefixes.some(winning)
                + " all the time, although ExpressRoute leads there too: the longest prefix is"
                + " taken first.",
            "Have the on-premises side announce the same prefixes over ExpressRoute, or shorter ones"
                + " through the tunnel.");
  }

  /** The device's own address for BGP always goes through the tunnel. */
  private static boolean isDevice(Situation situation, String prefix) {
    return situation
        .resource(situation.target().localNetworkGateway())
        .map((ActualResource r) -> Properties.text(r, "bgpSettings/bgpPeeringAddress"))
        .filter(addresses -> !addresses.isEmpty())
        .filter(addresses -> List.of(addresses.split(",", -1)).contains(host(prefix)))
        .isPresent();
  }

  private static String host(String prefix) {
    return prefix.endsWith("/32") ? prefix.substring(0, prefix.length() - 3) : prefix;
  }
}
