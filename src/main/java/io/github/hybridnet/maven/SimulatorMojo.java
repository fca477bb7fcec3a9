package io.github.hybridnet.maven;

import io.github.hybridnet.simulator.SimulatorOptions;
import java.io.File;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What goals that start a simulator of its own right have in common. */
abstract class SimulatorMojo extends HybridnetMojo {

  /**
   * The directory of the simulator's state. Unset: {@code target/hybridnet/simulator} below the
   * execution root, which is where the other goals look for it.
   */
  @Parameter(property = "hybridnet.simulator.directory")
  private @Nullable File directory;

  /** The port; 0 for any free one. */
  @Parameter(property = "hybridnet.simulator.port", defaultValue = "0")
  private String port;

  /**
   * The address to listen on, or a host name for it, which the certificate then names. On another
   * address than one of loopback, which others may reach, only tokens that the simulator issued are
   * accepted. {@code 0.0.0.0} is all addresses of this machine.
   */
  @Parameter(property = "hybridnet.simulator.address", defaultValue = "127.0.0.1")
  private String address;

  /** How many simulated seconds pass in a second. */
  @Parameter(property = "hybridnet.simulator.speed", defaultValue = "300")
  private String speed;

  /**
   * {@code auto}: the simulated provider provisions a circuit by itself; {@code manual}: when told
   * through the admin endpoint.
   */
  @Parameter(property = "hybridnet.simulator.provider", defaultValue = "auto")
  private String provider;

  /** The simulator's options, of which the port may be another than the parameter says. */
  final SimulatorOptions options(boolean retirements) {
    return SimulatorParameters.of(session(), directory, port(port), speed, provider)
        .withAddress(address.strip())
        .withRetirements(retirements);
  }

  /** The port to listen on, from the parameter. */
  String port(String parameter) {
    return parameter;
  }
}
