package io.github.hybridnet.app.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.hybridnet.app.FakeCloudSession;
import io.github.hybridnet.app.OutputsPublisher;
import io.github.hybridnet.app.deploy.DeployNetworkGoal;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.GatewayRoutingClient.BgpPeer;
import io.github.hybridnet.engine.GatewayRoutingClient.LearnedRoute;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.SampleNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusGoalTest {
  private static final ResourceKey GROUP = key(ResourceType.RESOURCE_GROUP, "ra-rg");
  private static final ResourceKey VPN = key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-vpn-vgw");
  private static final ResourceKey CONNECTION = key(ResourceType.CONNECTION, "ra-vpn-cn");
  private static final ResourceKey CIRCUIT = key(ResourceType.CIRCUIT, "ra-erc");

  /** The circuit is somebody else's. */
  private static final HybridNetwork WITHOUT_CIRCUIT =
      SampleNetwork.reference().withCircuits(List.of());

  @TempDir private Path directory;

  private final FakeCloudSession cloud = new FakeCloudSession();
  private final RecordedLines out = new RecordedLines();

  private static ResourceKey key(ResourceType type, String name) {
    return new ResourceKey("sub", "ra-rg", type, name);
  }

  private void status(HybridNetwork network) throws InterruptedException {
    new StatusGoal(cloud, out, directory).run(network, null);
  }

  private JsonNode json() throws IOException {
    return JsonMapper.builder().build().readTree(directory.resolve("status.json").toFile());
  }

  private void circuit() {
    cloud.fake.standing.put(
        CIRCUIT,
        new ActualResource(
            CIRCUIT,
            null,
            "Succeeded",
            Map.of(),
            Map.of(
                "circuitProvisioningState",
                "Enabled",
                "serviceProviderProvisioningState",
                "Provisioned",
                "peerings",
                List.of(Map.of("peeringType", "AzurePrivatePeering", "state", "Enabled")))));
  }

  private void deployed() throws InterruptedException {
    circuit();
    EngineOptions options = EngineOptions.timed(() -> Instant.EPOCH, d -> {}, Duration.ofHours(1));
    RecordedLines quiet = new RecordedLines();
    new DeployNetworkGoal(
            cloud, options, quiet, new OutputsPublisher(directory, (n, v) -> {}, quiet))
        .run(
            SampleNetwork.reference(),
            new DeployNetworkGoal.Request("westus2", false, false, "", false));
  }

  private void state(ResourceKey key, String state) {
    ActualResource actual = cloud.fake.standing.get(key);
    cloud.fake.standing.put(
        key, new ActualResource(key, null, state, actual.body(), actual.observed()));
  }

  private void refuse(ResourceKey... keys) {
    cloud.fake.whileReading =
        key -> {
          if (List.of(keys).contains(key)) {
            throw FakeCloud.failure(Kind.UNAUTHORIZED, "AuthorizationFailed");
          }
        };
  }

  @Test
  void aHealthyNetworkIsAsDeclared() throws Exception {
    deployed();
    status(WITHOUT_CIRCUIT);
    assertThat(out.lines().get(0)).matches("INFO RESOURCE +STATE +DECLARATION +HEALTH");
    assertThat(out.lines())
        .filteredOn(l -> l.contains("  as declared  "))
        .hasSize(8)
        .allMatch(l -> l.contains("Succeeded"));
    assertThat(out.lines())
        .anyMatch(
            l ->
                l.matches(
                    "INFO ExpressRoute circuit ra-erc +Succeeded +not declared here +Enabled,"
                        + " provider Provisioned, private peering Enabled"))
        .endsWith("INFO Status as JSON: " + directory.resolve("status.json"));
    assertThat(json().path("resources")).hasSize(9);
    assertThat(json().at("/resources/8/health").toString())
        .isEqualTo(
            "{\"circuitProvisioningState\":\"Enabled\",\"serviceProviderProvisioningState\":"
                + "\"Provisioned\",\"AzurePrivatePeering\":\"Enabled\"}");
  }

  @Test
  void nothingStands() throws Exception {
    status(WITHOUT_CIRCUIT);
    assertThat(out.lines())
        .filteredOn(l -> l.contains("absent"))
        .hasSize(9)
        .filteredOn(l -> l.contains("  missing  "))
        .hasSize(8);
    assertThat(out.lines())
        .contains("INFO Resource group 'ra-rg' contains no resource of this network.");
    assertThat(json().at("/resources/0/drift").asText()).isEqualTo("missing");
  }

  @Test
  void aHalfThatIsBrokenIsShownBesideTheOther() throws Exception {
    deployed();
    cloud.fake.standing.remove(CONNECTION);
    state(VPN, "Failed");
    status(WITHOUT_CIRCUIT);
    assertThat(out.lines())
        .anyMatch(l -> l.matches("INFO connection ra-vpn-cn +absent +missing +-"))
        .anyMatch(l -> l.matches("INFO virtual network gateway ra-vpn-vgw +Failed +differs +-"))
        .contains(
            "INFO Differences (actual -> declared):",
            "INFO   virtual network gateway ra-vpn-vgw",
            "INFO     properties.provisioningState: Failed -> Succeeded");
  }

  @Test
  void aGatewayThatIsBeingChangedIsNotWaitedFor() throws Exception {
    deployed();
    state(VPN, "Updating");
    status(WITHOUT_CIRCUIT);
    assertThat(out.lines())
        .anyMatch(
            l -> l.matches("INFO virtual network gateway ra-vpn-vgw +Updating +being changed +-"));
    assertThat(json().path("gateways")).hasSize(1);
  }

  @Test
  void whatMayNotBeReadDoesNotHideTheRest() throws Exception {
    deployed();
    refuse(GROUP, CIRCUIT);
    status(WITHOUT_CIRCUIT);
    assertThat(out.lines())
        .anyMatch(l -> l.matches("INFO ExpressRoute circuit ra-erc +not readable +not readable +-"))
        .contains(
            "INFO Not readable: ExpressRoute circuit ra-erc: (AuthorizationFailed) it said"
                + " AuthorizationFailed [request id req-1]")
        .filteredOn(l -> l.contains("  as declared  "))
        .hasSize(7);
    assertThat(json().at("/resources/0/problem").asText()).startsWith("(AuthorizationFailed)");
  }

  @Test
  void failsWhenNothingCanBeRead() {
    cloud.fake.whileReading =
        key -> {
          throw FakeCloud.failure(Kind.UNREACHABLE, "NoAnswer");
        };
    assertThatThrownBy(() -> status(WITHOUT_CIRCUIT)).hasMessageStartingWith("HN3071");
  }

  @Test
  void routingIsShownByItsSource() throws Exception {
    deployed();
    cloud.views.peers.put(VPN, List.of(new BgpPeer("192.168.0.1", 65020, "Connected", 3)));
    cloud.views.routes.put(
        VPN,
        List.of(
            route("10.0.0.0/16", "Network", "", 32768),
            route("192.168.2.0/24", "IBgp", "12076-65020", 32769),
            route("192.168.1.0/24", "EBgp", "65020", 32768),
            route("192.168.1.0/24", "EBgp", "65020", 32768)));
    status(WITHOUT_CIRCUIT);
    assertThat(out.lines())
        .anyMatch(l -> l.matches("INFO ra-vpn-vgw +192.168.0.1 +65020 +Connected +3"))
        .anyMatch(l -> l.matches("INFO ra-vpn-vgw +ExpressRoute +1 +192.168.2.0/24"))
        .anyMatch(l -> l.matches("INFO ra-vpn-vgw +VPN +1 +192.168.1.0/24"))
        .anyMatch(l -> l.matches("INFO ra-vpn-vgw +other +1 +10.0.0.0/16"));
    assertThat(json().at("/gateways/0/learnedRoutes").toString())
        .isEqualTo(
            "{\"expressRoute\":[\"192.168.2.0/24\"],\"vpn\":[\"192.168.1.0/24\"],"
                + "\"other\":[\"10.0.0.0/16\"]}");
  }

  @Test
  void gatewaysWithoutBgpAreNamed() throws Exception {
    deployed();
    status(WITHOUT_CIRCUIT);
    assertThat(out.lines())
        .contains("INFO No BGP peers and no learned routes: ra-vpn-vgw, ra-er-vgw");
  }

  @Test
  void manyRoutesAreCounted() throws Exception {
    deployed();
    cloud.views.routes.put(
        VPN,
        IntStream.range(0, 6)
            .mapToObj(i -> route("192.168." + i + ".0/24", "EBgp", "65020", 32768))
            .toList());
    status(WITHOUT_CIRCUIT);
    assertThat(out.lines())
        .anyMatch(
            l ->
                l.endsWith(
                    "192.168.0.0/24, 192.168.1.0/24, 192.168.2.0/24, 192.168.3.0/24 and 2 more"));
    assertThat(json().at("/gateways/0/learnedRoutes/vpn")).hasSize(6);
  }

  @Test
  void aPeeringOutOfStepIsNamedThoughNothingOfOursDiffers() throws Exception {
    deployed();
    cloud.putPeeringOutOfStep();
    status(WITHOUT_CIRCUIT);
    assertThat(out.lines())
        .anyMatch(
            line ->
                line.startsWith(
                    "WARN The peering 'to-spoke' of the virtual network 'ra-vnet' is"
                        + " 'LocalNotInSync'"));
  }

  private static LearnedRoute route(String prefix, String origin, String asPath, int weight) {
    return new LearnedRoute(prefix, "", "", origin, asPath, weight);
  }

  @Test
  void routingThatMayNotBeReadIsToldOf() throws Exception {
    deployed();
    cloud.views.failure = FakeCloud.failure(Kind.UNAUTHORIZED, "AuthorizationFailed");
    status(WITHOUT_CIRCUIT);
    assertThat(out.lines())
        .contains(
            "INFO BGP peers of virtual network gateway ra-vpn-vgw not readable:"
                + " (AuthorizationFailed) it said AuthorizationFailed [request id req-1]",
            "INFO Learned routes of virtual network gateway ra-vpn-vgw not readable:"
                + " (AuthorizationFailed) it said AuthorizationFailed [request id req-1]");
    assertThat(json().at("/gateways/0/bgpPeersProblem").asText())
        .startsWith("(AuthorizationFailed)");
  }

  @Test
  void anUnfinishedDrillIsToldOf() throws Exception {
    deployed();
    cloud.fake.standing.put(
        GROUP,
        new ActualResource(
            GROUP,
            null,
            "Succeeded",
            Map.of(
                "location",
                "westus2",
                "tags",
                Map.of("hybridnet-drill-1", "since", "hybridnet-drill-1-target", "x", "a", "b")),
            Map.of()));
    status(WITHOUT_CIRCUIT);
    assertThat(out.lines())
        .contains(
            "WARN ExpressRoute may be disconnected: a failover drill is unfinished (tag"
                + " 'hybridnet-drill-1' of the resource group). To restore ExpressRoute, run mvn"
                + " hybridnet:restore. deploy-network and test-failover restore it too before"
                + " they start.");
    assertThat(json().path("unfinishedDrills").toString()).isEqualTo("[\"hybridnet-drill-1\"]");
  }

  @Test
  void noKeyIsShown() throws Exception {
    deployed();
    status(WITHOUT_CIRCUIT);
    assertThat(String.join("\n", out.lines())).doesNotContain(SampleNetwork.KEY);
    assertThat(json().toString()).doesNotContain(SampleNetwork.KEY);
  }

  @Test
  void aDeclaredCircuitIsComparedToo() throws Exception {
    deployed();
    status(SampleNetwork.reference());
    assertThat(out.lines())
        .anyMatch(l -> l.matches("INFO ExpressRoute circuit ra-erc +Succeeded +differs .*"));
  }
}
