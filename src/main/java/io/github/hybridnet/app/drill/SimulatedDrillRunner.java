package io.github.hybridnet.app.drill;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.SimulatedDrillSetup;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.model.HybridNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Runs a drill, and on the simulator prepares a target to probe if none is set. */
public final class SimulatedDrillRunner {
  private static final Duration INTERVAL = Duration.ofMillis(100);
  private final CloudSession cloud;
  private final LineWriter out;

  /** Drills of one cloud. */
  public SimulatedDrillRunner(CloudSession cloud, LineWriter out) {
    this.cloud = cloud;
    this.out = out;
  }

  /**
   * Runs the goal on this cloud.
   *
   * @throws io.github.hybridnet.text.UserException HN5xxx
   * @throws InterruptedException when the build is stopped
   */
  public void run(TestFailoverGoal goal, HybridNetwork network, DrillRequest request)
      throws InterruptedException {
    Optional<SimulatedDrillSetup> begun =
        isToBeArranged(network, request)
            ? cloud.simulatedDrillSetup(Objects.requireNonNull(network.virtualNetwork()).name())
            : Optional.empty();
    if (begun.isEmpty()) {
      goal.run(network, request);
      return;
    }
    try (SimulatedDrillSetup pace = begun.get()) {
      out.info(pace.text());
      goal.run(network, request.probing(List.of(pace.probe()), INTERVAL));
    }
  }

  private static boolean isToBeArranged(HybridNetwork network, DrillRequest request) {
    String gateway = Objects.requireNonNull(network.expressRoute()).gateway().name();
    return request.probes().targets().isEmpty()
        && !request.observe()
        && request.confirmation().covers(gateway);
  }
}
