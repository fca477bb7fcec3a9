package io.github.hybridnet.maven;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.Confirmation;
import io.github.hybridnet.app.DryRun;
import io.github.hybridnet.app.drill.DeferredDrillFailure;
import io.github.hybridnet.app.drill.DrillRequest;
import io.github.hybridnet.app.drill.DrillRequest.InsideRequest;
import io.github.hybridnet.app.drill.DrillRequest.Overrides;
import io.github.hybridnet.app.drill.DrillRequest.ProbeRequest;
import io.github.hybridnet.app.drill.SimulatedDrillRunner;
import io.github.hybridnet.app.drill.TestFailoverGoal;
import io.github.hybridnet.config.file.ParameterFileSelection;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillSettings.TimeLimits;
import io.github.hybridnet.drill.api.DrillThresholds;
import io.github.hybridnet.maven.parameter.ChoiceParameter;
import io.github.hybridnet.maven.parameter.DurationParameter;
import io.github.hybridnet.maven.parameter.NumberParameter;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.report.DrillReportFiles;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
public class TestFailoverMojo extends ConfirmedMojo {
  private static final String PREFIX = "hybridnet.failover.";

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
   * How ExpressRoute is disconnected: {@code peering} disables the circuit's private peering,
   * {@code connection} deletes the ExpressRoute connection and makes it again, {@code
   * site-simulation} is Azure's own test of a site failover, which needs circuits in two peering
   * locations. {@code auto} is {@code peering} where the private peering is declared here, or the
   * circuit is and {@code hybridnet.failover.noPeeringKey} is set, else {@code connection}.
   */
  @Parameter(property = "hybridnet.failover.disconnect", defaultValue = "auto")
  private String disconnect;

  /**
   * Whether the BGP sessions of the private peering have no MD5 key, where the peering is not
   * declared: Azure does not report the key, and the disconnect method {@code peering} would lose
   * one that it does not know.
   */
  @Parameter(property = "hybridnet.failover.noPeeringKey", defaultValue = "false")
  private boolean noPeeringKey;

  /** Ids of gates of the preflight that shall not stop the drill, separated by commas. */
  @Parameter(property = "hybridnet.failover.override")
  private @Nullable List<String> override;

  /** Whether a resource group that is tagged as production may be drilled. */
  @Parameter(property = "hybridnet.failover.allowProduction", defaultValue = "false")
  private boolean allowProduction;

  /**
   * What is probed from the machine that Maven runs on, through the hybrid network: {@code
   * tcp://10.0.1.4:443}, {@code http://…}, {@code https://…}, {@code icmp://10.0.1.4}, or {@code
   * command:program argument…} (exit status 0 is up), each with a name if wanted: {@code
   * web=tcp://10.0.1.4:443}. Unset: the drill judges by what the gateways say alone.
   */
  @Parameter(property = "hybridnet.failover.probes")
  private @Nullable List<String> probes;

  /** How often each target is probed, whether the last answer has come or not; at least 10ms. */
  @Parameter(property = "hybridnet.failover.probeInterval", defaultValue = "1s")
  private String probeInterval;

  /**
   * How long an answer is waited for. Below 1s, after which TCP repeats what was lost, so that a
   * connection counts for the moment at which it was begun.
   */
  @Parameter(property = "hybridnet.failover.probeTimeout", defaultValue = "900ms")
  private String probeTimeout;

  /** How long probes run over ExpressRoute before it is taken away. */
  @Parameter(property = "hybridnet.failover.baseline", defaultValue = "10s")
  private String baseline;

  /**
   * How long to wait for states that are still settling, such as a connection that is Connecting
   * right after {@code deploy-network}, before the drill is refused.
   */
  @Parameter(property = "hybridnet.failover.settleTimeout", defaultValue = "2m")
  private String settleTimeout;

  /**
   * How long Azure may work on taking ExpressRoute away, before the drill is given up. At most 60m.
   * Unset: 5m for {@code peering}, 10m for {@code site-simulation}, 15m for {@code connection},
   * whose removal has been recorded to take more than six minutes.
   */
  @Parameter(property = "hybridnet.failover.leverTimeout")
  private @Nullable String leverTimeout;

  /** How long the VPN may take to carry the traffic, once Azure has taken ExpressRoute away. */
  @Parameter(property = "hybridnet.failover.failoverTimeout", defaultValue = "3m")
  private String failoverTimeout;

  /** How long the network stays on the VPN. */
  @Parameter(property = "hybridnet.failover.hold", defaultValue = "30s")
  private String hold;

  /**
   * How long ExpressRoute stays away at most, whatever happens: from when Azure has taken it away
   * to the start of the restore, which itself is never cut off. At most 60m.
   */
  @Parameter(property = "hybridnet.failover.maxDuration", defaultValue = "5m")
  private String maxDuration;

  /** How long traffic may take to be back on ExpressRoute once that has been put back. */
  @Parameter(property = "hybridnet.failover.restoreTimeout", defaultValue = "10m")
  private String restoreTimeout;

