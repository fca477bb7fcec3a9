package io.github.hybridnet.maven;

import io.github.hybridnet.maven.parameter.SimulatorParameters;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.io.File;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The common part of the goals that may start a simulator: those that sign in to a cloud, and
 * {@code simulate} and {@code start-simulator}.
 */
abstract class SimulatorAwareMojo extends HybridnetMojo {

  /**
   * The directory of the simulator's state. Unset: {@code target/hybridnet/simulator} below the
   * execution root.
   */
  @Parameter(property = "hybridnet.simulator.directory")
  private @Nullable File simulatorDirectory;

  /** The port of a simulator that this goal starts; 0 for any free one. */
  @Parameter(property = "hybridnet.simulator.port", defaultValue = "0")
  private String simulatorPort;

  /** How many simulated seconds pass in one second. */
  @Parameter(property = "hybridnet.simulator.speed", defaultValue = "300")
  private String simulatorSpeed;

  /**
   * {@code auto}: the simulated provider provisions a circuit by itself. {@code manual}: it does so
   * when a call of the admin endpoint asks for it.
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
   * Variants: what a simulator that this goal starts does where no evidence says how Azure behaves.
   * A list such as {@code etag=absent,list-order=reversed}; {@code @FILE} with one of these a line;
   * {@code seed:NUMBER}, which draws a value for each.
   */
  @Parameter(property = "hybridnet.simulator.variants")
  private @Nullable String simulatorVariants;

  /** The options that these parameters give; {@link #port} decides on the port. */
  final SimulatorOptions simulatorOptions() {
    SimulatorOptions options =
        SimulatorParameters.of(
            session(), simulatorDirectory, port(simulatorPort), simulatorSpeed, simulatorProvider);
    if (simulatorFaults != null) {
      options = options.withFaults(simulatorFaults.toPath());
    }
    if (simulatorVariants != null) {
      options = options.withVariants(simulatorVariants);
    }
    return SimulatorParameters.timed(
        options, simulatorDurations, simulatorDurationModel, simulatorSeed);
  }

  /** The port to listen on, from the parameter. */
  String port(String parameter) {
    return parameter;
  }
}
