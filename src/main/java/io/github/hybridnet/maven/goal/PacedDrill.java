package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.model.HybridNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Runs a drill so that it shows something on the simulator, too, where nobody said what to probe.
 */
public final class PacedDrill {
  private static final Duration INTERVAL = Duration.ofMillis(100);
  private final OpenCloud cloud;
  private final LineWriter out;

  /** Drills of one cloud. */
  public PacedDrill(OpenCloud cloud, LineWriter out) {
    this.cloud = cloud;
    this.out = out;
  }

  /**
   * Runs the goal.
   *
   * @throws io.github.hybridnet.model.HybridnetException HN5xxx
   * @throws InterruptedException when the build is stopped
   */
  public void run(TestFailover goal, HybridNetwork network, DrillRequest request)
      throws InterruptedException {
    Optional<SimulatedPace> begun =
        isToBeArranged(network, request)
            ? cloud.paceFor(Objects.requireNonNull(network.virtualNetwork()).name())
            : Optional.empty();
    if (begun.isEmpty()) {
      goal.run(network, request);
      return;
    }
    try (SimulatedPace pace = begun.get()) {
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