  /** How often the gateways are asked for their routes. */
  @Parameter(property = "hybridnet.failover.poll", defaultValue = "5s")
  private String poll;

  /**
   * A virtual machine in the network from which Azure's network watcher is asked, beside the
   * probes, whether it reaches {@code hybridnet.failover.insideTarget} and where it sends packets
   * for it: its resource id, or its resource group and name as {@code group/name}. Unset: nothing
   * is asked.
   */
  @Parameter(property = "hybridnet.failover.insideVm")
  private @Nullable String insideVm;

  /**
   * What that machine shall reach on premises: {@code address:port}, or an {@code address}, for
   * which only the next hop is asked.
   */
  @Parameter(property = "hybridnet.failover.insideTarget")
  private @Nullable String insideTarget;

  /** The longest outage of any target that the build succeeds with. Needs probes. */
  @Parameter(property = "hybridnet.failover.maxOutage")
  private @Nullable String maxOutage;

  /** The longest time until the first sign that ExpressRoute is gone. */
  @Parameter(property = "hybridnet.failover.maxDetection")
  private @Nullable String maxDetection;

  /** The longest time from the start of the restore until ExpressRoute carries again. */
  @Parameter(property = "hybridnet.failover.maxRestore")
  private @Nullable String maxRestore;

  /** The least share of probes that must succeed while the drill goes on, in percent: 99.9. */
  @Parameter(property = "hybridnet.failover.minAvailability")
  private @Nullable String minAvailability;

  /**
   * The file that keeps one line of each drill, for comparison with earlier ones. Unset: {@code
   * failover-history.jsonl} in {@code hybridnet.journalDirectory}.
   */
  @Parameter(property = "hybridnet.failover.history")
  private @Nullable File history;

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
    DrillRequest request = request();
    HybridNetwork network = declared(ParameterFileSelection.NETWORK);
    try (CloudSession cloud = open()) {
      new DrillRunRegistry(session()).begin(reports().directory());
      TestFailoverGoal goal =
          new TestFailoverGoal(cloud, options(cloud), out(), reports(), drillEnvironment());
      DryRun.Preview drill =
          () -> new SimulatedDrillRunner(cloud, out()).run(goal, network, request);
      if (isDryRun()) {
        DryRun.of("test-failover", out(), drill);
      } else if (isFailedAtEnd()) {
        new DeferredDrillFailure(reports(), out(), memory()).of(drill, goal::isStopped);
      } else {
        drill.show();
      }
    }
  }

  /** What the parameters ask of the drill. */
  final DrillRequest request() {
    Confirmation confirmation = confirmation(failoverConfirm);
    return new DrillRequest(
        location(), confirmation, observe, overrides(), times(), thresholds(), probing());
  }

  /** Whether a failure is kept for the goal {@code verify-drill}. */
  final boolean isFailedAtEnd() {
    return failAtEnd;
  }

  private Overrides overrides() {
    String chosen = ChoiceParameter.DISCONNECT.parse(disconnect);
    Set<String> overridden =
        override == null
            ? Set.of()
            : override.stream().map(String::strip).collect(Collectors.toUnmodifiableSet());
    return new Overrides(
        Stream.of(DisconnectMethod.values()).filter(k -> k.label().equals(chosen)).findFirst(),
        overridden,
        allowProduction,
        noPeeringKey,
        repeatedOptions());
  }

  private TimeLimits times() {
    return new TimeLimits(
        duration("baseline", baseline),
        duration("settleTimeout", settleTimeout),
        leverTimeout == null ? Duration.ZERO : duration("leverTimeout", leverTimeout),
        duration("failoverTimeout", failoverTimeout),
        duration("hold", hold),
        duration("maxDuration", maxDuration),
        duration("restoreTimeout", restoreTimeout),
        duration("poll", poll));
  }

  private ProbeRequest probing() {
    return new ProbeRequest(
        probes == null ? List.of() : probes,
        Optional.of(duration("probeInterval", probeInterval)),
        Optional.of(duration("probeTimeout", probeTimeout)),
        Path.of(session().getExecutionRootDirectory()),
        new InsideRequest(insideVm, insideTarget));
  }

  private DrillThresholds thresholds() {
    return new DrillThresholds(
        limit("maxOutage", maxOutage),
        limit("maxDetection", maxDetection),
        limit("maxRestore", maxRestore),
        minAvailability == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(
                NumberParameter.percent("hybridnet.failover.minAvailability", minAvailability)
                    / 100));
  }

  private static Duration duration(String name, String value) {
    return DurationParameter.parse(PREFIX + name, value);
  }

  private static Optional<Duration> limit(String name, @Nullable String value) {
    return value == null ? Optional.empty() : Optional.of(duration(name, value));
  }

  private DrillReportFiles reports() {
    return new DrillReportFiles(outputs().resolve("failover"), history());
  }

  /** The file that keeps one line of each drill. */
  final Path history() {
    return history == null
        ? journalDirectory().resolve("failover-history.jsonl")
        : PomlessPaths.below(history);
  }
}
