package io.github.hybridnet.maven;

import io.github.hybridnet.failover.DrillParts;
import io.github.hybridnet.failover.DrillSettings.Times;
import io.github.hybridnet.failover.RestorePatience;
import io.github.hybridnet.failover.journal.DrillGuard;
import io.github.hybridnet.maven.goal.DrillPlace;
import io.github.hybridnet.maven.goal.DrillRequest.InsideRequest;
import io.github.hybridnet.maven.goal.DrillRequest.ProbeRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What a drill probes, and how long its steps take. */
abstract class ProbingMojo extends ConfirmedMojo {
  private static final String BEFORE = "hybridnet.failover.";

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

  ProbingMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  final Times times() {
    return new Times(
        duration("baseline", baseline),
        duration("settleTimeout", settleTimeout),
        leverTimeout == null ? Duration.ZERO : duration("leverTimeout", leverTimeout),
        duration("failoverTimeout", failoverTimeout),
        duration("hold", hold),
        duration("maxDuration", maxDuration),
        duration("restoreTimeout", restoreTimeout),
        duration("poll", poll));
  }

  final ProbeRequest probing() {
    return new ProbeRequest(
        probes == null ? List.of() : probes,
        Optional.of(duration("probeInterval", probeInterval)),
        Optional.of(duration("probeTimeout", probeTimeout)),
        Path.of(session().getExecutionRootDirectory()),
        new InsideRequest(insideVm, insideTarget));
  }

  /** Where the drill runs. */
  final DrillPlace drillPlace() {
    return new DrillPlace(
        journalDirectory(),
        machine(System.getenv()),
        DrillParts.Clocks::real,
        RestorePatience.STANDARD,
        DrillGuard.Place.USUAL_BEAT,
        seal());
  }

  private static String machine(Map<String, String> environment) {
    return Stream.of("HOSTNAME", "COMPUTERNAME", "HOST")
        .map(environment::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(ProbingMojo::hostName);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "an unnamed machine";
    }
  }

  /** A duration of the drill. */
  static Duration duration(String name, String value) {
    return DurationParameter.parse(BEFORE + name, value);
  }
}
