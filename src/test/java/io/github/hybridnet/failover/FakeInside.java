package io.github.hybridnet.failover;

import io.github.hybridnet.failover.DrillParts.Inside;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Sees what the test says, from inside the network. */
final class FakeInside implements InsideViews {
  private static final String ID =
      "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/vm";

  /** What was asked. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  volatile Callable<Machine> machine = () -> new Machine(ID, "westus", "10.0.1.4");
  volatile Callable<Hop> hop = () -> new Hop("VirtualNetworkGateway", "10.0.255.4");
  volatile Callable<Reach> reach = () -> reached(true);

  static Reach reached(boolean reached) {
    return reached
        ? new Reach(true, "Reachable", 100, 0, OptionalLong.of(7))
        : new Reach(false, "Unreachable", 100, 100, OptionalLong.empty());
  }

  /** Does not answer until it is interrupted. */
  static Machine never() throws InterruptedException {
    new CountDownLatch(1).await();
    throw new IllegalStateException("Nobody opens it.");
  }

  Optional<Inside> about(OptionalInt port) {
    return Optional.of(new Inside(this, new InsideTarget(ID, "192.168.0.10", port)));
  }

  @Override
  public Machine machine(String id) throws InterruptedException {
    asked.add("machine");
    return answer(machine);
  }

  @Override
  public Reach reach(Machine from, String address, int port, Duration limit)
      throws InterruptedException {
    asked.add("reach " + address + ":" + port + " from " + from.address());
    return answer(reach);
  }

  @Override
  public Hop nextHop(Machine from, String address, Duration limit) throws InterruptedException {
    asked.add("hop " + address + " from " + from.address());
    return answer(hop);
  }

  private static <T> T answer(Callable<T> answer) throws InterruptedException {
    try {
      return answer.call();
    } catch (InterruptedException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
