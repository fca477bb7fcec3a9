package io.github.hybridnet.maven;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.DryRun;
import io.github.hybridnet.app.deploy.DeployNetworkGoal;
import io.github.hybridnet.app.deploy.PlanGoal;
import io.github.hybridnet.app.drill.UnfinishedDrillRecovery;
import io.github.hybridnet.config.file.ParameterFileSelection;
import io.github.hybridnet.model.HybridNetwork;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Builds the hybrid network: virtual network, security groups, public IP addresses, on-premises
 * device, both gateways in parallel and both connections. Only writes what differs from the
 * parameter files; a second run writes nothing. The connectivity provider must have provisioned the
 * circuit, and its private peering must be enabled.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "deploy-network",
    defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST,
    requiresProject = false,
    threadSafe = true)
public class DeployNetworkMojo extends NetworkMojo {

  /** Whether this goal is skipped. */
  @Parameter(property = "hybridnet.deploy-network.skip", defaultValue = "false")
  private boolean skipDeployNetwork;

  /**
   * Names of resources that may be removed, to be replaced or to make room, separated by commas.
   * {@code hybridnet:plan} shows which names a plan needs, why, and which outages to expect.
   */
  @Parameter(property = "hybridnet.allowReplace")
  private @Nullable String allowReplace;

  /**
   * Whether changes may be made during which nothing carries traffic between the virtual network
   * and the on-premises network, or during which that is not known. {@code hybridnet:plan} says so
   * first.
   */
  @Parameter(property = "hybridnet.allowOutage", defaultValue = "false")
  private boolean allowOutage;

  /**
   * Confirms that the BGP sessions of the private peering have no MD5 key, if the peering is not
   * declared. It is needed to undo an unfinished failover drill: Azure does not show the key.
   */
  @Parameter(property = "hybridnet.failover.noPeeringKey", defaultValue = "false")
  private boolean noPeeringKey;

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
    DeployNetworkGoal.Request request = request();
    HybridNetwork network = declared(ParameterFileSelection.NETWORK);
    try (CloudSession cloud = open()) {
      UnfinishedDrillRecovery drills = recovery(cloud, noPeeringKey);
      if (isDryRun()) {
        show(cloud, drills, network, request);
        return;
      }
      drills.recover(network);
      new DeployNetworkGoal(cloud, options(cloud), out(), results()).run(network, request);
    }
  }

  /** What the parameters ask for. */
  DeployNetworkGoal.Request request() {
    return request(allowReplace, allowOutage);
  }

  /** Whether a private peering that is not declared has no MD5 key. */
  boolean hasNoPeeringKey() {
    return noPeeringKey;
  }

  private void show(
      CloudSession cloud,
      UnfinishedDrillRecovery drills,
      HybridNetwork network,
      DeployNetworkGoal.Request request)
      throws InterruptedException {
    DryRun.of(
        "deploy-network",
        out(),
        () -> {
          drills.show(network);
          new PlanGoal(cloud, readingOptions(), out(), outputs())
              .showWithoutCircuit(network, request);
        });
  }
}
