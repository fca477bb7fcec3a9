package io.github.hybridnet.plan;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What carries traffic between the virtual network and the on-premises network now.
 *
 * @param expressRoute over ExpressRoute
 * @param vpn through the VPN
 */
public record Paths(Carriage expressRoute, Carriage vpn) {
  /** Nobody has asked. */
  public static final Paths UNKNOWN = new Paths(Carriage.UNKNOWN, Carriage.UNKNOWN);

  private static final String GATEWAY = "virtualNetworkGateway1";

  Carriage of(Way way) {
    return way == Way.VPN ? vpn : expressRoute;
  }

  /** The gateways of the connections that stand in a plan. */
  public static List<ResourceKey> gateways(Plan plan) {
    return connections(plan).flatMap(c -> gateway(c).stream()).distinct().toList();
  }

  /**
   * Judges by the states of the connections and by the routes of their gateways. An ExpressRoute
   * connection need not have a status; its routes tell. A plan of a circuit alone does not have the
   * connections, and says nothing of what carries traffic.
   *
   * @param routes what a gateway has learned
   */
  public static Paths judge(Plan plan, Function<ResourceKey, GatewayRoutes> routes) {
    return has(plan, ResourceType.PEERING) && !has(plan, ResourceType.CONNECTION)
        ? UNKNOWN
        : new Paths(judge(plan, Way.EXPRESS_ROUTE, routes), judge(plan, Way.VPN, routes));
  }

  private static boolean has(Plan plan, ResourceType type) {
    return plan.changes().stream().anyMatch(change -> change.key().type() == type);
  }

  private static Carriage judge(Plan plan, Way way, Function<ResourceKey, GatewayRoutes> routes) {
    List<Carriage> found =
        connections(plan)
            .filter(c -> Way.of(c.body()) == way)
            .map(c -> one(c, way, gateway(c).map(routes).orElse(GatewayRoutes.UNREADABLE)))
            .toList();
    return Stream.of(Carriage.CARRIES, Carriage.UNKNOWN, Carriage.DOWN)
        .filter(found::contains)
        .findFirst()
        .orElse(Carriage.NONE);
  }

  private static Carriage one(ActualResource connection, Way way, GatewayRoutes routes) {
    String status =
        Objects.toString(connection.observed().get("connectionStatus"), "")
            .toLowerCase(Locale.ROOT);
    if (status.equals("notconnected") || status.equals("connecting")) {
      return Carriage.DOWN;
    }
    if (connection.isBroken()) {
      return Carriage.UNKNOWN;
    }
    boolean byRoutes = way == Way.EXPRESS_ROUTE || isBgp(connection);
    if (byRoutes && routes.known()) {
      boolean learned = way == Way.VPN ? routes.overVpn() : routes.overExpressRoute();
      return learned ? Carriage.CARRIES : Carriage.DOWN;
    }
    return status.equals("connected") ? Carriage.CARRIES : Carriage.UNKNOWN;
  }

  private static boolean isBgp(ActualResource connection) {
    return Boolean.TRUE.equals(Bodies.map(connection.body().get("properties")).get("enableBgp"));
  }

  private static Stream<ActualResource> connections(Plan plan) {
    Stream<ActualResource> declared =
        plan.changes().stream().flatMap(c -> Stream.ofNullable(c.actual()));
    Stream<ActualResource> others = plan.deletions().stream().map(Removal::actual);
    return Stream.concat(declared, others)
        .filter(actual -> actual.key().type() == ResourceType.CONNECTION);
  }

  private static Optional<ResourceKey> gateway(ActualResource connection) {
    Object id = Bodies.map(Bodies.map(connection.body().get("properties")).get(GATEWAY)).get("id");
    return Optional.ofNullable(id).map(Object::toString).flatMap(ResourceKeys::find);
  }
}
