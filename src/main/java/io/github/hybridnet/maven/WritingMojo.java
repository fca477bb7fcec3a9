package io.github.hybridnet.maven;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.drill.UnfinishedDrillRecovery;
import io.github.hybridnet.engine.EngineOptions;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** The common part of the goals that write. */
abstract class WritingMojo extends CloudMojo {

  /**
   * Whether the goal only shows what it would do. It reads, changes nothing in the cloud, and
   * reports problems as warnings that never fail the build. Confirmations are not needed and have
   * no effect. {@code plan} never changes anything.
   */
  @Parameter(property = "hybridnet.dryRun", defaultValue = "false")
  private boolean dryRun;

  WritingMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  final boolean isDryRun() {
    return dryRun;
  }

  @Override
  boolean mayChange() {
    return !dryRun;
  }

  /**
   * What undoes unfinished failover drills.
   *
   * @param noPeeringKey whether a private peering that is not declared has no MD5 key
   */
  final UnfinishedDrillRecovery recovery(CloudSession cloud, boolean noPeeringKey) {
    return new UnfinishedDrillRecovery(
        cloud, options(cloud), out(), drillEnvironment(), noPeeringKey);
  }

  /** How the goal reads and writes; a dry run remembers nothing. */
  final EngineOptions options(CloudSession cloud) {
    return dryRun ? readingOptions() : engineOptions(cloud);
  }
}
