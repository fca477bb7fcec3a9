package io.github.hybridnet.maven;

import io.github.hybridnet.maven.parameter.SimulatorParameters;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.io.File;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The common part of the goals that start a simulator. */
abstract class SimulatorMojo extends HybridnetMojo {

  /**
   * The directory of the simulator's state. Unset: {@code target/hybridnet/simulator} below the
   * execution root, which is where the other goals look for it.
   */
  @Parameter(property = "hybridnet.simulator.directory")
  private @Nullable File simulatorDirectory;

  /** The port; 0 for any free one. */
  @Parameter(property = "hybridnet.simulator.port", defaultValue = "0")
  private String simulatorPort;

  /**
   * The address to listen on, or a host name for it, which is then named in the certificate. On an
   * address other than loopback, only tokens that the simulator has issued are accepted. {@code
   * 0.0.0.0} is all addresses of this machine.
   */
  @Parameter(property = "hybridnet.simulator.address", defaultValue = "127.0.0.1")
  private String simulatorAddress;

  /** How many simulated seconds pass in one second. */
  @Parameter(property = "hybridnet.simulator.speed", defaultValue = "300")
  private String simulatorSpeed;

  /**
   * {@code auto}: the simulated provider provisions a circuit by itself. {@code manual}: it does so
   * when it is told through the admin endpoint.
   */
  @Parameter(property = "hybridnet.simulator.provider", defaultValue = "auto")
  private String simulatorProvider;

  /**
   * Durations that replace the recorded ones: a properties file, or a list such as {@code
   * virtualNetworkGateways.vpn.create=20m,virtualNetworks.*@hub-vnet=1m}. A key is a pattern for
   * the keys of the table. To select single resources, add {@code @} and a pattern for their names.
   */
  @Parameter(property = "hybridnet.simulator.durations")
  private @Nullable String simulatorDurations;

  /**
   * {@code fixed}: operations take the median of their recordings. {@code recorded}: they vary as
   * the recorded operations do.
   */
  @Parameter(property = "hybridnet.simulator.durationModel", defaultValue = "fixed")
  private String simulatorDurationModel;

  /**
   * The number that determines generated ids and varying durations. If unset, each new state has
   * other ones.
   */
  @Parameter(property = "hybridnet.simulator.seed")
  private @Nullable String simulatorSeed;

  /**
   * A file with rules for faults, such as errors, delays and lost operations, and for the requests
   * that they affect. It is read when the simulator starts.
   */
  @Parameter(property = "hybridnet.simulator.faults")
  private @Nullable File simulatorFaults;

  /**
   * {@code running}: simulated time passes by itself. {@code manual}: it is stopped until an admin
   * call moves it.
   */
  @Parameter(property = "hybridnet.simulator.clock", defaultValue = "running")
  private String simulatorClock;

  /** The simulator's options; {@link #port} decides on the port. */
  final SimulatorOptions simulator() {
    SimulatorOptions options =
        SimulatorParameters.of(
                session(),
                simulatorDirectory,
                port(simulatorPort),
                simulatorSpeed,
                simulatorProvider)
            .withAddress(simulatorAddress.strip())
            .withRetirements(refusesRetired());
    if (simulatorFaults != null) {
      options = options.withFaults(simulatorFaults.toPath());
    }
    return SimulatorParameters.clocked(
        SimulatorParameters.timed(
            options, simulatorDurations, simulatorDurationModel, simulatorSeed),
        simulatorClock);
  }

  /** Whether the simulator refuses what Azure refuses since a certain date. */
  abstract boolean refusesRetired();

  /** The port to listen on, from the parameter. */
  String port(String parameter) {
    return parameter;
  }
}
