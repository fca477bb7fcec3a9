package io.github.hybridnet.maven.goal;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.CloudException.Kind;
import io.github.hybridnet.engine.GatewayViews.BgpPeer;
import io.github.hybridnet.failover.gate.PathReading;
import io.github.hybridnet.failover.gate.PathReading.Path;
import io.github.hybridnet.failover.gate.Properties;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.ResourceKey;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether an ExpressRoute connection is up again. Azure need not report its status; then its
 * provisioning state and the gateway's sessions with Microsoft's edge routers decide.
 */
final class ExpressRouteReturn {
  private static final long EDGE_ASN = 12076;
  private final OpenCloud cloud;
  private final ResourceKey connection;
  private final ResourceKey gateway;

  ExpressRouteReturn(OpenCloud cloud, ResourceKey connection, ResourceKey gateway) {
    this.cloud = cloud;
    this.connection = connection;
    this.gateway = gateway;
  }

  /**
   * What was seen.
   *
   * @param isUp whether it is up
   * @param text how it is, as it follows "is"
   */
  record Look(boolean isUp, String text) {}

  /** An answer that is lost is asked for again. */
  Look look() throws InterruptedException {
    try {
      Optional<ActualResource> standing = cloud.cloud().read(connection);
      return standing.isPresent() ? look(standing.get()) : new Look(false, PathReading.ABSENT);
    } catch (CloudException failure) {
      if (failure.kind() == Kind.REFUSED || failure.isForbidden()) {
        throw GoalProblems.unreadable(failure);
      }
      return new Look(false, "not readable (" + failure.code() + ")");
    }
  }

  private Look look(ActualResource standing) throws InterruptedException {
    String status = Properties.observed(standing, "connectionStatus");
    Path path = new Path(standing.provisioningState(), status, -1, List.of(), -1, -1);
    if (!path.isSilent()) {
      return new Look(path.isConnected(), path.isConnected() ? "Connected" : status);
    }
    String state = path.connectionState() + "; Azure reports no status of it";
    return path.isSucceeded() ? bySessions(state) : new Look(false, state);
  }

  private Look bySessions(String state) throws InterruptedException {
    try {
      List<BgpPeer> edge =
          cloud.views().bgpPeers(gateway).stream().filter(p -> p.asn() == EDGE_ASN).toList();
      long up = edge.stream().filter(p -> p.state().equalsIgnoreCase("Connected")).count();
      return new Look(
          up > 0,
          state + ", and " + up + " of " + edge.size() + " BGP peers of AS 12076 are connected");
    } catch (CloudException failure) {
      return new Look(true, state + ", nor of its BGP peers (" + failure.code() + ")");
    }
  }
}
