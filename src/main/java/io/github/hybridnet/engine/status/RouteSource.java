package io.github.hybridnet.engine.status;

import io.github.hybridnet.engine.GatewayViews.LearnedRoute;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Over which way a gateway has learned a route. */
public enum RouteSource {
  /** From Microsoft's edge routers. */
  EXPRESS_ROUTE("ExpressRoute", "expressRoute"),
  /** From an on-premises device, through a tunnel. */
  VPN("VPN", "vpn"),
  /** The virtual network's own, and whatever else. */
  OTHER("other", "other");

  /** Microsoft's autonomous system, the first on the way over ExpressRoute. */
  private static final String MICROSOFT = "12076";

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

  /** As in {@code status.json}. */
  public String id() {
    return id;
  }

  /** The way that a route was learned over. */
  public static RouteSource of(LearnedRoute route) {
    if (route.origin().equalsIgnoreCase("Network")) {
      return OTHER;
    }
    if (route.weight() == EXPRESS_ROUTE_WEIGHT || route.asPath().split("-")[0].equals(MICROSOFT)) {
      return EXPRESS_ROUTE;
    }
    return route.weight() == VPN_WEIGHT ? VPN : OTHER;
  }

  /** The prefixes by their source, each once and sorted; every source has an entry. */
  public static Map<RouteSource, List<String>> prefixes(Collection<LearnedRoute> routes) {
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
