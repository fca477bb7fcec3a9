package io.github.hybridnet.status;

import io.github.hybridnet.arm.AzureAsn;
import io.github.hybridnet.engine.GatewayRoutingClient.LearnedRoute;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Over which way a gateway has learned a route. */
public enum RouteSource {
  /** From Microsoft's edge routers. */
  EXPRESS_ROUTE("ExpressRoute", "expressRoute"),
  /** From an on-premises device, through a tunnel. */
  VPN("VPN", "vpn"),
  /** The virtual network's own, and whatever else. */
  OTHER("other", "other");

  /** Microsoft's autonomous system, the first on the way over ExpressRoute. */
  private static final String MICROSOFT = Long.toString(AzureAsn.EXPRESS_ROUTE_EDGE);

  private static final String GATEWAY = Long.toString(AzureAsn.GATEWAY);

  /** Numbers that customers cannot have (articles/expressroute/expressroute-routing.md). */
  private static final Set<String> AZURES =
      Set.of("8074", "8075", MICROSOFT, GATEWAY, "65517", "65518", "65519", "65520");

  private static final int EXPRESS_ROUTE_WEIGHT = 32769;
  private static final int VPN_WEIGHT = 32768;

  private final String label;
  private final String id;

  RouteSource(String label, String id) {
    this.label = label;
    this.id = id;
  }

  /** As shown to users. */
  public String label() {
    return label;
  }

  /** The source as {@code status.json} names it. */
  public String id() {
    return id;
  }

  /**
   * The way that a route was learned over. The first number on its way decides; the weight, which a
   * connection's routing weight may change, only where there is none.
   */
  public static RouteSource of(LearnedRoute route) {
    if (route.origin().equalsIgnoreCase("Network")) {
      return OTHER;
    }
    Optional<String> first = systems(route).findFirst();
    if (first.isPresent()) {
      return first.get().equals(MICROSOFT) ? EXPRESS_ROUTE : VPN;
    }
    return route.weight() == EXPRESS_ROUTE_WEIGHT
        ? EXPRESS_ROUTE
        : route.weight() == VPN_WEIGHT ? VPN : OTHER;
  }

  /**
   * Whether a route that came over ExpressRoute comes from Azure itself: the network's own prefixes
   * and those of other networks on the circuit come back from the edge routers without a customer's
   * number on their way (articles/expressroute/expressroute-about-virtual-network-gateways.md).
   */
  public static boolean isAzures(LearnedRoute route) {
    return systems(route).findAny().isPresent() && systems(route).allMatch(AZURES::contains);
  }

  /** The autonomous systems on the way; none where Azure reports none. */
  static Stream<String> systems(LearnedRoute route) {
    return Stream.of(route.asPath().split("\\D+", -1)).filter(asn -> !asn.isEmpty());
  }

  /** The prefixes by their source, each once and sorted; every source has an entry. */
  static Map<RouteSource, List<String>> prefixes(Collection<LearnedRoute> routes) {
    Map<RouteSource, TreeSet<String>> sorted = new EnumMap<>(RouteSource.class);
    for (RouteSource source : values()) {
      sorted.put(source, new TreeSet<>());
    }
    for (LearnedRoute route : routes) {
      sorted.getOrDefault(of(route), new TreeSet<>()).add(route.prefix());
    }
    Map<RouteSource, List<String>> prefixes = new EnumMap<>(RouteSource.class);
    sorted.forEach((source, all) -> prefixes.put(source, List.copyOf(all)));
    return prefixes;
  }
}
