package io.github.hybridnet.drill.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.drill.path.PathReading.Path;
import io.github.hybridnet.drill.path.PathReading.Routing;
import io.github.hybridnet.drill.path.ProofResult.ProofAnswer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathProofTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # connection | peers | prefixes | peering | carries | gone
          Connected | 2 | 192.168.0.0/16 | Enabled | YES | NO
          Connected | 2 | 192.168.0.0/16 | Disabled | YES | NO
          Connected | 2 | 192.168.0.0/16 | unknown | YES | NO
          NotConnected | 0 | 192.168.0.0/16 | Disabled | NO | NO
          absent | 0 | 192.168.0.0/16 | Enabled | NO | NO
          unknown | 2 | 192.168.0.0/16 | Enabled | UNKNOWN | NO
          Unknown | 2 | 192.168.0.0/16 | Enabled | YES | NO
          UNKNOWN | -1 | 192.168.0.0/16 | Enabled | YES | NO
          silent | 2 | 192.168.0.0/16 | Enabled | YES | NO
          Degraded | 2 | 192.168.0.0/16 | Enabled | YES | NO
          connected | 0 | 192.168.0.0/16 | Enabled | YES | NO
          silent | 0 | 192.168.0.0/16 | Enabled | NO | NO
          silent | -1 | 192.168.0.0/16 | Enabled | YES | NO
          silent | -2 | 192.168.0.0/16 | Enabled | YES | NO
          silent | -1 | '' | Enabled | NO | NO
          silent | -2 | '' | Enabled | NO | YES
          NOTCONNECTED | 2 | 192.168.0.0/16 | Enabled | NO | NO
          connecting | 2 | 192.168.0.0/16 | Enabled | NO | NO
          Unknown | 2 | '' | Enabled | NO | NO
          silent | 2 | '' | Enabled | NO | NO
          Degraded | 2 | '' | Enabled | NO | NO
          silent | 0 | '' | Enabled | NO | YES
          silent | 2 | '' | DISABLED | NO | YES
          silent | 2 | '' | not reported | NO | NO
          Connected | 2 | '' | Disabled | NO | YES
          Connected | 0 | '' | Enabled | NO | YES
          NotConnected | 2 | '' | Enabled | NO | YES
          absent | 0 | '' | Enabled | NO | YES
          Connected | 2 | '' | absent | NO | YES
          Connected | 2 | '' | Enabled | NO | NO
          Connected | -1 | '' | unknown | NO | NO
          unknown | -1 | '' | unknown | NO | NO
          Connected | 2 | unread | Disabled | UNKNOWN | UNKNOWN
          absent | 0 | unread | Disabled | UNKNOWN | UNKNOWN
          """,
      delimiter = '|')
  void routesDecide(
      String connection,
      int peers,
      String prefixes,
      String peering,
      ProofAnswer carries,
      ProofAnswer gone) {
    PathReading reading =
        new Readings(5, connection, peers, prefixes, peering, "Connected").reading();
    assertThat(PathProof.onExpressRoute(reading).answer()).isEqualTo(carries);
    assertThat(PathProof.expressRouteGone(reading).answer()).isEqualTo(gone);
  }

  /** The ExpressRoute gateway did not answer, but the VPN gateway still has a route. */
  @Test
  void aRouteThatStaysIsAProofWhoeverSaysIt() {
    Path path =
        new Path(
            "absent", "absent", 0, List.of("10.9.0.0/16"), -1, -1, new Routing(false, List.of()));
    PathReading reading =
        new PathReading(Duration.ZERO, path, Readings.healthy().vpn(), "Disabled");
    assertThat(PathProof.expressRouteGone(reading))
        .isEqualTo(
            ProofResult.no(
                "ExpressRoute is not disconnected: 1 prefix is still learned over it, although"
                    + " its private peering is 'Disabled' and its connection is absent and none of"
                    + " its BGP peers is connected."));
  }

  @Test
  void saysWhatWasSeen() {
    assertThat(PathProof.onExpressRoute(Readings.healthy()).text())
        .isEqualTo(
            "ExpressRoute carries the traffic: its connection is 'Connected', and 1 prefix"
                + " is learned over it.");
    assertThat(PathProof.onExpressRoute(gone("Disabled")).text())
        .isEqualTo("No route is learned over ExpressRoute.");
    assertThat(
            PathProof.onExpressRoute(
                    new Readings(0, "NotConnected", 0, "a b", "Enabled", "").reading())
                .text())
        .isEqualTo(
            "The ExpressRoute connection is 'NotConnected', although 2 prefixes are learned"
                + " over ExpressRoute.");
    assertThat(PathProof.expressRouteGone(Readings.healthy()).text())
        .isEqualTo("ExpressRoute is not disconnected: 1 prefix is still learned over it.");
    assertThat(PathProof.expressRouteGone(gone("Disabled")).text())
        .isEqualTo(
            "ExpressRoute is disconnected: no route is learned over it, and its private"
                + " peering is 'Disabled'.");
    assertThat(PathProof.expressRouteGone(gone("Enabled")).text())
        .isEqualTo(
            "No route is learned over ExpressRoute, but its connection is still"
                + " 'Connected', its peering is 'Enabled' and its BGP peers are not down. Azure"
                + " does not show that it is disconnected.");
    assertThat(PathProof.expressRouteGone(gone(Readings.UNREAD, "Disabled")).text())
        .isEqualTo(
            "Azure does not report the learned routes, so it is not known whether"
                + " ExpressRoute is disconnected.");
  }

  private static PathReading gone(String peering) {
    return gone("", peering);
  }

  private static PathReading gone(String prefixes, String peering) {
    return new Readings(5, "Connected", 2, prefixes, peering, "Connected").reading();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # status | prefixes | proved | says
          Connected | 192.168.0.0/16 | YES | The VPN carries the traffic: its connection is up, and leads to all prefixes that ExpressRoute carried: 192.168.0.0/16.
          Connected | 192.168.0.0/17 192.168.128.0/17 | YES | The VPN carries the traffic: its connection is up, and leads to all prefixes that ExpressRoute carried: 192.168.0.0/16.
          Connected | 192.168.0.0/17 | NO | The VPN connection is up, but does not lead to 192.168.0.0/16 (of it 192.168.128.0/17), which ExpressRoute carried.
          Connected | '' | NO | The VPN connection is up, but does not lead to 192.168.0.0/16, which ExpressRoute carried.
          NotConnected | 192.168.0.0/16 | NO | The VPN connection is 'NotConnected'.
          Connecting | 192.168.0.0/16 | NO | The VPN connection is 'Connecting'.
          absent | 192.168.0.0/16 | NO | The VPN connection is absent.
          unknown | 192.168.0.0/16 | UNKNOWN | The status of the VPN connection is not known, and no BGP session shows that it is up.
          Connected | unread | UNKNOWN | Azure does not report the learned routes, so it is not known what the VPN carries.
          """,
      delimiter = '|')
  void theVpnCarriesWhatExpressRouteCarried(
      String status, String prefixes, ProofAnswer proved, String says) {
    boolean known = !prefixes.equals(Readings.UNREAD);
    Path vpn =
        new Path(
            "Succeeded",
            status,
            0,
            known ? Readings.words(prefixes) : List.of(),
            0,
            0,
            new Routing(known, List.of()));
    PathReading now =
        new PathReading(Duration.ofSeconds(9), gone("Disabled").expressRoute(), vpn, "Disabled");
    assertThat(PathProof.onVpn(now, Readings.healthy())).isEqualTo(new ProofResult(proved, says));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # connection | peers | prefixes | peering | proved | says
          Connected | 2 | 192.168.0.0/16 | Enabled | YES | ExpressRoute is as before: 1 prefix is learned over it.
          Connected | 3 | 192.168.0.0/16 10.9.0.0/16 | Enabled | YES | ExpressRoute is as before: 2 prefixes are learned over it, of which these are new: 10.9.0.0/16.
          Connected | 1 | 192.168.0.0/16 | Enabled | NO | ExpressRoute is not as before: 1 BGP peer is connected, and 2 were before.
          Connected | -1 | 192.168.0.0/16 | Enabled | NO | ExpressRoute is not as before: it is not known how many BGP peers are connected, and 2 were before.
          Connected | 2 | 192.168.0.0/16 | Disabled | NO | ExpressRoute is not as before: its peering is 'Disabled' and was 'Enabled'.
          Connected | 0 | 192.168.0.0/17 | absent | NO | ExpressRoute is not as before: its peering is absent and was 'Enabled'; 0 BGP peers are connected, and 2 were before; the routes to 192.168.0.0/16 are not back.
          Connected | 2 | '' | Enabled | NO | No route is learned over ExpressRoute.
          absent | 0 | '' | Enabled | NO | No route is learned over ExpressRoute.
          Connected | 2 | unread | Enabled | UNKNOWN | Azure does not report the learned routes, so it is not known whether ExpressRoute carries the traffic.
          unknown | 2 | 192.168.0.0/16 | Enabled | UNKNOWN | The ExpressRoute connection could not be read.
          """,
      delimiter = '|')
  void allIsAsBefore(
      String connection,
      int peers,
      String prefixes,
      String peering,
      ProofAnswer proved,
      String says) {
    PathReading now = new Readings(99, connection, peers, prefixes, peering, "Connected").reading();
    assertThat(PathProof.asBefore(now, Readings.healthy()))
        .isEqualTo(new ProofResult(proved, says));
  }

  @Test
  void whatWasNotKnownBeforeIsNotHeldAgainstIt() {
    PathReading before =
        new Readings(0, "unknown", -1, "192.168.0.0/16", "unknown", "Connected").reading();
    assertThat(PathProof.asBefore(Readings.healthy(), before).holds()).isTrue();
  }

  @Test
  void aConnectionThatIsStillChangedIsNotAsBefore() {
    Path healthy = Readings.healthy().expressRoute();
    Path updating = new Path("Updating", "Connected", 2, healthy.prefixes(), 0, 0);
    PathReading now = new PathReading(Duration.ZERO, updating, Readings.healthy().vpn(), "Enabled");
    assertThat(PathProof.asBefore(now, Readings.healthy()).text())
        .isEqualTo(
            "ExpressRoute is not as before: its connection is 'Updating' and was"
                + " 'Succeeded'.");
  }
}
