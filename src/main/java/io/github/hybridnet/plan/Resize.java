package io.github.hybridnet.plan;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which sizes of a gateway Azure changes where the gateway stands. Of a VPN gateway any of one
 * generation, also to the zone-redundant form but not back (learn.microsoft.com,
 * vpn-gateway/gateway-sku-upgrade); a gateway of size Basic or of the sizes before VpnGw1 is made
 * anew. Of an ExpressRoute gateway larger ones of its family
 * (articles/expressroute/expressroute-about-virtual-network-gateways.md).
 */
final class Resize {
  private static final Pattern VPN = Pattern.compile("vpngw\\d(?<zones>az)?");

  private static final List<List<String>> EXPRESS_ROUTE =
      List.of(
          List.of("standard", "highperformance", "ultraperformance"),
          List.of("ergw1az", "ergw2az", "ergw3az"));

  private Resize() {}

  /** Whether Azure makes the found size into the declared one in place. */
  static boolean isPossible(String found, String declared) {
    String from = found.toLowerCase(Locale.ROOT);
    String to = declared.toLowerCase(Locale.ROOT);
    Matcher before = VPN.matcher(from);
    Matcher after = VPN.matcher(to);
    if (before.matches() && after.matches()) {
      return before.group("zones") == null || after.group("zones") != null;
    }
    return EXPRESS_ROUTE.stream()
        .filter(family -> family.contains(from))
        .anyMatch(family -> family.indexOf(to) > family.indexOf(from));
  }
}
