package io.github.hybridnet.maven;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.DryRun;
import io.github.hybridnet.app.drill.RestoreGoal;
import io.github.hybridnet.app.drill.UnfinishedDrillRecovery;
import io.github.hybridnet.config.file.ParameterFileSelection;
import io.github.hybridnet.maven.parameter.DurationParameter;
import io.github.hybridnet.model.HybridNetwork;
import java.time.Duration;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Restores ExpressRoute after a failover drill that was not finished, on this machine or another
 * one, and stops a drill that is still running. Finds the drill by the tags of the resource group
 * and by the local journal. Needs the parameter files of the drill. Does nothing if there is no
 * such drill.
 *
 * @since 0.1.0
 */
@Mojo(name = "restore", requiresProject = false, threadSafe = true)
public class RestoreMojo extends WritingMojo {

  /** Whether this goal is skipped. */
  @Parameter(property = "hybridnet.restore.skip", defaultValue = "false")
  private boolean skipRestore;

  /** How long to wait until the ExpressRoute connection is Connected again. */
  @Parameter(property = "hybridnet.restore.timeout", defaultValue = "10m")
  private String connectedTimeout;

  /**
   * Confirms that the BGP sessions of the private peering have no MD5 key, if the peering is not
   * declared. It is needed to undo an unfinished failover drill: Azure does not show the key.
   */
  @Parameter(property = "hybridnet.failover.noPeeringKey", defaultValue = "false")
  private boolean noPeeringKey;

  @Inject
  RestoreMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  /** Each network may be without ExpressRoute. */
  @Override
  boolean triesEachModule() {
    return true;
  }

  @Override
  boolean skipsThisGoal() {
    return skipRestore;
  }

  @Override
  void run() throws InterruptedException {
    Duration timeout = timeout();
    HybridNetwork network = declared(ParameterFileSelection.NETWORK);
    try (CloudSession cloud = open()) {
      UnfinishedDrillRecovery drills = recovery(cloud, noPeeringKey);
      if (isDryRun()) {
        DryRun.of("restore", out(), () -> drills.show(network));
        return;
      }
      new RestoreGoal(cloud, options(cloud), out(), drills).run(network, timeout);
    }
  }

  /** How long the connection is waited for. */
  Duration timeout() {
    return DurationParameter.RESTORE_TIMEOUT.parse(connectedTimeout);
  }

  /** Whether a private peering that is not declared has no MD5 key. */
  boolean hasNoPeeringKey() {
    return noPeeringKey;
  }
}
