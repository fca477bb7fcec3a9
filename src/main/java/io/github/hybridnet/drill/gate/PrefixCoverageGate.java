package io.github.hybridnet.drill.gate;

import io.github.hybridnet.drill.path.PathReading.Path;
import io.github.hybridnet.drill.path.PrefixCoverage;
import io.github.hybridnet.drill.path.PrefixCoverage.CoverageGap;
import java.util.List;

/**
 * Whether the VPN leads wherever ExpressRoute leads (source: articles/expressroute/
 * use-s2s-vpn-as-backup-for-expressroute-privatepeering.md).
 */
final class PrefixCoverageGate extends DrillGate {
  PrefixCoverageGate() {
    super(
        "coverage",
        GateKind.TAKEOVER,
        "The prefixes of the VPN cover all prefixes that ExpressRoute carries.",
        "articles/expressroute/use-s2s-vpn-as-backup-for-expressroute-privatepeering.md");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    Path expressRoute = gateContext.reading().expressRoute();
    Path vpn = gateContext.reading().vpn();
    if (!expressRoute.hasPrefixes() || !vpn.routing().known()) {
      return warning(
          "It cannot be checked whether the VPN covers the prefixes of ExpressRoute, because they"
              + " are not known.",
          "");
    }
    List<CoverageGap> gaps = PrefixCoverage.gaps(expressRoute.prefixes(), vpn.prefixes());
    if (gaps.isEmpty()) {
      return met("The VPN covers all prefixes that ExpressRoute carries, by " + some(vpn) + ".");
    }
    GateResult uncovered =
        notMet(
            "The VPN does not lead to "
                + PrefixCoverage.some(gaps)
                + ", which ExpressRoute carries, so that traffic would be lost. The VPN leads to "
                + some(vpn)
                + ".",
            "have the on-premises device announce these prefixes through the tunnel. Without BGP,"
                + " add them to the address prefixes of the "
                + gateContext.target().localNetworkGateway().quoted());
    // A tunnel that came up just now has not learned anything yet.
    return vpn.prefixes().isEmpty() ? settling(uncovered.text(), uncovered.fix()) : uncovered;
  }

  private static String some(Path vpn) {
    return vpn.prefixes().isEmpty() ? "nothing" : PrefixCoverage.some(vpn.prefixes());
  }
}
