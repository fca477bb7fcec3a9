package io.github.hybridnet.maven;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.DryRun;
import io.github.hybridnet.app.destroy.DestroyGoal;
import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.config.file.ParameterFileSelection;
import io.github.hybridnet.maven.parameter.DurationParameter;
import io.github.hybridnet.model.HybridNetwork;
import java.time.Duration;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Removes the declared resources in the order that Azure requires: connections, gateways, their
 * addresses and the on-premises device, the virtual network, and the circuit after the connectivity
 * provider has deprovisioned it. Removes the resource group if this plugin created it and it is
 * then empty. Resources that others added are kept, together with what they use; the goal reports
 * why, and what is still billed. Without {@code hybridnet.confirm} it shows what it would do, and
 * changes nothing.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "destroy",
    defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST,
    requiresProject = false,
    threadSafe = true)
public class DestroyMojo extends ConfirmedMojo {
  /** Whether this goal is skipped. */
  @Parameter(property = "hybridnet.destroy.skip", defaultValue = "false")
  private boolean skipDestroy;

  /** The name of the resource group, which confirms that the network in it is to be removed. */
  @Parameter(property = "hybridnet.confirm")
  private @Nullable String confirm;

  /** Whether to keep the circuit with its peerings and authorizations. */
  @Parameter(property = "hybridnet.destroy.keepCircuit", defaultValue = "false")
  private boolean keepCircuit;

  /**
   * Whether to wait until the connectivity provider has deprovisioned the circuit, and then to
   * remove the circuit. {@code create-circuit} has its own parameter for its wait.
   */
  @Parameter(property = "hybridnet.destroy.waitForProvider", defaultValue = "false")
  private boolean waitForDeprovisioning;

  /**
   * How long to wait for the connectivity provider, such as {@code 90m}, {@code 2d} or {@code
   * PT90M}.
   */
  @Parameter(property = "hybridnet.circuit.timeout", defaultValue = "60m")
  private String providerTimeout;

  /**
   * Confirms that the BGP sessions of the private peering have no MD5 key, if the peering is not
   * declared. It is needed to undo an unfinished failover drill: Azure does not show the key.
   */
  @Parameter(property = "hybridnet.failover.noPeeringKey", defaultValue = "false")
  private boolean noPeeringKey;

  @Inject
  DestroyMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  boolean skipsThisGoal() {
    return skipDestroy;
  }

  @Override
  void run() throws InterruptedException {
    DestroyGoal.Request request = request();
    HybridNetwork network = declaredForRemoval();
    try (CloudSession cloud = open()) {
      if (isDryRun()) {
        DryRun.of("destroy", out(), () -> destroy(cloud, network, request));
      } else {
        destroy(cloud, network, request);
      }
    }
  }

  /** What the parameters ask for. */
  DestroyGoal.Request request() {
    Duration timeout = DurationParameter.CIRCUIT_TIMEOUT.parse(providerTimeout);
    return new DestroyGoal.Request(
        confirmation(confirm), keepCircuit, waitForDeprovisioning ? timeout : null);
  }

  /** Whether a private peering that is not declared has no MD5 key. */
  boolean hasNoPeeringKey() {
    return noPeeringKey;
  }

  private void destroy(CloudSession cloud, HybridNetwork network, DestroyGoal.Request request)
      throws InterruptedException {
    recovery(cloud, noPeeringKey).recoverBeforeRemoval(network, request.confirmation());
    new DestroyGoal(cloud, options(cloud), out(), results()).run(network, request);
  }

  /**
   * What is removed: the circuit where its file is the only one, else the whole network. A file of
   * the network that is missing is then an error: the rest does not say what is in use.
   */
  HybridNetwork declaredForRemoval() {
    boolean circuitAlone =
        Stream.of(ParameterFile.values()).filter(this::has).allMatch(ParameterFile.CIRCUIT::equals);
    return circuitAlone && has(ParameterFile.CIRCUIT)
        ? declared(ParameterFileSelection.CIRCUIT).circuitsAlone()
        : declared(ParameterFileSelection.NETWORK);
  }
}
