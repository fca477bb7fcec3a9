package io.github.hybridnet.maven.setup;

import java.nio.file.Path;

/**
 * The simulator that a goal attaches to or starts.
 *
 * @param directory where its state and its endpoint are
 * @param port the port of one that is started; 0 for any free one
 * @param speed simulated seconds in a second
 * @param providerProvisions whether the simulated provider provisions circuits by itself
 * @param retirements whether it refuses what Azure refuses since a certain date
 */
public record SimulatorRequest(
    Path directory, int port, double speed, boolean providerProvisions, boolean retirements) {

  /** The same with or without refusals that depend on today's date. */
  public SimulatorRequest withRetirements(boolean refused) {
    return new SimulatorRequest(directory, port, speed, providerProvisions, refused);
  }
}
