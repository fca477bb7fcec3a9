package io.github.hybridnet.plan;

/**
 * What a gateway has learned of the on-premises network.
 *
 * @param known whether its routes could be read
 * @param overExpressRoute whether one of a customer came over ExpressRoute
 * @param overVpn whether one came through a tunnel
 */
public record RouteSummary(boolean known, boolean overExpressRoute, boolean overVpn) {
  /** Routes that could not be read. */
  public static final RouteSummary UNREADABLE = new RouteSummary(false, false, false);
}
