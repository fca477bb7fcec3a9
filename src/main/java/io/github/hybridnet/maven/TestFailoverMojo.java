package io.github.hybridnet.maven;

import io.github.hybridnet.config.ParameterFile;
import io.github.hybridnet.failover.LeverKind;
import io.github.hybridnet.maven.goal.Confirmation;
import io.github.hybridnet.maven.goal.DrillRequest;
import io.github.hybridnet.maven.goal.DrillRequest.Words;
import io.github.hybridnet.maven.goal.DryRun;
import io.github.hybridnet.maven.goal.KeptFailure;
import io.github.hybridnet.maven.goal.OpenCloud;
import io.github.hybridnet.maven.goal.PacedDrill;
import io.github.hybridnet.maven.goal.TestFailover;
import io.github.hybridnet.model.HybridNetwork;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Tests the failover: looks whether everything is as it should be, takes ExpressRoute away for a
 * limited time, proves that the VPN carries the traffic, puts ExpressRoute back, always, and proves
 * that too. Without {@code hybridnet.failover.confirm} it touches nothing, and shows what it would
 * do. Fails the build when the failover fails or a threshold is broken.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "test-failover",
    defaultPhase = LifecyclePhase.INTEGRATION_TEST,
    requiresProject = false,
    threadSafe = true)
public class TestFailoverMojo extends MeasuredMojo {

  /** Skips this goal. */
  @Parameter(property = "hybridnet.test-failover.skip", defaultValue = "false")
  private boolean skipTestFailover;

  /** The name of the ExpressRoute gateway, which confirms that it shall be cut off for a while. */
  @Parameter(property = "hybridnet.failover.confirm")
  private @Nullable String failoverConfirm;

  /**
   * Whether a drill that fails or is refused lets the build go on, so that {@code destroy} runs;
   * the goal {@code verify-drill} then fails the build. If ExpressRoute is not back, this goal
   * fails at once all the same.
   */
  @Parameter(property = "hybridnet.failover.failAtEnd", defaultValue = "false")
  private boolean failAtEnd;

  /** Whether to touch nothing, and to score how ready the network is for a failover. */
  @Parameter(property = "hybridnet.failover.observe", defaultValue = "false")
  private boolean observe;

  /**
   * How ExpressRoute is taken away: {@code peering} disables the circuit's private peering, {@code
   * connection} deletes the ExpressRoute connection and makes it again, {@code site-simulation} is
   * Azure's own test of a site failover, which needs circuits in two peering locations. {@code
   * auto} is {@code peering} where the private peering is declared here, or the circuit is and
   * {@code hybridnet.failover.noPeeringKey} is set, else {@code connection}.
   */
  @Parameter(property = "hybridnet.failover.lever", defaultValue = "auto")
  private String lever;

  /**
   * Whether the BGP sessions of the private peering have no MD5 key, where the peering is not
   * declared: Azure does not tell, and the lever {@code peering} would lose one that it does not
   * know.
   */
  @Parameter(property = "hybridnet.failover.noPeeringKey", defaultValue = "false")
  private boolean noPeeringKey;

  /** Ids of gates of the preflight that shall not stop the drill, separated by commas. */
  @Parameter(property = "hybridnet.failover.override")
  private @Nullable List<String> override;

  /** Whether a resource group that is tagged as production may be drilled. */
  @Parameter(property = "hybridnet.failover.allowProduction", defaultValue = "false")
  private boolean allowProduction;

  @Inject
  TestFailoverMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  boolean skipsThisGoal() {
    return skipTestFailover;
  }

  @Override
  void run() throws InterruptedException {
    Confirmation confirmation = confirmation(failoverConfirm);
    DrillRequest request =
        new DrillRequest(
            location(), confirmation, observe, words(), times(), thresholds(), probing());
    HybridNetwork network =
        declared(
            EnumSet.of(
                ParameterFile.VIRTUAL_NETWORK,
                ParameterFile.VPN_GATEWAY,
                ParameterFile.EXPRESS_ROUTE_GATEWAY));
    try (OpenCloud cloud = open()) {
      new DrillsOfBuild(session()).begin(reports().directory());
      TestFailover goal = new TestFailover(cloud, options(cloud), out(), reports(), drillPlace());
      DryRun.Preview drill = () -> new PacedDrill(cloud, out()).run(goal, network, request);
      if (isDryRun()) {
        DryRun.of("test-failover", out(), drill);
      } else if (failAtEnd) {
        new KeptFailure(reports(), out(), memory()).of(drill, goal::isStopped);
      } else {
        drill.show();
      }
    }
  }

  private Words words() {
    String chosen = ChoiceParameter.LEVER.parse(lever);
    Set<String> overridden =
        override == null
            ? Set.of()
            : override.stream().map(String::strip).collect(Collectors.toUnmodifiableSet());
    return new Words(
        Stream.of(LeverKind.values()).filter(k -> k.label().equals(chosen)).findFirst(),
        overridden,
        allowProduction,
        noPeeringKey,
        repeatedOptions());
  }

  /** A restore is never cut off. */
  @Override
  Duration leaveWithin() {
    return Duration.ofDays(1);
  }
}
