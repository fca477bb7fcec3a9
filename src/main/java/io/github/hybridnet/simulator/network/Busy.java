package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmErrors;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.RunningOperation;
import io.github.hybridnet.simulator.arm.World;
import java.time.Duration;

/** Refuses what the service refuses while another operation runs. */
final class Busy {
  private static final long LONGEST_WAIT = 15;

  private Busy() {}

  /** 409 while an operation on the addressed resource, its parent or its siblings runs. */
  static void refuse(ArmRequest request) {
    request.world().running(request.id()).stream()
        .findFirst()
        .ifPresent(
            running -> {
              throw ArmErrors.anotherOperationInProgress(running.operationId());
            });
  }

  /** 429 while an operation on the addressed resource runs: the client shall try again. */
  static void defer(ArmRequest request) {
    defer(request.world(), request.id());
  }

  /** 409 while an operation on a sibling or the parent runs; one on the same child is replaced. */
  static void refuseBeside(ArmRequest request) {
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
  static void deferForNetwork(World world, ArmId network) {
    world.running(network).stream()
        .filter(running -> !isReplaced(running))
        .findFirst()
        .ifPresent(running -> defer(world, running, network));
    for (ObjectNode gateway : world.resources().naming(network, NetworkTypes.GATEWAY)) {
      if (Gateways.isIn(gateway, network)) {
        ArmId.parse(Reference.idOf(gateway)).ifPresent(id -> defer(world, id));
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
