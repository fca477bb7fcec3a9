package io.github.hybridnet.simulator.network.relation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.RunningOperation;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import java.time.Duration;

/** Refuses requests that the service refuses while another operation runs. */
public final class ConcurrencyGuard {
  private static final long LONGEST_WAIT = 15;

  private ConcurrencyGuard() {}

  /** 409 while an operation on the addressed resource, its parent or its siblings runs. */
  public static void refuse(ResourceRequest request) {
    request.world().running(request.id()).stream()
        .findFirst()
        .ifPresent(
            running -> {
              throw ArmErrors.anotherOperationInProgress(running.operationId());
            });
  }

  /** 429 while an operation on the addressed resource runs: the client shall try again. */
  public static void defer(ResourceRequest request) {
    defer(request.world(), request.id());
  }

  /** 409 while an operation on a sibling or the parent runs; one on the same child is replaced. */
  public static void refuseBeside(ResourceRequest request) {
    request.world().running(request.id()).stream()
        .filter(running -> !running.id().equals(request.id()))
        .findFirst()
        .ifPresent(
            running -> {
              throw ArmErrors.anotherOperationInProgress(running.operationId());
            });
  }

  /**
   * 429 while an operation on a gateway inside a network runs, or one on the network itself that a
   * PUT does not replace.
   */
  public static void deferForNetwork(World world, ArmId network) {
    world.running(network).stream()
        .filter(running -> !isReplaced(running))
        .findFirst()
        .ifPresent(running -> defer(world, running, network));
    for (ObjectNode gateway : world.resources().naming(network, NetworkTypes.GATEWAY)) {
      if (StoredGateways.isIn(gateway, network)) {
        ArmId.parse(ResourceReference.idOf(gateway)).ifPresent(id -> defer(world, id));
      }
    }
  }

  private static void defer(World world, ArmId id) {
    world.running(id).stream().findFirst().ifPresent(running -> defer(world, running, id));
  }

  private static void defer(World world, RunningOperation running, ArmId id) {
    throw ArmErrors.retryable(running, id.subscription(), retryIn(running, world));
  }

  private static boolean isReplaced(RunningOperation running) {
    return running.name().startsWith("Put");
  }

  /** Seconds until the client shall try again: the service never names more than about 15. */
  private static long retryIn(RunningOperation running, World world) {
    long left = Duration.between(world.now(), running.due()).toSeconds();
    return Math.min(LONGEST_WAIT, Math.max(1, left));
  }
}
