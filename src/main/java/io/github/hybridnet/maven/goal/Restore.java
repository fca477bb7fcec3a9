package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.CloudException.Kind;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.failover.UnfinishedDrills.Manner;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Undoes unfinished failover drills, from any machine, and sees ExpressRoute connected again. */
public final class Restore {
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final OpenCloud cloud;
  private final EngineOptions options;
  private final LineWriter out;
  private final SettledDrills drills;

  /**
   * What the user asked for.
   *
   * @param noPeeringKey whether a peering that is not declared has no MD5 key
   * @param connected how long to wait until the connection is Connected
   */
  public record Request(boolean noPeeringKey, Duration connected) {}

  /**
   * The goal on one cloud.
   *
   * @param drills undoes the drills
   */
  public Restore(OpenCloud cloud, EngineOptions options, LineWriter out, SettledDrills drills) {
    this.cloud = cloud;
    this.options = options;
    this.out = out;
    this.drills = drills;
  }

  /**
   * Carries the goal out.
   *
   * @throws io.github.hybridnet.model.HybridnetException HN5030, when ExpressRoute could not be put
   *     back, HN5031 and others
   * @throws InterruptedException when the build is stopped; never in the middle of a restore
   */
  public void run(HybridNetwork network, Request request) throws InterruptedException {
    if (drills.settle(network, request.noPeeringKey(), Manner.INSIST).isEmpty()) {
      out.info(
          "No failover drill of resource group "
              + network.resourceGroup()
              + " is unfinished; nothing was changed.");
      return;
    }
    ResourceKey connection = connection(network);
    Instant begin = options.clock().instant();
    String status = status(connection);
    while (!status.equalsIgnoreCase("Connected")) {
      Duration waited = Duration.between(begin, options.clock().instant());
      if (waited.compareTo(request.connected()) >= 0) {
        throw RestoreProblems.notConnected(connection, status, waited);
      }
      if (waited.isZero()) {
        out.info("Waiting until the " + connection + " is Connected; it is " + status + ".");
      }
      options.sleeper().sleep(PAUSE);
      status = status(connection);
    }
    out.info("The " + connection + " is Connected.");
  }

  private ResourceKey connection(HybridNetwork network) {
    GatewayDeclaration declared = Objects.requireNonNull(network.expressRoute());
    return new ResourceKey(
        cloud.subscriptionId(),
        Objects.requireNonNull(network.resourceGroup()),
        ResourceType.CONNECTION,
        declared.connection().name());
  }

  /** An answer that is lost is asked for again. */
  private String status(ResourceKey connection) {
    try {
      return cloud
          .cloud()
          .read(connection)
          .map(actual -> String.valueOf(actual.observed().get("connectionStatus")))
          .orElse("absent");
    } catch (CloudException failure) {
      if (failure.kind() == Kind.REFUSED || failure.isForbidden()) {
        throw GoalProblems.unreadable(failure);
      }
      return "not readable (" + failure.code() + ")";
    }
  }
}
