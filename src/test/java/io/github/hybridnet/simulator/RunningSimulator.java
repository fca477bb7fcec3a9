package io.github.hybridnet.simulator;

import java.nio.file.Path;

/**
 * A simulator in a process of its own, for clients that are not Java: {@code RunningSimulator
 * DIRECTORY SPEED}. It runs until the process is ended; {@code DIRECTORY/endpoint} says where.
 */
final class RunningSimulator {
  private RunningSimulator() {}

  public static void main(String[] arguments) throws InterruptedException {
    SimulatorOptions options =
        SimulatorOptions.in(Path.of(arguments[0]))
            .withSpeed(Double.parseDouble(arguments[1]))
            .withProvider(ProviderMode.MANUAL);
    // The process ends by a signal, and then the simulator's own hook closes it.
    AzureSimulator.start(options);
    Thread.currentThread().join();
  }
}
