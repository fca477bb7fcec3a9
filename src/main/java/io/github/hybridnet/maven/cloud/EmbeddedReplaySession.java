package io.github.hybridnet.maven.cloud;

import io.github.hybridnet.app.replay.ReplaySession;
import io.github.hybridnet.replay.run.ReplayTarget;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.ProviderMode;
import io.github.hybridnet.simulator.SimulatorAccess;
import io.github.hybridnet.simulator.SimulatorException;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.time.Duration;
import java.util.Map;

/**
 * An empty simulator for one replay, in a temporary directory. It is set up for what recordings
 * have: a provider that does nothing by itself, SKUs that are retired today, and groups whose
 * removal can be seen.
 */
public final class EmbeddedReplaySession implements ReplaySession {
  private static final double SPEED = 300;
  private static final Duration REMOVAL_OF_A_GROUP = Duration.ofMinutes(10);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final AzureSimulator simulator;

  private EmbeddedReplaySession(AzureSimulator simulator) {
    this.simulator = simulator;
  }

  /**
   * Starts one.
   *
   * @throws io.github.hybridnet.text.UserException HN6001 when it cannot start
   */
  public static ReplaySession open() {
    try {
      return new EmbeddedReplaySession(AzureSimulator.start(EmbeddedReplaySession::setUp));
    } catch (SimulatorException e) {
      throw CloudSetupProblems.noSimulator(String.valueOf(e.getMessage()), e);
    }
  }

  private static SimulatorOptions setUp(SimulatorOptions options) {
    return options
        .withSpeed(SPEED)
        .withProvider(ProviderMode.MANUAL)
        .withRetirements(false)
        .withDurations(Map.of("resourceGroups.delete", REMOVAL_OF_A_GROUP));
  }

  @Override
  public ReplayTarget target() {
    SimulatorAccess access = simulator.access();
    return new ReplayTarget(
        access.endpoint(),
        access.sslContext(),
        access.credentials().subscriptionId(),
        LONGEST_WAIT);
  }

  @Override
  public void close() {
    simulator.close();
  }
}
