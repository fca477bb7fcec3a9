package io.github.hybridnet.maven;

import io.github.hybridnet.maven.parameter.SimulatorParameters;
import io.github.hybridnet.simulator.SimulatorOptions;
import org.apache.maven.plugins.annotations.Parameter;

/** The common part of the goals that start a simulator. */
abstract class SimulatorMojo extends SimulatorAwareMojo {

  /**
   * The address to listen on, or a host name for it, which is then named in the certificate. On an
   * address other than loopback, only tokens that the simulator has issued are accepted. {@code
   * 0.0.0.0} is all addresses of this machine.
   */
  @Parameter(property = "hybridnet.simulator.address", defaultValue = "127.0.0.1")
  private String simulatorAddress;

  /**
   * {@code running}: simulated time passes by itself. {@code manual}: it is stopped until an admin
   * call moves it.
   */
  @Parameter(property = "hybridnet.simulator.clock", defaultValue = "running")
  private String simulatorClock;

  /** The simulator's options. */
  final SimulatorOptions simulator() {
    return SimulatorParameters.clocked(
        simulatorOptions().withAddress(simulatorAddress.strip()).withRetirements(refusesRetired()),
        simulatorClock);
  }

  /** Whether the simulator refuses what Azure refuses since a certain date. */
  abstract boolean refusesRetired();
}
