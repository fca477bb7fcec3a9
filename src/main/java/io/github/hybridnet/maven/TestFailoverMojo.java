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
 * Tests the failover: checks preconditions, disconnects ExpressRoute for a limited time, and proves
 * that the VPN carries the traffic. Always restores ExpressRoute, and proves that it carries the
 * traffic again. Without {@code hybridnet.failover.confirm} it changes nothing and shows what it
 * would do. Fails the build if the failover fails or a threshold is broken.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "test-failover",
    defaultPhase = LifecyclePhase.INTEGRATION_TEST,
    requiresProject = false,
    threadSafe = true)
public class TestFailoverMojo extends ConfirmedMojo {
  /** Whether this goal is skipped. */
  @Parameter(property = "hybridnet.test-failover.skip", defaultValue = "false")
  private boolean skipTestFailover;

  /**
   * The name of the ExpressRoute gateway, which confirms that it is to be disconnected for a while.
   */
  @Parameter(property = "hybridnet.failover.confirm")
  private @Nullable String failoverConfirm;

  /**
   * Whether the build continues after a drill that fails or is refused, so that {@code destroy}
   * runs. The goal {@code verify-drill} then fails the build. If ExpressRoute could not be
   * restored, this goal fails at once.
   */
  @Parameter(property = "hybridnet.failover.failAtEnd", defaultValue = "false")
  private boolean failAtEnd;

  /** Whether to change nothing, and to score how ready the network is for a failover. */
  @Parameter(property = "hybridnet.failover.observe", defaultValue = "false")
  private boolean observe;

  /**
   * How ExpressRoute is disconnected: {@code peering} disables the circuit's private peering,
   * {@code connection} deletes the ExpressRoute connection and makes it again, {@code
   * site-simulation} is Azure's own test of a site failover, which needs circuits in two peering
   * locations. {@code auto} is {@code peering} if the parameter files have the private peering, or
   * have the circuit and {@code hybridnet.failover.noPeeringKey} is set; otherwise it is {@code
   * connection}.
   */
  @Parameter(property = "hybridnet.failover.disconnect", defaultValue = "auto")
  private String disconnect;

  /**
   * Confirms that the BGP sessions of the private peering have no MD5 key, if the peering is not
   * declared. Azure does not show the key, and the disconnect method {@code peering} would lose a
   * key that it does not know.
   */
  @Parameter(property = "hybridnet.failover.noPeeringKey", defaultValue = "false")
  private boolean noPeeringKey;

  /** Ids of preflight gates that are not to stop the drill, separated by commas. */
  @Parameter(property = "hybridnet.failover.override")
  private @Nullable List<String> override;

  /** Whether a drill may run in a resource group that is tagged as production. */
  @Parameter(property = "hybridnet.failover.allowProduction", defaultValue = "false")
  private boolean allowProduction;

  /**
   * What to probe through the hybrid network, from the machine that Maven runs on: {@code
   * tcp://10.0.1.4:443}, {@code http://…}, {@code https://…}, {@code icmp://10.0.1.4}, or {@code
   * command:program argument…} (exit status 0 means up). Each can have a name: {@code
   * web=tcp://10.0.1.4:443}. If unset, the drill relies on the gateways' reports alone.
   */
  @Parameter(property = "hybridnet.failover.probes")
  private @Nullable List<String> probes;

  /** How often to probe each target, even if the last answer has not arrived; at least 10ms. */
  @Parameter(property = "hybridnet.failover.probeInterval", defaultValue = "1s")
  private String probeInterval;

  /**
   * How long to wait for an answer. Keep it below 1s: TCP repeats lost packets after that time, and
   * a connection counts for the moment at which it was started.
   */
  @Parameter(property = "hybridnet.failover.probeTimeout", defaultValue = "900ms")
  private String probeTimeout;

  /** How long to probe over ExpressRoute before it is disconnected. */
  @Parameter(property = "hybridnet.failover.baseline", defaultValue = "10s")
  private String baseline;

  /**
   * How long to wait for states that are still changing before the drill is refused, such as a
   * connection that is Connecting right after {@code deploy-network}.
   */
  @Parameter(property = "hybridnet.failover.settleTimeout", defaultValue = "2m")
  private String settleTimeout;

  /**
   * How long Azure may take to disconnect ExpressRoute before the drill is given up; at most 60m.
   * If unset: 5m for {@code peering}, 10m for {@code site-simulation}, 15m for {@code connection},
   * whose removal has been recorded to take more than six minutes.
   */
  @Parameter(property = "hybridnet.failover.leverTimeout")
  private @Nullable String leverTimeout;

