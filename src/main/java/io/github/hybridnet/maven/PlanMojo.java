package io.github.hybridnet.maven;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.deploy.PlanGoal;
import io.github.hybridnet.config.file.ParameterFileSelection;
import io.github.hybridnet.model.HybridNetwork;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Shows what {@code create-circuit} and {@code deploy-network} would create, change, replace and
 * delete, which properties differ, and which outages to expect. Writes the same to {@code
 * plan.json}. Reads the actual resources and changes nothing.
 *
 * @since 0.1.0
 */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public class PlanMojo extends NetworkMojo {

  /** Whether this goal is skipped. */
  @Parameter(property = "hybridnet.plan.skip", defaultValue = "false")
  private boolean skipPlan;

  /**
   * Whether the build fails if anything would be created, changed, replaced or deleted. Use it to
   * check for drift.
   */
  @Parameter(property = "hybridnet.failOnChanges", defaultValue = "false")
  private boolean failOnChanges;

  /**
   * Confirms for {@code create-circuit} that peerings of the circuit have no MD5 key where none is
   * declared. Without it the plan says that {@code create-circuit} would stop (HN4086).
   */
  @Parameter(property = "hybridnet.circuit.noPeeringKey", defaultValue = "false")
  private boolean circuitWithoutPeeringKey;

  @Inject
  PlanMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  boolean skipsThisGoal() {
    return skipPlan;
  }

  @Override
  boolean mayChange() {
    return false;
  }

  @Override
  void run() throws InterruptedException {
    PlanGoal.Request request = request();
    HybridNetwork network = declared(ParameterFileSelection.NETWORK);
    try (CloudSession cloud = open()) {
      new PlanGoal(cloud, readingOptions(), out(), outputs()).run(network, request);
    }
  }

  /** What the parameters ask for. */
  PlanGoal.Request request() {
    return new PlanGoal.Request(request(null, false), circuitWithoutPeeringKey, failOnChanges);
  }
}
