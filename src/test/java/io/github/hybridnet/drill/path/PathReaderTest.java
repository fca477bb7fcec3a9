package io.github.hybridnet.drill.path;

import static io.github.hybridnet.drill.gate.HealthyDrill.overExpressRoute;
import static io.github.hybridnet.drill.gate.HealthyDrill.overVpn;
import static io.github.hybridnet.drill.gate.HealthyDrill.own;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DrillPorts;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.DrillTarget.ConnectedGateway;
import io.github.hybridnet.drill.gate.HealthyDrill;
import io.github.hybridnet.drill.path.PathReading.Path;
import io.github.hybridnet.drill.path.PathReading.Route;
import io.github.hybridnet.drill.path.PathReading.Routing;
import io.github.hybridnet.engine.GatewayRoutingClient;
import io.github.hybridnet.engine.GatewayRoutingClient.BgpPeer;
import io.github.hybridnet.engine.GatewayRoutingClient.LearnedRoute;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeclaredResource.WriteRules;
import io.github.hybridnet.text.DurationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathReaderTest {
  private static final String DEVICE_ADDRESS = "169.254.21.5";

  private final HealthyDrill drill = new HealthyDrill();

  @Test
  void withoutBgpTheVpnHasThePrefixesOfTheDevice() throws InterruptedException {
    PathReading reading = drill.read();
    Route route = new Route("192.168.0.0/16", "10.0.255.228", 32769, "12076-65010");
    Route other = new Route("192.168.0.0/16", "10.0.255.229", 32769, "12076-65010");
    assertThat(reading)
        .isEqualTo(
            new PathReading(
                Duration.ZERO,
                new Path(
                    "Succeeded",
                    "Connected",
                    2,
                    List.of("192.168.0.0/16"),
                    1000,
                    2000,
                    new Routing(true, List.of(route, other))),
                new Path(
                    "Succeeded",
                    "Connected",
                    PathReading.NO_PEERS_LISTED,
                    List.of("192.168.0.0/16"),
                    1000,
                    2000,
                    new Routing(true, List.of(new Route("192.168.0.0/16", "", 0, "")))),
                "Enabled"));
  }

  /** Each gateway lists what the other learned, too. */
  @Test
  void aRouteBelongsToThePathThatItCameOver() throws InterruptedException {
    drill.bgp(
        own("10.0.0.0/16"),
        own("169.254.21.5/32"),
        overVpn("192.168.0.0/16", DEVICE_ADDRESS),
        overVpn("172.16.0.0/12", DEVICE_ADDRESS),
        new LearnedRoute(
            "10.7.0.0/16", "10.0.255.228", "10.0.255.230", "IBgp", "12076-65010", 32769));
    drill.views.routes.put(
        HealthyDrill.ER,
        List.of(
            own("10.0.0.0/16"),
            overExpressRoute("192.168.0.0/16", "10.0.255.228"),
            new LearnedRoute(
                "172.16.0.0/12", DEVICE_ADDRESS, "10.0.255.254", "IBgp", "65020", 32768)));

    PathReading reading = drill.read();

    assertThat(reading.expressRoute().prefixes()).containsExactly("10.7.0.0/16", "192.168.0.0/16");
    assertThat(reading.vpn().prefixes()).containsExactly("172.16.0.0/12", "192.168.0.0/16");
    assertThat(reading.vpn().peersConnected()).isEqualTo(1);
  }

  @Test
  void otherTunnelsLeadElsewhere() throws InterruptedException {
    drill.bgp(overVpn("192.168.0.0/16", DEVICE_ADDRESS), overVpn("192.168.7.0/24", "10.77.0.1"));
    drill.views.peers.put(
        HealthyDrill.VPN,
        List.of(
            new BgpPeer(DEVICE_ADDRESS, 65020, "Connected", 1),
            new BgpPeer(DEVICE_ADDRESS, 65020, "Connected", 1),
            new BgpPeer("10.0.255.253", 65515, "Connected", 2),
            new BgpPeer("10.77.0.1", 65021, "Connected", 1)));
    PathReading reading = drill.read();
    assertThat(reading.vpn().prefixes()).containsExactly("192.168.0.0/16");
    assertThat(reading.vpn().peersConnected()).isEqualTo(1);
  }

  @Test
  void aDeviceWhoseAddressIsNotKnownIsWhoeverIsNotOurs() throws InterruptedException {
    drill.bgp(
        overVpn("192.168.0.0/16", DEVICE_ADDRESS),
        new LearnedRoute("10.5.0.0/16", "10.0.255.4", "10.0.255.4", "IBgp", "65021", 32768));
    drill.device("192.168.9.0/24");
    drill.views.peers.put(
        HealthyDrill.VPN,
        List.of(
            new BgpPeer(DEVICE_ADDRESS, 65020, "Connected", 1),
            new BgpPeer("10.0.255.253", 65515, "Connected", 2),
            new BgpPeer("10.0.255.228", 12076, "Connected", 2),
            new BgpPeer("10.77.0.1", 65021, "Connecting", 0)));
    PathReading reading = drill.read();
    assertThat(reading.vpn().prefixes()).containsExactly("192.168.0.0/16");
    assertThat(reading.vpn().peersConnected()).isEqualTo(1);
    assertThat(reading.vpn().routing().routes())
        .extracting(Route::prefix)
        .containsExactly("192.168.0.0/16", "192.168.9.0/24");
  }

  /** A state that is not known here says neither that a session is up nor that it is down. */
  @ParameterizedTest
  @CsvSource({
    "Connected, Established, 1",
    "Connected, Idle, 1",
    "Connecting, Stopped, 0",
    "Idle, Unknown, -1",
    "Established, Established, -1"
  })
  void peersWhoseStateIsNotKnownSayNothing(String first, String second, int connected)
      throws InterruptedException {
    drill.views.peers.put(
        HealthyDrill.ER,
        List.of(
            new BgpPeer("10.0.255.228", 12076, first, 1),
            new BgpPeer("10.0.255.229", 12076, second, 1)));
    assertThat(drill.read().expressRoute().peersConnected()).isEqualTo(connected);
  }

  /** What a connection's routing weight does to the weight of its routes is not known. */
  @ParameterizedTest
  @CsvSource({"0", "100", "32768", "32769"})
  void theWayOfARouteIsTheFirstNumberOnIt(int weight) throws InterruptedException {
    drill.bgp(
        new LearnedRoute(
            "192.168.0.0/16", DEVICE_ADDRESS, DEVICE_ADDRESS, "EBgp", "65020", weight));
    drill.views.routes.put(
        HealthyDrill.ER,
        List.of(
            new LearnedRoute(
                "192.168.0.0/16", "10.0.255.228", "10.0.255.228", "EBgp", "12076-65010", weight)));
    PathReading reading = drill.read();
    assertThat(reading.vpn().prefixes()).containsExactly("192.168.0.0/16");
    assertThat(reading.vpn().routing().routes()).hasSize(1);
    assertThat(reading.expressRoute().routing().routes()).hasSize(1);
  }

  @Test
  void whatDoesNotStandIsAbsent() throws InterruptedException {
    drill.cloud.standing.remove(HealthyDrill.ER_CONNECTION);
    drill.cloud.standing.remove(HealthyDrill.PEERING);
    drill.views.routes.put(HealthyDrill.ER, List.of());
    drill.views.peers.put(HealthyDrill.ER, List.of());
    PathReading reading = drill.read();
    assertThat(reading.expressRoute())
        .isEqualTo(
            new Path(
                "absent",
                "absent",
                PathReading.NO_PEERS_LISTED,
                List.of(),
                -1,
                -1,
                new Routing(true, List.of())));
    assertThat(reading.peeringState()).isEqualTo("absent");
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsUnknownAndTold() throws InterruptedException {
    drill.cloud.whileReading =
        key -> {
          throw FakeCloud.failure(Kind.UNAUTHORIZED, "AuthorizationFailed");
        };
    drill.views.failure = FakeCloud.failure(Kind.UNREACHABLE, "NoAnswer");
    PathReading reading = drill.read();
    Path unknown = new Path("unknown", "unknown", -1, List.of(), -1, -1, Routing.UNKNOWN);
    assertThat(reading.expressRoute()).isEqualTo(unknown);
    assertThat(reading.vpn()).isEqualTo(unknown);
    assertThat(reading.peeringState()).isEqualTo("unknown");
    assertThat(reading.problems())
        .extracting(PathReading.UnreadPart::code)
        .containsOnly("AuthorizationFailed", "NoAnswer");
    assertThat(reading.problems())
        .extracting(PathReading.UnreadPart::text)
        .hasSize(8)
        .contains(
            "The connection 'er-cn' cannot be read: (AuthorizationFailed) it said"
                + " AuthorizationFailed [request id req-1].",
            "The learned routes of the virtual network gateway 'er-gw' cannot be read:"
                + " (NoAnswer) it said NoAnswer [request id req-1].",
            "The BGP peers of the virtual network gateway 'vpn-gw' cannot be read:"
                + " (NoAnswer) it said NoAnswer [request id req-1].");
  }

  /** A gateway may take minutes; a drill has a time-box. */
  @Test
  void whatDoesNotComeInTimeIsUnknown() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    GatewayRoutingClient silent =
        new GatewayRoutingClient() {
          @Override
          public List<BgpPeer> bgpPeers(ResourceKey gateway) {
            return drill.views.bgpPeers(gateway);
          }

          @Override
          public List<LearnedRoute> learnedRoutes(ResourceKey gateway) throws InterruptedException {
            never.await();
            return List.of();
          }
        };
    PathReader reader =
        new PathReader(
            new DrillPorts(drill.cloud, silent, drill.drills, () -> drill.signIn),
            HealthyDrill.target(true),
            drill.time());
    Duration within = Duration.ofMillis(200);
    PathReading reading = reader.read(within);
    // On a busy machine the others may need longer.
    while (reading.problems().size() > 2 && within.compareTo(HealthyDrill.WITHIN) < 0) {
      within = within.multipliedBy(2);
      reading = reader.read(within);
    }
    assertThat(reading.expressRoute().routing()).isEqualTo(Routing.UNKNOWN);
    assertThat(reading.expressRoute().connectionStatus()).isEqualTo("Connected");
    assertThat(reading.problems())
        .extracting(PathReading.UnreadPart::text)
        .containsExactly(
            "The learned routes of the virtual network gateway 'er-gw' cannot be read:"
                + " (NoAnswer) no answer within %s.".formatted(DurationText.exact(within)),
            "The learned routes of the virtual network gateway 'vpn-gw' cannot be read:"
                + " (NoAnswer) no answer within %s.".formatted(DurationText.exact(within)));
  }

  @Test
  void countersThatAzureDoesNotTellAreUnknown() throws InterruptedException {
    drill.stand(HealthyDrill.ER_CONNECTION, Map.of(), Map.of("connectionStatus", "Connected"));
    Path path = drill.read().expressRoute();
    assertThat(path.bytesIn()).isEqualTo(-1);
    assertThat(path.bytesOut()).isEqualTo(-1);
  }

  @Test
  void noSecretIsInAReading() throws InterruptedException {
    assertThat(drill.read().toString()).doesNotContain(HealthyDrill.KEY);
  }

  @Test
  void onlyMicrosoftsEdgeCountsForExpressRoute() throws InterruptedException {
    List<BgpPeer> peers = new ArrayList<>(drill.views.peers.get(HealthyDrill.ER));
    peers.add(new BgpPeer("10.0.0.4", 65515, "Connected", 4));
    drill.views.peers.put(HealthyDrill.ER, peers);
    assertThat(drill.read().expressRoute().peersConnected()).isEqualTo(2);
  }

  /** Of two instances of a gateway one learns from the device, and the other from the first. */
  @Test
  void aRouteOfTheDeviceMayComeByTheOtherInstance() throws InterruptedException {
    drill.bgp(
        new LearnedRoute("10.1.0.0/16", DEVICE_ADDRESS, "10.0.255.4", "IBgp", "65020", 32768),
        new LearnedRoute("10.2.0.0/16", "10.0.255.4", DEVICE_ADDRESS, "EBgp", "65020", 32768));
    assertThat(drill.read().vpn().prefixes()).containsExactly("10.1.0.0/16", "10.2.0.0/16");
  }

  @Test
  void aRouteOfExpressRouteIsNeverTheVpns() throws InterruptedException {
    drill.bgp(overExpressRoute("192.168.0.0/16", "10.0.255.228"));
    drill.device();
    assertThat(drill.read().vpn().prefixes()).isEmpty();
  }

  @Test
  void theDevicesOwnAddressIsNoPrefixOfIt() throws InterruptedException {
    drill.bgp(overVpn("192.168.0.0/16", DEVICE_ADDRESS));
    assertThat(drill.read().vpn().routing().routes())
        .extracting(Route::prefix)
        .containsExactly("192.168.0.0/16");
  }

  /** While the connection is away its declaration says whether BGP was spoken over it. */
  @Test
  void withoutItsConnectionTheVpnIsAsDeclared() throws InterruptedException {
    drill.device("192.168.0.0/16");
    drill.cloud.standing.remove(HealthyDrill.VPN_CONNECTION);
    assertThat(drill.read().vpn().prefixes()).containsExactly("192.168.0.0/16");

    DrillTarget target = HealthyDrill.target(true);
    DeclaredResource declared =
        new DeclaredResource(
            HealthyDrill.VPN_CONNECTION,
            Map.of("properties", Map.of("enableBgp", true)),
            List.of(),
            WriteRules.locking());
    DrillTarget speaking =
        new DrillTarget(
            target.group(),
            target.expressRoute(),
            new ConnectedGateway(HealthyDrill.VPN, declared),
            target.localNetworkGateway(),
            target.circuit());
    Path vpn =
        new PathReader(drill.ports(), speaking, drill.time()).read(HealthyDrill.WITHIN).vpn();
    assertThat(vpn.prefixes()).isEmpty();
    assertThat(vpn.connectionStatus()).isEqualTo("absent");
  }

  @Test
  void withBgpRoutesThatAreNotReadAreUnknown() throws InterruptedException {
    drill.bgp(overVpn("192.168.0.0/16", DEVICE_ADDRESS));
    drill.views.failure = FakeCloud.failure(Kind.BUSY, "TooManyRequests");
    Path vpn = drill.read().vpn();
    assertThat(vpn.routing().known()).isFalse();
    assertThat(vpn.peersConnected()).isEqualTo(-1);
    assertThat(vpn.isConnected()).isTrue();
  }

  /** The network's own prefixes and those of other networks on the circuit come back over it. */
  @ParameterizedTest
  @CsvSource({"12076, false", "12076-12076, false", "65515-12076, false", "12076-65010, true"})
  void onlyWhatCustomersAnnounceCounts(String asPath, boolean counts) throws InterruptedException {
    List<LearnedRoute> routes =
        new java.util.ArrayList<>(drill.views.routes.getOrDefault(HealthyDrill.ER, List.of()));
    routes.add(new LearnedRoute("10.77.0.0/16", "10.1.1.1", "10.1.1.1", "EBgp", asPath, 32769));
    drill.views.routes.put(HealthyDrill.ER, routes);
    assertThat(drill.read().expressRoute().prefixes().contains("10.77.0.0/16")).isEqualTo(counts);
  }
}
