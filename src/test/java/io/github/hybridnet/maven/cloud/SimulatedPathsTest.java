package io.github.hybridnet.maven.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillPorts;
import io.github.hybridnet.drill.api.DrillSettings;
import io.github.hybridnet.drill.api.DrillSettings.Mode;
import io.github.hybridnet.drill.api.DrillSettings.TimeLimits;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.DrillTarget.ConnectedGateway;
import io.github.hybridnet.drill.api.DrillTarget.TargetCircuit;
import io.github.hybridnet.drill.api.DrillThresholds;
import io.github.hybridnet.drill.api.DrillTime;
import io.github.hybridnet.drill.gate.DrillPreflight;
import io.github.hybridnet.drill.gate.GateResult.Status;
import io.github.hybridnet.drill.gate.PreflightReport;
import io.github.hybridnet.drill.path.PathProof;
import io.github.hybridnet.drill.path.PathReader;
import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.drill.path.ProofResult;
import io.github.hybridnet.drill.path.ProofResult.ProofAnswer;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import io.github.hybridnet.model.FullNetwork;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeclaredResource.WriteRules;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.plan.declared.NetworkResources.Options;
import io.github.hybridnet.plan.diff.Planner;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorAdmin;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Readings and proofs of path, against the data plane of the simulator over HTTPS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatedPathsTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final String SITE = "192.168.0.0/16";

  private static final String EMPTY = "empty";
  private static final String DEPLOYED = "deployed";

  private Path directory;

  private CloudSession open;
  private SimulatorAdmin admin;
  private DrillTarget target;
  private PathReading before;

  /** One network serves all tests that do not want another one. */
  @BeforeAll
  void open(@TempDir Path temporary) throws InterruptedException {
    directory = temporary;
    Path home = directory.resolve("simulator");
    open = SimulatedClouds.open(SimulatorOptions.in(home).withSpeed(3000));
    admin = AzureSimulator.running(home).orElseThrow().admin();
    admin.save(EMPTY);
    deploy(SampleNetwork.reference());
    until(PathProof::onExpressRoute);
    admin.save(DEPLOYED);
  }

  private void deploy(HybridNetwork network) throws InterruptedException {
    admin.restore(EMPTY);
    DeploymentGoals goals = DeploymentGoals.unheard(open, directory);
    goals.createCircuit(network);
    goals.deploy(network);
    target = target(network);
  }

  private void deploy() throws InterruptedException {
    admin.restore(DEPLOYED);
    target = target(SampleNetwork.reference());
    before = until(PathProof::onExpressRoute);
  }

  @AfterAll
  void close() {
    open.close();
  }

  private DrillTarget target(HybridNetwork network) {
    DeploymentScope deploymentScope =
        new DeploymentScope(open.subscriptionId(), "ra-rg", new Region("westus2"));
    NetworkResources desired = new NetworkResources(network, deploymentScope);
    List<DeclaredResource> all = desired.network(Options.ALL);
    return new DrillTarget(
        deploymentScope.group(),
        new ConnectedGateway(
            deploymentScope.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-er-vgw"),
            named(all, ResourceType.CONNECTION, "ra-er-cn")),
        new ConnectedGateway(
            deploymentScope.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-vpn-vgw"),
            named(all, ResourceType.CONNECTION, "ra-vpn-cn")),
        named(all, ResourceType.LOCAL_NETWORK_GATEWAY, "ra-lgw").key(),
        new TargetCircuit(desired.circuitConnections().get(0).circuit(), true, Optional.empty()));
  }

  private static DeclaredResource named(
      List<DeclaredResource> all, ResourceType type, String name) {
    return all.stream()
        .filter(r -> r.key().type() == type && r.key().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private PathReading read() throws InterruptedException {
    return new PathReader(ports(), target, DrillTime.real()).read(LIMIT);
  }

  private DrillPorts ports() {
    return new DrillPorts(open.cloud(), open.views(), open.drills(), open::signIn);
  }

  /** The first reading of which this is proved. */
  private PathReading until(Function<PathReading, ProofResult> proof) throws InterruptedException {
    return first(reading -> proof.apply(reading).holds());
  }

  private PathReading first(Predicate<PathReading> wanted) throws InterruptedException {
    DrillTime time = DrillTime.real();
    PathReading reading = read();
    while (!wanted.test(reading)) {
      assertThat(time.now()).as("%s", reading).isLessThan(LIMIT);
      reading = read();
    }
    return reading;
  }

  private PreflightReport look(DisconnectMethod lever) throws InterruptedException {
    Duration any = Duration.ofSeconds(1);
    DrillSettings settings =
        new DrillSettings(
            Mode.DRY_RUN,
            lever,
            new TimeLimits(any, any, any, any, any, any, any, any),
            DrillThresholds.NONE,
            Set.of());
    return new DrillPreflight(ports(), target, settings, false, DrillTime.real()).look(LIMIT);
  }

  private static Map<String, Status> unmet(PreflightReport report) {
    Map<String, Status> unmet = new TreeMap<>();
    report.results().stream()
        .filter(r -> r.status() != Status.MET)
        .forEach(r -> unmet.put(r.id(), r.status()));
    return unmet;
  }

  private void peering(String state) throws InterruptedException {
    ResourceKey key = target.circuit().peering();
    ActualResource standing = open.cloud().read(key).orElseThrow();
    Map<String, Object> declared = Map.of("properties", Map.of("state", state));
    ResourceChange resourceChange =
        new Planner()
            .change(
                new DeclaredResource(key, declared, List.of(), WriteRules.locking(key)), standing);
    ActualResource written =
        open.cloud()
            .apply(
                resourceChange,
                BodyMerge.merge(standing.body(), declared),
                CallOptions.within(LIMIT));
    assertThat(written.observed()).containsEntry("state", state);
  }

  @Test
  void aDisabledPeeringAndItsReturn() throws Exception {
    deploy();
    assertThat(before.expressRoute().prefixes()).containsExactly(SITE);
    assertThat(before.vpn().prefixes()).containsExactly(SITE);
    assertThat(before.expressRoute().peersConnected()).isEqualTo(2);
    assertThat(before.peeringState()).isEqualTo("Enabled");
    assertThat(before.problems()).isEmpty();
    assertThat(PathProof.expressRouteGone(before).answer()).isEqualTo(ProofAnswer.NO);

    peering("Disabled");
    PathReading gone = until(PathProof::expressRouteGone);

    assertThat(gone.peeringState()).isEqualTo("Disabled");
    assertThat(PathProof.onExpressRoute(gone).answer()).isEqualTo(ProofAnswer.NO);
    assertThat(PathProof.onVpn(gone, before).holds()).isTrue();
    assertThat(PathProof.asBefore(gone, before).holds()).isFalse();

    peering("Enabled");
    PathReading back = until(reading -> PathProof.asBefore(reading, before));
    assertThat(PathProof.expressRouteGone(back).answer()).isEqualTo(ProofAnswer.NO);
  }

  @Test
  void aDeletedConnection() throws Exception {
    deploy();
    open.cloud().delete(target.expressRoute().connection().key(), CallOptions.within(LIMIT));
    PathReading gone = until(PathProof::expressRouteGone);
    assertThat(gone.expressRoute().connectionStatus()).isEqualTo("absent");
    assertThat(PathProof.onVpn(gone, before).holds()).isTrue();
  }

  /** Nobody took ExpressRoute away: it broke, or the site stopped announcing. */
  @Test
  void routesThatAreGoneByThemselvesProveNothing() throws Exception {
    deploy();
    admin.send("PUT", "circuits/ra-erc/links", "{\"primary\":\"Down\",\"secondary\":\"Down\"}");
    PathReading cut = first(reading -> reading.expressRoute().prefixes().isEmpty());
    assertThat(cut.expressRoute().connectionStatus()).isEqualTo("Connected");
    assertThat(PathProof.expressRouteGone(cut).answer()).isEqualTo(ProofAnswer.NO);
    assertThat(unmet(look(DisconnectMethod.PEERING)))
        .containsEntry("express-route-routes", Status.NOT_MET);
  }

  @ParameterizedTest
  @EnumSource(DisconnectMethod.class)
  void aHealthyNetworkMayBeDrilled(DisconnectMethod lever) throws Exception {
    deploy();
    PreflightReport report = look(lever);
    assertThat(report.isMet()).isTrue();
    // Whether the tunnel has carried something before depends on which connection came first.
    assertThat(unmet(report).keySet()).isSubsetOf("both-directions", "single-homed");
  }

  @Test
  void aDeadTunnelIsFoundBeforehand() throws Exception {
    deploy();
    admin.send("PUT", "connections/ra-vpn-cn/tunnel", "{\"state\":\"Down\"}");
    PathReading dead = first(reading -> !reading.vpn().isConnected());
    assertThat(PathProof.onVpn(dead, before).answer()).isEqualTo(ProofAnswer.NO);
    assertThat(look(DisconnectMethod.PEERING).findings())
        .singleElement()
        .satisfies(drillFinding -> assertThat(drillFinding.code()).isEqualTo("HN5010"));
  }

  @Test
  void whatTheVpnDoesNotCoverIsFoundBeforehand() throws Exception {
    deploy();
    announce("circuits/ra-erc", SITE, "172.16.0.0/12");
    PathReading wider = first(reading -> reading.expressRoute().prefixes().size() == 2);
    assertThat(PathProof.onVpn(wider, wider).text())
        .isEqualTo(
            "The VPN connection is up, but does not lead to 172.16.0.0/12, which"
                + " ExpressRoute carried.");
    assertThat(unmet(look(DisconnectMethod.PEERING))).containsEntry("coverage", Status.NOT_MET);
  }

  @Test
  void aMoreSpecificPrefixOfTheVpnIsFoundBeforehand() throws Exception {
    deploy();
    announce("circuits/ra-erc", "192.168.0.0/15");
    first(reading -> reading.expressRoute().prefixes().contains("192.168.0.0/15"));
    assertThat(unmet(look(DisconnectMethod.PEERING)))
        .containsEntry("more-specific", Status.NOT_MET)
        .containsEntry("coverage", Status.NOT_MET);
  }

  @Test
  void withBgpWhatTheDeviceAnnouncesCounts() throws Exception {
    deploy(FullNetwork.network());
    announce("circuits/ra-erc", SITE);
    announce("localGateways/ra-lgw", SITE);
    PathReading covered = first(r -> r.vpn().prefixes().equals(List.of(SITE)));
    assertThat(covered.vpn().peersConnected()).isEqualTo(1);
    assertThat(PathProof.onVpn(covered, covered).holds()).isTrue();
    assertThat(unmet(look(DisconnectMethod.PEERING)))
        .isEqualTo(Map.of("single-homed", Status.WARNING));

    announce("localGateways/ra-lgw", "192.168.0.0/17", "192.168.128.0/17");
    PathReading halves = first(r -> r.vpn().prefixes().size() == 2);
    assertThat(PathProof.onVpn(halves, covered).holds()).isTrue();
    assertThat(unmet(look(DisconnectMethod.PEERING)))
        .isEqualTo(Map.of("more-specific", Status.NOT_MET, "single-homed", Status.WARNING));
  }

  @Test
  void aTagOfProductionIsRespected() throws Exception {
    deploy();
    open.drills().mergeTags(target.group(), Map.of("Environment", "Production"));
    assertThat(unmet(look(DisconnectMethod.PEERING))).containsEntry("production", Status.NOT_MET);
  }

  private void announce(String whose, String... prefixes) {
    admin.send(
        "PUT",
        whose + "/announcements",
        "{\"prefixes\":[\"" + String.join("\",\"", prefixes) + "\"]}");
  }
}
