package io.github.hybridnet.app.drill;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.GoalProblems;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.AzureAsn;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.drill.path.PathReading.Path;
import io.github.hybridnet.engine.GatewayRoutingClient.BgpPeer;
import io.github.hybridnet.status.RouteSource;
import java.util.List;
import java.util.Optional;

/**
 * Reads whether an ExpressRoute connection is up again. If Azure does not report its status, its
 * provisioning state and the gateway's sessions with Microsoft's edge routers decide, and where
 * these say nothing the learned routes.
 */
final class ExpressRouteRecoveryCheck {
  private final CloudSession cloud;
  private final ResourceKey connection;
  private final ResourceKey gateway;

  ExpressRouteRecoveryCheck(CloudSession cloud, ResourceKey connection, ResourceKey gateway) {
    this.cloud = cloud;
    this.connection = connection;
    this.gateway = gateway;
  }

  /**
   * What was read of the connection.
   *
   * @param isUp whether it is up
   * @param text how it is, as it follows "is"
   */
  record ConnectionReading(boolean isUp, String text) {}

  /** A lost answer is read again at the next look. */
  ConnectionReading look() throws InterruptedException {
    try {
      Optional<ActualResource> actual = cloud.cloud().read(connection);
      return actual.isPresent()
          ? look(actual.get())
          : new ConnectionReading(false, PathReading.ABSENT);
    } catch (CloudException failure) {
      if (failure.kind() == Kind.REFUSED || failure.isForbidden()) {
        throw GoalProblems.unreadable(failure);
      }
      return new ConnectionReading(false, "not readable (" + failure.code() + ")");
    }
  }

  private ConnectionReading look(ActualResource actual) throws InterruptedException {
    String status = actual.observedState("connectionStatus").orElse(PathReading.UNKNOWN);
    Path path = new Path(actual.provisioningState(), status, -1, List.of(), -1, -1);
    if (!path.isSilent()) {
      return new ConnectionReading(
          path.isConnected(), path.isConnected() ? "'Connected'" : "'" + status + "'");
    }
    String state =
        "'" + path.connectionState() + "', and Azure does not report its connection status";
    return path.isSucceeded() ? bySessions(state) : new ConnectionReading(false, state);
  }

  private ConnectionReading bySessions(String state) throws InterruptedException {
    try {
      List<BgpPeer> edge =
          cloud.views().bgpPeers(gateway).stream()
              .filter(p -> p.asn() == AzureAsn.EXPRESS_ROUTE_EDGE)
              .toList();
      long up = edge.stream().filter(BgpPeer::isConnected).count();
      if (up == 0 && edge.stream().allMatch(BgpPeer::isSilent)) {
        return byRoutes(state + "; no BGP peer reports whether it is connected");
      }
      return new ConnectionReading(
          up > 0,
          state
              + "; "
              + up
              + " of "
              + edge.size()
              + " BGP peers of AS "
              + AzureAsn.EXPRESS_ROUTE_EDGE
              + " are connected");
    } catch (CloudException failure) {
      return new ConnectionReading(
          true, state + "; its BGP peers could not be read (" + failure.code() + ")");
    }
  }

  /** Peers that are not listed, or whose states are not known here, say nothing; routes do. */
  private ConnectionReading byRoutes(String state) throws InterruptedException {
    try {
      long learned =
          cloud.views().learnedRoutes(gateway).stream()
              .filter(r -> RouteSource.of(r) == RouteSource.EXPRESS_ROUTE)
              .filter(r -> !RouteSource.isAzures(r))
              .count();
      return new ConnectionReading(
          learned > 0, state + "; routes learned over ExpressRoute: " + learned);
    } catch (CloudException failure) {
      return new ConnectionReading(
          true, state + "; its learned routes could not be read (" + failure.code() + ")");
    }
  }
}
