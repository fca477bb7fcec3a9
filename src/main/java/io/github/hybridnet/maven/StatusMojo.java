package io.github.hybridnet.maven;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.status.StatusGoal;
import io.github.hybridnet.config.file.ParameterFileSelection;
import io.github.hybridnet.model.HybridNetwork;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Shows the actual resources of the network and their health: provisioning and connection states,
 * circuit and provider, BGP peers, learned routes, and differences from the parameter files. Writes
 * the same to {@code status.json}. Changes nothing and waits for nothing; resources that this
 * identity may not read are listed as not readable.
 *
 * @since 0.1.0
 */
@Mojo(name = "status", requiresProject = false, threadSafe = true)
public class StatusMojo extends CloudMojo {

  /** Whether this goal is skipped. */
  @Parameter(property = "hybridnet.status.skip", defaultValue = "false")
  private boolean skipStatus;

  @Inject
  StatusMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  boolean skipsThisGoal() {
    return skipStatus;
  }

  @Override
  void run() throws InterruptedException {
    HybridNetwork network = declared(ParameterFileSelection.NETWORK);
    try (CloudSession cloud = open()) {
      new StatusGoal(cloud, out(), outputs()).run(network, location());
    }
  }
}
