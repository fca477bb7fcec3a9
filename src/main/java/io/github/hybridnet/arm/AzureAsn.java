package io.github.hybridnet.arm;

/** Autonomous system numbers of Azure (articles/expressroute/expressroute-routing.md). */
public final class AzureAsn {
  /** Microsoft's edge, the other side of each ExpressRoute peering. */
  public static final long EXPRESS_ROUTE_EDGE = 12076;

  /** All virtual network gateways, unless they were given another number. */
  public static final long GATEWAY = 65515;

  private AzureAsn() {}
}
