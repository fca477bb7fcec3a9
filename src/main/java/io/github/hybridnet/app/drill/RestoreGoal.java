package io.github.hybridnet.app.drill;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.drill.ExpressRouteRecoveryCheck.ConnectionReading;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.drill.run.UnfinishedDrills.LiveDrillPolicy;
import io.github.hybridnet.drill.run.UnfinishedDrillsResult;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.retry.Backoff;
import io.github.hybridnet.engine.retry.PollOutcome;
import io.github.hybridnet.engine.retry.PolledCondition;
import io.github.hybridnet.engine.retry.Poller;
import io.github.hybridnet.model.HybridNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Restores ExpressRoute after unfinished failover drills, from any machine, and waits until it is
 * connected again.
 */
public final class RestoreGoal {
  private static final Backoff PAUSE = Backoff.fixed(Duration.ofSeconds(10));

  /** How late reads may show the tags of a drill. */
  private static final Duration LATE_TAGS = Duration.ofSeconds(70);

  private final CloudSession cloud;
  private final EngineOptions options;
  private final LineWriter out;
  private final UnfinishedDrillRecovery drills;

  /**
   * The goal on one cloud.
   *
   * @param drills undoes the drills
   */
  public RestoreGoal(
      CloudSession cloud, EngineOptions options, LineWriter out, UnfinishedDrillRecovery drills) {
    this.cloud = cloud;
    this.options = options;
    this.out = out;
    this.drills = drills;
  }

  /**
   * Carries the goal out.
   *
   * @param timeout how long to wait until the connection is Connected
   * @throws io.github.hybridnet.text.UserException HN5030, when ExpressRoute could not be restored,
   *     HN5031 and others
   * @throws InterruptedException when the build is stopped; never in the middle of a restore
   */
  public void run(HybridNetwork network, Duration timeout) throws InterruptedException {
    UnfinishedDrillsResult settled = restoreAll(network);
    if (settled.restored().isEmpty()) {
      out.info(
          DrillGoalMessages.nothingRestored(
              Objects.requireNonNull(network.resourceGroup()), settled.removed()));
      return;
    }
    Instant end = options.clock().instant().plus(timeout);
    for (ResourceKey connection : connections(network)) {
      await(connection, gateway(network), Duration.between(options.clock().instant(), end));
    }
  }

  private void await(ResourceKey connection, ResourceKey gateway, Duration timeout)
      throws InterruptedException {
    ExpressRouteRecoveryCheck express = new ExpressRouteRecoveryCheck(cloud, connection, gateway);
    PollOutcome<ConnectionReading> outcome =
        new Poller(options.clock(), options.sleeper())
            .await(connected(express, connection), PAUSE, timeout);
    if (!outcome.isReached()) {
      throw RestoreProblems.notConnected(connection, outcome.last().text(), outcome.waited());
    }
    out.info(DrillGoalMessages.connected(connection, outcome.last().text()));
  }

  /** Tags may be shown a minute late: they are looked for while ExpressRoute is disconnected. */
  private UnfinishedDrillsResult restoreAll(HybridNetwork network) throws InterruptedException {
    UnfinishedDrillsResult found = drills.restoreAll(network, LiveDrillPolicy.RESTORE_ANYWAY);
    if (!found.isEmpty() || !drills.isDisconnected(network)) {
      return found;
    }
    out.warn(DrillGoalMessages.lookingForTags(LATE_TAGS));
    PollOutcome<UnfinishedDrillsResult> outcome =
        new Poller(options.clock(), options.sleeper())
            .await(
                PolledCondition.of(
                    () -> drills.restoreAll(network, LiveDrillPolicy.RESTORE_ANYWAY),
                    later -> !later.isEmpty()),
                PAUSE,
                LATE_TAGS);
    if (!outcome.isReached()) {
      out.warn(DrillGoalMessages.DISCONNECTED_WITHOUT_DRILL);
    }
    return outcome.last();
  }

  /** Each change is shown, and not each look. */
  private PolledCondition<ConnectionReading> connected(
      ExpressRouteRecoveryCheck express, ResourceKey connection) {
    return new PolledCondition<>() {
      private String shown = "";

      @Override
      public ConnectionReading look() throws InterruptedException {
        return express.look();
      }

      @Override
      public boolean isReached(ConnectionReading reading) {
        return reading.isUp();
      }

      @Override
      public void waiting(ConnectionReading reading, Duration waited) {
        if (!reading.text().equals(shown)) {
          shown = reading.text();
          out.info(DrillGoalMessages.waitingForConnection(connection, shown));
        }
      }
    };
  }

  private ResourceKey gateway(HybridNetwork network) {
    return key(
        network,
        ResourceType.VIRTUAL_NETWORK_GATEWAY,
        Objects.requireNonNull(network.expressRoute()).gateway().name());
  }

  private List<ResourceKey> connections(HybridNetwork network) {
    return Objects.requireNonNull(network.expressRoute()).connections().stream()
        .map(connection -> key(network, ResourceType.CONNECTION, connection.name()))
        .toList();
  }

  private ResourceKey key(HybridNetwork network, ResourceType type, String name) {
    return new ResourceKey(
        cloud.subscriptionId(), Objects.requireNonNull(network.resourceGroup()), type, name);
  }
}
