package io.github.hybridnet.survival;

import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A simulator in a process of its own: {@code SimulatorMain DIRECTORY}. Says {@code ready} when it
 * can be reached, and ends with its standard input, so that it never outlives the test.
 */
final class SimulatorMain {
  /** Long enough that every operation is polled, short enough for hundreds of deployments. */
  private static final double SPEED = 200;

  private static final Map<String, Duration> DURATIONS =
      Map.of(
          "virtualNetworkGateways.*", Duration.ofSeconds(30),
          "connections.*", Duration.ofSeconds(15),
          "connections.connect", Duration.ofSeconds(1),
          "expressRouteCircuits.*", Duration.ofSeconds(15),
          "peerings.*", Duration.ofSeconds(15));

  private SimulatorMain() {}

  public static void main(String[] arguments) throws IOException {
    SimulatorOptions options =
        SimulatorOptions.in(Path.of(arguments[0]))
            .withSpeed(SPEED)
            .withDurations(DURATIONS)
            .withSeed(1);
    try (AzureSimulator simulator = AzureSimulator.start(options)) {
      System.out.println("ready " + simulator.endpoint());
      while (System.in.read() >= 0) {
        // Only its end means something.
      }
    }
  }
}
