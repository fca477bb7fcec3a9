package io.github.hybridnet.plan;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ConnectivityPath;
import io.github.hybridnet.arm.ResourceIdParser;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
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
public record PathStates(PathState expressRoute, PathState vpn) {
  /** The states of both paths before anybody has asked. */
  public static final PathStates UNKNOWN = new PathStates(PathState.UNKNOWN, PathState.UNKNOWN);

  private static final String GATEWAY = "virtualNetworkGateway1";

  public PathState of(ConnectivityPath connectivityPath) {
    return connectivityPath == ConnectivityPath.VPN ? vpn : expressRoute;
  }

  /** The gateways of the actual connections in a plan. */
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
  public static PathStates judge(Plan plan, Function<ResourceKey, RouteSummary> routes) {
    return has(plan, ResourceType.PEERING) && !has(plan, ResourceType.CONNECTION)
        ? UNKNOWN
        : new PathStates(
            judge(plan, ConnectivityPath.EXPRESS_ROUTE, routes),
            judge(plan, ConnectivityPath.VPN, routes));
  }

  private static boolean has(Plan plan, ResourceType type) {
    return plan.changes().stream().anyMatch(resourceChange -> resourceChange.key().type() == type);
  }

  private static PathState judge(
      Plan plan, ConnectivityPath connectivityPath, Function<ResourceKey, RouteSummary> routes) {
    List<PathState> found =
        connections(plan)
            .filter(c -> ConnectivityPath.of(c.body()) == connectivityPath)
            .map(
                c ->
                    one(
                        c,
                        connectivityPath,
                        gateway(c).map(routes).orElse(RouteSummary.UNREADABLE)))
            .toList();
    return Stream.of(PathState.CARRIES, PathState.UNKNOWN, PathState.DOWN)
        .filter(found::contains)
        .findFirst()
        .orElse(PathState.NONE);
  }

  private static PathState one(
      ActualResource connection, ConnectivityPath connectivityPath, RouteSummary routes) {
    String status =
        Objects.toString(connection.observed().get("connectionStatus"), "")
            .toLowerCase(Locale.ROOT);
    if (status.equals("notconnected") || status.equals("connecting")) {
      return PathState.DOWN;
    }
    if (connection.isBroken()) {
      return PathState.UNKNOWN;
    }
    boolean byRoutes = connectivityPath == ConnectivityPath.EXPRESS_ROUTE || isBgp(connection);
    if (byRoutes && routes.known()) {
      boolean learned =
          connectivityPath == ConnectivityPath.VPN ? routes.overVpn() : routes.overExpressRoute();
      return learned ? PathState.CARRIES : PathState.DOWN;
    }
    return status.equals("connected") ? PathState.CARRIES : PathState.UNKNOWN;
  }

  private static boolean isBgp(ActualResource connection) {
    return Boolean.TRUE.equals(connection.properties().value("enableBgp"));
  }

  private static Stream<ActualResource> connections(Plan plan) {
    Stream<ActualResource> declared =
        plan.changes().stream().flatMap(c -> Stream.ofNullable(c.actual()));
    Stream<ActualResource> others = plan.deletions().stream().map(ResourceRemoval::actual);
    return Stream.concat(declared, others)
        .filter(actual -> actual.key().type() == ResourceType.CONNECTION);
  }

  private static Optional<ResourceKey> gateway(ActualResource connection) {
    return ResourceIdParser.find(connection.properties().text(GATEWAY, "id"));
  }
}
