package io.github.hybridnet.drill.run;

import io.github.hybridnet.drill.api.InsideTarget;
import io.github.hybridnet.drill.api.InsideViews;
import io.github.hybridnet.drill.run.DrillComponents.InsideSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Sees what the test says, from inside the network. */
final class FakeInsideViews implements InsideViews {
  private static final String ID =
      "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/vm";

  /** What was asked. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  volatile Callable<InsideMachine> machine = () -> new InsideMachine(ID, "westus", "10.0.1.4");
  volatile Callable<RouteHop> hop = () -> new RouteHop("VirtualNetworkGateway", "10.0.255.4");
  volatile Callable<ReachResult> reach = () -> reached(true);

  static ReachResult reached(boolean reached) {
    return reached
        ? new ReachResult(true, "Reachable", 100, 0, OptionalLong.of(7))
        : new ReachResult(false, "Unreachable", 100, 100, OptionalLong.empty());
  }

  /** Does not answer until it is interrupted. */
  static InsideMachine never() throws InterruptedException {
    new CountDownLatch(1).await();
    throw new IllegalStateException("Nobody opens it.");
  }

  Optional<InsideSource> about(OptionalInt port) {
    return Optional.of(new InsideSource(this, new InsideTarget(ID, "192.168.0.10", port)));
  }

  @Override
  public InsideMachine machine(String id) throws InterruptedException {
    asked.add("machine");
    return answer(machine);
  }

  @Override
  public ReachResult reach(InsideMachine from, String address, int port, Duration limit)
      throws InterruptedException {
    asked.add("reach " + address + ":" + port + " from " + from.address());
    return answer(reach);
  }

  @Override
  public RouteHop nextHop(InsideMachine from, String address, Duration limit)
      throws InterruptedException {
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
