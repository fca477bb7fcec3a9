package io.github.hybridnet.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.lab.Ways.Way;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Drills on a network of real packets, BGP and IPsec in network namespaces. How long anything takes
 * here says nothing about Azure.
 */
@Tag("lab")
class FailoverLab extends InLab {
  private static final boolean FULL =
      System.getProperty("hybridnet.lab.extent", "once").equals("full");

  @Test
  void packetsFollowTheControlPlane(@TempDir Path directory) throws Exception {
    PlainLever lever = new PlainLever(lab.site());
    try (Captures captures = Captures.start(lab.namespaces(), directory)) {
      awaitWay(Way.EXPRESS_ROUTE);
      lever.pull();
      awaitWay(Way.VPN);
      Instant from = Instant.now();
      awaitPackets(captures, from);
      Instant until = Instant.now();
      lever.undo();
      awaitWay(Way.EXPRESS_ROUTE);
      assertThat(captures.overCircuit(Packet.UDP, LabService.ECHO, from, until)).isZero();
      assertThat(captures.encrypted(from, until)).isGreaterThanOrEqualTo(PACKETS / 2);
      assertThat(captures.exposed()).isEmpty();
      assertThat(captures.readableOnCircuit()).as("what is looked for can be found").isPositive();
      captures.losses().forEach(l -> System.out.println("LAB LOSS without the plugin: " + l));
    }
  }

  /** Drills that have to pass. */
  @ParameterizedTest
  @MethodSource("losses")
  void vpnTakesOver(Loss loss, @TempDir Path directory) throws Exception {
    lab.dataPlane().bfd(loss.bfd());
    lab.site().tell("silently", Boolean.toString(loss.silent()));
    try (Exercise drill = Exercise.begin(lab, directory, Map.of("disconnect", loss.lever()))) {
      drill.awaitWay(Way.VPN);
      assertThat(drill.end()).as(drill.story()).isZero();
      assertThat(new Ways(lab).now()).as("at once after the drill").isEqualTo(Way.EXPRESS_ROUTE);
      assertOutcome(loss.toString(), "passed", drill);
      assertThatPacketsTookTheVpn(drill);
      TALLY.outages(loss.toString(), drill.report(), drill.captures());
      TALLY.changes(loss.toString(), drill.report(), drill.captures());
    }
  }

  private static List<Loss> losses() {
    List<Loss> once =
        List.of(
            new Loss("peering", false, false),
            new Loss("connection", false, false),
            new Loss("peering", true, true),
            new Loss("peering", true, false));
    return Collections.nCopies(FULL ? 6 : 1, once).stream().flatMap(List::stream).toList();
  }

  /**
   * How the circuit is lost.
   *
   * @param lever what the plugin does in Azure
   * @param silent whether nobody tells the routers, or the gateway ends its session
   * @param bfd whether they find out by BFD, or when the hold time of 9 seconds is over
   */
  record Loss(String lever, boolean silent, boolean bfd) {
    @Override
    public String toString() {
      return lever + (silent ? bfd ? ", silent, BFD" : ", silent, hold time" : ", graceful");
    }
  }

  @Test
  void outageOverTheThresholdFails(@TempDir Path directory) throws Exception {
    lab.site().tell("silently", "true");
    try (Exercise drill = Exercise.begin(lab, directory, Map.of("maxOutage", "3s"))) {
      assertThat(drill.end()).as(drill.story()).isOne();
      assertOutcome("outage over the threshold", "failed", drill);
      assertThat(drill.report().codes()).containsExactly("HN5022");
      assertThat(new Ways(lab).now()).isEqualTo(Way.EXPRESS_ROUTE);
    }
  }

  @Test
  void deadTunnelIsRefused(@TempDir Path directory) throws Exception {
    lab.dataPlane().cutTunnel();
    awaitSimulator("\"path\":\"expressRoute\"", "\"sound\":false");
    assertRefused("tunnel dead beforehand", "HN5010", directory);
  }

  @Test
  void wrongKeyIsRefused(@TempDir Path directory) throws Exception {
    lab.dataPlane().wrongKey("another" + lab.key());
    awaitSimulator("\"path\":\"expressRoute\"", "\"sound\":false");
    assertRefused("wrong shared key", "HN5010", directory);
  }

  @Test
  void prefixThatOnlyTheVpnHasIsRefused(@TempDir Path directory) throws Exception {
    lab.dataPlane().announcePart();
    String site = lab.address("SITE");
    lab.site().announce("circuits/" + Declared.CIRCUIT, site);
    lab.site().announce("localGateways/" + Declared.LOCAL_GATEWAY, site, lab.address("SITE_PART"));
    assertThat(new Ways(lab).now()).as("there and back differ").isEqualTo(Way.NEITHER);
    assertRefused("more specific prefix over the VPN", "HN5012", directory);
  }

  @Test
  void deadTunnelFailsWhereTheUserInsists(@TempDir Path directory) throws Exception {
    lab.dataPlane().cutTunnel();
    awaitSimulator("\"path\":\"expressRoute\"", "\"sound\":false");
    assertFailsAndComesBack(
        "tunnel dead, overridden", directory, Map.of("override", "vpn-connection,coverage"));
  }

  @Test
  void deadTunnelThatAzureBelievesInFails(@TempDir Path directory) throws Exception {
    lab.site().tell("tellsOfTunnel", "false");
    lab.dataPlane().cutTunnel();
    assertFailsAndComesBack("tunnel dead, Azure does not know", directory, Map.of());
  }

  @Test
  void expressRouteThatDoesNotComeBackIsReported(@TempDir Path directory) throws Exception {
    lab.site().tell("comesBack", "false");
    try (Exercise drill = Exercise.begin(lab, directory, Map.of("restoreTimeout", "5s"))) {
      assertThat(drill.end()).as(drill.story()).isOne();
      assertOutcome("ExpressRoute does not come back", "restore-failed", drill);
      assertThat(drill.report().codes()).containsExactly("HN5039");
      assertThat(new PlainLever(lab.site()).isPulled()).as("the definition is as before").isFalse();
      assertThat(new Ways(lab).now()).as("the VPN still carries").isEqualTo(Way.VPN);
      lab.site().tell("comesBack", "true");
      awaitWay(Way.EXPRESS_ROUTE);
    }
  }

  @Test
  void stoppedDrillPutsExpressRouteBack(@TempDir Path directory) throws Exception {
    try (Exercise drill = Exercise.begin(lab, directory, Map.of("hold", "60s"))) {
      drill.awaitWay(Way.VPN);
      drill.terminate();
      assertThat(drill.end()).as(drill.story()).isNotZero();
      assertThat(new PlainLever(lab.site()).isPulled()).as("before the build has ended").isFalse();
      awaitWay(Way.EXPRESS_ROUTE);
      TALLY.verdict("stopped by SIGTERM", "restored", "restored");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"peering", "connection"})
  void killedDrillIsRestored(String lever, @TempDir Path directory) throws Exception {
    try (Exercise drill =
        Exercise.begin(lab, directory, Map.of("disconnect", lever, "hold", "60s"))) {
      drill.awaitWay(Way.VPN);
      drill.kill();
      assertThat(new Ways(lab).now()).as("nobody has put it back").isEqualTo(Way.VPN);
      Daemon restore = lab.maven().start(directory, List.of("restore"), Map.of());
      assertThat(restore.end(120)).as(restore.text()).isZero();
      awaitWay(Way.EXPRESS_ROUTE);
      TALLY.verdict("killed with the lever " + lever, "restored", "restored");
    }
  }
}
