package io.github.hybridnet.maven;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.DryRun;
import io.github.hybridnet.app.circuit.CreateCircuitGoal;
import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.config.file.ParameterFileSelection;
import io.github.hybridnet.maven.parameter.DurationParameter;
import io.github.hybridnet.model.HybridNetwork;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Creates the resource group, the ExpressRoute circuit and its declared authorizations and
 * peerings. Writes the order form for the connectivity provider, with the service key. Azure bills
 * a circuit from its creation. Only {@code expressRouteCircuit.parameters.json} is required.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "create-circuit",
    defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST,
    requiresProject = false,
    threadSafe = true)
public class CreateCircuitMojo extends WritingMojo {

  /** Whether this goal is skipped. */
  @Parameter(property = "hybridnet.create-circuit.skip", defaultValue = "false")
  private boolean skipCreateCircuit;

  /**
   * Whether to wait until the connectivity provider has provisioned the circuit and its private
   * peering is enabled.
   */
  @Parameter(property = "hybridnet.circuit.waitForProvider", defaultValue = "false")
  private boolean waitForProvider;

  /**
   * How long to wait for the connectivity provider, such as {@code 90m}, {@code 2d} or {@code
   * PT90M}.
   */
  @Parameter(property = "hybridnet.circuit.timeout", defaultValue = "60m")
  private String providerTimeout;

  /**
   * Whether to write the declared MD5 keys of peerings again. Azure does not show them, so a
   * changed key cannot be detected. The BGP sessions of the peering restart.
   */
  @Parameter(property = "hybridnet.circuit.writePeeringKeys", defaultValue = "false")
  private boolean writePeeringKeys;

  /**
   * Confirms that peerings of the circuit have no MD5 key where none is declared. Azure does not
   * show the keys, and a write of a circuit or of a peering without its key may remove it. Without
   * this confirmation such a write is refused (HN4086).
   */
  @Parameter(property = "hybridnet.circuit.noPeeringKey", defaultValue = "false")
  private boolean circuitWithoutPeeringKey;

  /**
   * Whether a peering may be changed although that interrupts ExpressRoute for every network on the
   * circuit. This goal does not know what else carries the traffic of these networks.
   */
  @Parameter(property = "hybridnet.allowOutage", defaultValue = "false")
  private boolean allowOutage;

  @Inject
  CreateCircuitMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  boolean skipsThisGoal() {
    return skipCreateCircuit;
  }

  @Override
  void run() throws InterruptedException {
    CreateCircuitGoal.Request request = request();
    HybridNetwork network = declared(ParameterFileSelection.only(ParameterFile.CIRCUIT));
    try (CloudSession cloud = open()) {
      CreateCircuitGoal goal = new CreateCircuitGoal(cloud, options(cloud), out(), results());
      if (isDryRun()) {
        DryRun.of("create-circuit", out(), () -> goal.show(network, request));
      } else {
        goal.run(network, request);
      }
    }
  }

  /** What the parameters ask for. */
  CreateCircuitGoal.Request request() {
    return new CreateCircuitGoal.Request(
        location(),
        waitForProvider,
        DurationParameter.CIRCUIT_TIMEOUT.parse(providerTimeout),
        new CreateCircuitGoal.PeeringKeys(writePeeringKeys, circuitWithoutPeeringKey),
        allowOutage);
  }
}
