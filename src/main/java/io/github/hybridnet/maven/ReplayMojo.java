package io.github.hybridnet.maven;

import io.github.hybridnet.app.replay.ReplayGoal;
import io.github.hybridnet.app.replay.ReplayRequest;
import io.github.hybridnet.maven.cloud.EmbeddedReplaySession;
import java.io.File;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Replays recorded traffic of Azure against an embedded simulator, and shows what the simulator
 * answers otherwise, by member. Writes the same to {@code replay.json}. No cloud is asked, and the
 * simulator ends with the goal.
 *
 * @since 0.1.0
 */
@Mojo(name = "replay", requiresProject = false, threadSafe = true)
public class ReplayMojo extends HybridnetMojo {

  /** Whether this goal is skipped. */
  @Parameter(property = "hybridnet.replay.skip", defaultValue = "false")
  private boolean skipReplay;

  /** A cassette, or a folder of which all JSON and YAML files are cassettes. */
  @Parameter(property = "hybridnet.cassette")
  private @Nullable File cassette;

  /** Whether the build fails if the simulator answers anything otherwise than recorded. */
  @Parameter(property = "hybridnet.replay.failOnDifference", defaultValue = "false")
  private boolean failOnDifference;

  /** The directory for {@code replay.json}. */
  @Parameter(
      property = "hybridnet.outputDirectory",
      defaultValue = "${project.build.directory}/hybridnet")
  private File outputDirectory;

  @Override
  boolean skipsThisGoal() {
    return skipReplay;
  }

  /** What the goal is asked for. */
  ReplayRequest request() {
    return new ReplayRequest(
        cassette == null ? null : PomlessPaths.below(cassette),
        failOnDifference,
        PomlessPaths.below(outputDirectory));
  }

  @Override
  void run() throws InterruptedException {
    new ReplayGoal(EmbeddedReplaySession::open, out()).run(request());
  }
}
