package io.github.hybridnet.maven;

import io.github.hybridnet.config.ParameterFile;
import io.github.hybridnet.maven.goal.DeployNetwork;
import io.github.hybridnet.maven.goal.OpenCloud;
import io.github.hybridnet.model.HybridNetwork;
import java.util.EnumSet;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Builds the hybrid network: virtual network, security groups, public addresses, on-premises
 * device, both gateways at once and both connections. Only what differs from the declaration is
 * written; a second run writes nothing. The circuit must be provisioned by its provider and have an
 * enabled private peering.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "deploy-network",
    defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST,
    requiresProject = false,
    threadSafe = true)
public class DeployNetworkMojo extends CloudMojo {

  /** Skips this goal. */
  @Parameter(property = "hybridnet.deploy-network.skip", defaultValue = "false")
  private boolean skipDeployNetwork;

  /**
   * Whether to build everything but the ExpressRoute connection while the circuit is not
   * provisioned, and to say what is missing.
   */
  @Parameter(property = "hybridnet.deferExpressRoute", defaultValue = "false")
  private boolean deferExpressRoute;

  /**
   * {@code parallel} builds both gateways at once; {@code serial} builds the ExpressRoute gateway
   * first.
   */
  @Parameter(property = "hybridnet.gateways", defaultValue = "parallel")
  private String gateways;

  @Inject
  DeployNetworkMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  boolean skipsThisGoal() {
    return skipDeployNetwork;
  }

  @Override
  void run() throws InterruptedException {
    boolean inSeries =
        ChoiceParameter.parse("hybridnet.gateways", gateways, "parallel", "serial")
            .equals("serial");
    HybridNetwork network =
        declared(
            EnumSet.of(
                ParameterFile.VIRTUAL_NETWORK,
                ParameterFile.VPN_GATEWAY,
                ParameterFile.EXPRESS_ROUTE_GATEWAY));
    try (OpenCloud cloud = open()) {
      new DeployNetwork(cloud, engineOptions(cloud), out(), results())
          .run(network, new DeployNetwork.Request(location(), deferExpressRoute, inSeries));
    }
  }
}
