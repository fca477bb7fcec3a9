package io.github.hybridnet.plan;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which sizes of a gateway Azure changes in place, as documented in 2026.
 *
 * <p>VPN (vpn-gateway/gateway-sku-upgrade, 2026-03): a larger one of the same generation, or the
 * zone-redundant form. A smaller one, one of the other generation, and any but Basic for a Basic
 * gateway need a new gateway.
 *
 * <p>ExpressRoute (expressroute/expressroute-about-virtual-network-gateways): a larger one of the
 * family, and one step down from the middle. ErGw1AZ to ErGw3AZ become ErGwScale
 * (expressroute/scalable-gateway); there is no way back.
 *
 * @param found the actual size
 * @param declared the size that is declared
 */
record GatewayResize(String found, String declared) {
  private static final Pattern VPN = Pattern.compile("vpngw(?<size>\\d)(?<zones>az)?");
  private static final int FIRST_OF_SECOND_GENERATION_ONLY = 4;

  /** Each size with those that it becomes in place. */
  private static final List<List<String>> EXPRESS_ROUTE =
      List.of(
          List.of("standard", "highperformance", "ultraperformance"),
          List.of("highperformance", "standard", "ultraperformance"),
          List.of("ergw1az", "ergw2az", "ergw3az", "ergwscale"),
          List.of("ergw2az", "ergw1az", "ergw3az", "ergwscale"),
          List.of("ergw3az", "ergwscale"));

  /**
   * Whether Azure makes the found size into the declared one in place.
   *
   * @param generation that of the actual VPN gateway; any other text where it is not known
   */
  boolean isPossible(String generation) {
    String from = found.toLowerCase(Locale.ROOT);
    String to = declared.toLowerCase(Locale.ROOT);
    Matcher before = VPN.matcher(from);
    Matcher after = VPN.matcher(to);
    if (before.matches() && after.matches()) {
      boolean keepsZones = before.group("zones") == null || after.group("zones") != null;
      return keepsZones
          && size(after) >= size(before)
          && (size(after) < FIRST_OF_SECOND_GENERATION_ONLY
              || !generation.equalsIgnoreCase("Generation1"));
    }
    return EXPRESS_ROUTE.stream()
        .filter(sizes -> sizes.get(0).equals(from))
        .anyMatch(sizes -> sizes.indexOf(to) > 0);
  }

  private static int size(Matcher name) {
    return Integer.parseInt(name.group("size"));
  }
}
