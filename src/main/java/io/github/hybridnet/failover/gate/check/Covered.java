package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.failover.gate.GateResult;
import io.github.hybridnet.failover.gate.PathReading.Path;
import io.github.hybridnet.failover.gate.Prefixes;
import io.github.hybridnet.failover.gate.Prefixes.Gap;
import java.util.List;

/**
 * The VPN leads wherever ExpressRoute leads. Source: articles/expressroute/
 * use-s2s-vpn-as-backup-for-expressroute-privatepeering.md.
 */
final class Covered extends Gate {
  Covered() {
    super(
        "coverage",
        Kind.TAKEOVER,
        "The prefixes of the VPN cover all that ExpressRoute carries.",
        "articles/expressroute/use-s2s-vpn-as-backup-for-expressroute-privatepeering.md");
  }

  @Override
  public GateResult check(Situation situation) {
    Path expressRoute = situation.reading().expressRoute();
    Path vpn = situation.reading().vpn();
    if (!expressRoute.hasPrefixes() || !vpn.routing().known()) {
      return warning(
          "Whether the VPN covers what ExpressRoute carries cannot be judged, as that is not"
              + " known.",
          "");
    }
    List<Gap> gaps = Prefixes.gaps(expressRoute.prefixes(), vpn.prefixes());
    if (gaps.isEmpty()) {
      return met("The VPN covers all that ExpressRoute carries, by " + some(vpn) + ".");
    }
    GateResult uncovered =
        notMet(
            "The VPN does not lead to "
                + Prefixes.some(gaps)
                + ", which ExpressRoute carries: traffic for it would be lost. It leads to "
                + some(vpn)
                + ".",
            "Have the on-premises device announce it through the tunnel, or without BGP add it to"
                + " the address prefixes of the "
                + situation.target().localNetworkGateway()
                + ".");
    // A tunnel that came up just now has not learned anything yet.
    return vpn.prefixes().isEmpty() ? settling(uncovered.text(), uncovered.fix()) : uncovered;
  }

  private static String some(Path vpn) {
    return vpn.prefixes().isEmpty() ? "nothing" : Prefixes.some(vpn.prefixes());
  }
}