  /** How long the VPN may take to carry the traffic after ExpressRoute was disconnected. */
  @Parameter(property = "hybridnet.failover.failoverTimeout", defaultValue = "3m")
  private String failoverTimeout;

  /** How long the network stays on the VPN. */
  @Parameter(property = "hybridnet.failover.hold", defaultValue = "30s")
  private String hold;

  /**
   * How long ExpressRoute stays disconnected at most, from the disconnect to the start of the
   * restore; at most 60m. The restore itself is never interrupted.
   */
  @Parameter(property = "hybridnet.failover.maxDuration", defaultValue = "5m")
  private String maxDuration;

  /** How long the traffic may take to return to ExpressRoute after it was restored. */
  @Parameter(property = "hybridnet.failover.restoreTimeout", defaultValue = "10m")
  private String restoreTimeout;

  /** How often to ask the gateways for their routes. */
  @Parameter(property = "hybridnet.failover.poll", defaultValue = "5s")
  private String poll;

  /**
   * A virtual machine in the network. In addition to the probes, Azure Network Watcher is asked
   * whether it reaches {@code hybridnet.failover.insideTarget}, and what its next hop is. The value
   * is its resource id, or {@code group/name}. If unset, nothing is asked.
   */
  @Parameter(property = "hybridnet.failover.insideVm")
  private @Nullable String insideVm;

  /**
   * What that machine is to reach on premises: {@code address:port}, or an {@code address}, for
   * which only the next hop is asked.
   */
  @Parameter(property = "hybridnet.failover.insideTarget")
  private @Nullable String insideTarget;

  /**
   * The longest outage of any target with which the build succeeds. It requires probes ({@code
   * hybridnet.failover.probes}).
   */
  @Parameter(property = "hybridnet.failover.maxOutage")
  private @Nullable String maxOutage;

  /**
   * The longest time until the first sign that ExpressRoute is down, with which the build succeeds.
   */
  @Parameter(property = "hybridnet.failover.maxDetection")
  private @Nullable String maxDetection;

  /**
   * The longest time from the start of the restore until ExpressRoute carries traffic again, with
   * which the build succeeds.
   */
  @Parameter(property = "hybridnet.failover.maxRestore")
  private @Nullable String maxRestore;

  /**
   * The lowest share of successful probes during the drill, in percent, with which the build
   * succeeds, such as 99.9. It requires probes ({@code hybridnet.failover.probes}).
   */
  @Parameter(property = "hybridnet.failover.minAvailability")
  private @Nullable String minAvailability;

  /**
   * The file that keeps one line for each drill, to compare drills. If unset: {@code
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
        DurationParameter.FAILOVER_BASELINE.parse(baseline),
        DurationParameter.FAILOVER_SETTLE_TIMEOUT.parse(settleTimeout),
        leverTimeout == null
            ? Duration.ZERO
            : DurationParameter.FAILOVER_LEVER_TIMEOUT.parse(leverTimeout),
        DurationParameter.FAILOVER_FAILOVER_TIMEOUT.parse(failoverTimeout),
        DurationParameter.FAILOVER_HOLD.parse(hold),
        DurationParameter.FAILOVER_MAX_DURATION.parse(maxDuration),
        DurationParameter.FAILOVER_RESTORE_TIMEOUT.parse(restoreTimeout),
        DurationParameter.FAILOVER_POLL.parse(poll));
  }

  private ProbeRequest probing() {
    return new ProbeRequest(
        probes == null ? List.of() : probes,
        Optional.of(DurationParameter.FAILOVER_PROBE_INTERVAL.parse(probeInterval)),
        Optional.of(DurationParameter.FAILOVER_PROBE_TIMEOUT.parse(probeTimeout)),
        Path.of(session().getExecutionRootDirectory()),
        new InsideRequest(insideVm, insideTarget));
  }

  private DrillThresholds thresholds() {
    return new DrillThresholds(
        limit(DurationParameter.FAILOVER_MAX_OUTAGE, maxOutage),
        limit(DurationParameter.FAILOVER_MAX_DETECTION, maxDetection),
        limit(DurationParameter.FAILOVER_MAX_RESTORE, maxRestore),
        minAvailability == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(
                NumberParameter.percent("hybridnet.failover.minAvailability", minAvailability)
                    / 100));
  }

  private static Optional<Duration> limit(DurationParameter parameter, @Nullable String value) {
    return Optional.ofNullable(value).map(parameter::parse);
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
