package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffectiveRoutesTest {
  private static final String BGP_SITE =
      Sites.localGateway()
          .replace(
              "'gatewayIpAddress'",
              "'bgpSettings': {'asn': 65010, 'bgpPeeringAddress': '192.168.0.1'},"
                  + " 'gatewayIpAddress'");

  private final Bench bench = Bench.today();

  @Test
  void expressRouteIsPreferred() {
    HybridSite site = HybridSite.build(bench);

    assertThat(site.path()).isEqualTo("expressRoute");
    assertThat(site.status("line")).isEqualTo("Connected");
    assertThat(site.status("tunnel")).isEqualTo("Connected");
    assertThat(site.peers("er")).containsExactly("Connected 1", "Connected 1");
    assertThat(site.learned("er")).containsExactly("192.168.0.0/16 32769", "192.168.0.0/16 32769");
    assertThat(site.network().path("client").asText()).isEqualTo("192.168.0.10");
  }

  @Test
  void aDisabledPeeringIsNoticedAndTheTunnelTakesOver() {
    HybridSite site = HybridSite.build(bench);
    Bench.Reply put =
        bench.put(
            HybridSite.PEERING,
            bench.get(HybridSite.PEERING).body().toString().replace("Enabled", "Disabled"));

    site.pass(19);
    assertThat(site.path()).isEqualTo("expressRoute");
    site.pass(1);
    assertThat(site.path()).isEqualTo("expressRoute, lost");
    assertThat(site.status("line")).isEqualTo("Connected");
    site.pass(7);
    assertThat(site.path()).isEqualTo("expressRoute, lost");
    site.pass(1);
    assertThat(site.path()).isEqualTo("vpn");
    assertThat(bench.end(put).path("status").asText()).isEqualTo("Succeeded");
    assertThat(site.status("line")).isEqualTo("NotConnected");
    assertThat(site.peers("er")).containsExactly("Connecting 0", "Connecting 0");
    assertThat(site.learned("er")).isEmpty();

    site.peering("Enabled");
    site.pass(29);
    assertThat(site.path()).isEqualTo("vpn");
    site.pass(1);
    assertThat(site.path()).isEqualTo("expressRoute");
    assertThat(site.status("line")).isEqualTo("Connected");
    assertThat(site.learned("er")).hasSize(2);
  }

  @Test
  void aDeletedPeeringIsALostOne() {
    HybridSite site = HybridSite.build(bench);
    bench.remove(HybridSite.PEERING);
    site.pass(8);

    assertThat(site.path()).isEqualTo("vpn");
    assertThat(site.status("line")).isEqualTo("NotConnected");
  }

  @Test
  void aConnectionThatIsBeingDeletedCarriesNothingAndComesBackWhenItIsCreated() {
    HybridSite site = HybridSite.build(bench);
    Bench.Reply deletion = bench.delete("connections/line");

    assertThat(site.path()).isEqualTo("expressRoute, lost");
    site.pass(10);
    assertThat(site.path()).isEqualTo("vpn");
    assertThat(bench.end(deletion).path("status").asText()).isEqualTo("Succeeded");
    assertThat(site.path()).isEqualTo("vpn");

    Bench.Reply creation = bench.put("connections/line", Sites.toCircuit());
    site.pass(179);
    assertThat(site.path()).isEqualTo("vpn");
    site.pass(1);
    assertThat(site.path()).isEqualTo("expressRoute");
    assertThat(bench.end(creation).path("status").asText()).isEqualTo("Succeeded");
  }

  @Test
  void aCircuitThatItsProviderTakesAwayIsNoticed() {
    HybridSite site = HybridSite.build(bench);
    bench.admin("POST", "circuits/c/provider", "{'state': 'Deprovisioning'}");
    site.pass(10);
    assertThat(site.path()).isEqualTo("vpn");
    bench.admin("POST", "circuits/c/provider", "{'state': 'Provisioned'}");
    site.pass(30);
    assertThat(site.path()).isEqualTo("expressRoute");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSilentCutIsNoticedByBfdOrWhenTheHoldTimeIsOver(boolean bfd) {
    HybridSite site = HybridSite.build(bench);
    bench.admin(
        "PUT", "circuits/c/links", "{'primary': 'Down', 'secondary': 'Down', 'bfd': " + bfd + "}");
    int seconds = bfd ? 1 : 180;

    bench.pass(Duration.ofSeconds(seconds).minusMillis(1));
    assertThat(site.path()).isEqualTo("expressRoute, lost");
    bench.pass(Duration.ofMillis(1));
    assertThat(site.path()).isEqualTo("vpn");
    assertThat(site.status("line")).as("the gateway still sees the edge").isEqualTo("Connected");
    assertThat(site.peers("er")).containsExactly("Connected 0", "Connected 0");

    bench.admin("PUT", "circuits/c/links", "{'primary': 'up', 'secondary': 'up'}");
    site.pass(30);
    assertThat(site.path()).isEqualTo("expressRoute");
  }

  @Test
  void oneOfTwoLinksIsEnough() {
    HybridSite site = HybridSite.build(bench);
    bench.admin("PUT", "circuits/c/links", "{'secondary': 'Down'}");
    site.pass(1);

    assertThat(site.path()).isEqualTo("expressRoute");
    assertThat(site.peers("er")).containsExactly("Connected 1", "Connected 0");
    assertThat(table("arpTables/secondary").at("/0/macAddress").asText()).isEqualTo("Incomplete");
    assertThat(table("routeTablesSummary/secondary").at("/0/statePfxRcd").asText())
        .isEqualTo("Active");
    assertThat(table("routeTablesSummary/primary").at("/0/statePfxRcd").asText()).isEqualTo("1");
    assertThat(table("routeTables/secondary")).hasSize(1);
    assertThat(table("routeTables/primary")).hasSize(2);
  }

  private JsonNode table(String path) {
    return bench.outcome(bench.post(HybridSite.PEERING + "/" + path, "")).body().path("value");
  }

  @Test
  void aCutThatEndsBeforeItIsNoticedChangesNoRoute() {
    HybridSite site = HybridSite.build(bench);
    bench.admin("PUT", "circuits/c/links", "{'primary':'Down','secondary':'Down','bfd':false}");
    site.pass(100);
    assertThat(site.path()).isEqualTo("expressRoute, lost");
    bench.admin("PUT", "circuits/c/links", "{'primary': 'Up', 'secondary': 'Up'}");
    assertThat(site.path()).isEqualTo("expressRoute");
    site.pass(100);
    assertThat(site.path()).isEqualTo("expressRoute");
  }

  @Test
  void withoutATunnelNothingTakesOver() {
    HybridSite site = HybridSite.build(bench);
    bench.admin("PUT", "connections/tunnel/tunnel", "{'state': 'down'}");
    assertThat(site.status("tunnel")).isEqualTo("Connected");
    site.pass(45);
    assertThat(site.status("tunnel")).isEqualTo("NotConnected");
    assertThat(site.path()).isEqualTo("expressRoute");

    site.peering("Disabled");
    site.pass(8);
    assertThat(site.path()).isEqualTo("none, lost");

    bench.admin("PUT", "connections/tunnel/tunnel", "{'state': 'Up'}");
    assertThat(site.status("tunnel")).isEqualTo("Connecting");
    site.pass(15);
    assertThat(site.path()).isEqualTo("vpn");
    bench.admin("PUT", "localGateways/l/device", "{'state': 'Down'}");
    assertThat(site.path()).isEqualTo("vpn, lost");
    site.pass(45);
    assertThat(site.path()).isEqualTo("none, lost");
    bench.admin("PUT", "localGateways/l/device", "{'state': 'Up'}");
    site.pass(15);
    assertThat(site.path()).isEqualTo("vpn");
  }

  @Test
  void aMoreSpecificPrefixOfTheTunnelWinsAlways() {
    HybridSite site =
        HybridSite.build(
            bench, Sites.localGateway().replace("192.168.0.0/16", "192.168.0.0/17"), false);
    bench.admin("PUT", "circuits/c/announcements", "{'prefixes': ['192.168.0.0/16']}");

    assertThat(site.path()).isEqualTo("vpn");
    assertThat(site.learned("er")).contains("192.168.0.0/16 32769");
    bench.admin("PUT", "networks/v/traffic", "{'client': '192.168.200.1'}");
    assertThat(site.path()).isEqualTo("expressRoute");
  }

  @Test
  void aPrefixThatTheTunnelDoesNotCoverIsLostWithTheCircuit() {
    HybridSite site = HybridSite.build(bench);
    bench.admin("PUT", "circuits/c/announcements", "{'prefixes': ['172.16.0.0/16']}");
    assertThat(site.path()).isEqualTo("expressRoute");
    site.peering("Disabled");
    site.pass(8);
    assertThat(site.path()).isEqualTo("none, lost");
    bench.admin("DELETE", "circuits/c/announcements", "");
    assertThat(site.path()).isEqualTo("vpn");
  }

  @Test
  void aCircuitOverWhichNothingIsAnnouncedCarriesNothing() {
    HybridSite site = HybridSite.build(bench);
    bench.admin("PUT", "circuits/c/announcements", "{'prefixes': []}");
    assertThat(site.path()).isEqualTo("vpn");
    assertThat(site.peers("er")).containsExactly("Connected 0", "Connected 0");
    assertThat(bench.admin("PUT", "circuits/c/announcements", "{'prefixes':['x']}").code())
        .isEqualTo("InvalidAddressPrefixFormat");
  }

  @Test
  void aTunnelWithBgpCarriesWhatItLearned() {
    HybridSite site = HybridSite.build(bench, BGP_SITE, true);
    assertThat(site.learned("vpn")).containsExactly("192.168.0.0/16 32768");
    bench.admin("PUT", "localGateways/l/announcements", "{'prefixes': ['10.99.0.0/16']}");
    assertThat(site.learned("vpn")).containsExactly("10.99.0.0/16 32768");
    bench.play("vpn-route-weight=other");
    assertThat(site.learned("vpn")).containsExactly("10.99.0.0/16 100");
    bench.play("");
    bench.admin("PUT", "connections/tunnel/tunnel", "{'state': 'Down'}");
    site.pass(45);
    assertThat(site.peers("vpn")).containsExactly("Connecting 0");
    bench.admin("PUT", "connections/tunnel/tunnel", "{'state': 'Up'}");
    site.pass(15);
    assertThat(site.status("tunnel")).isEqualTo("Connected");
    JsonNode routes = site.network().path("routes");
    assertThat(routes.at("/0/path").asText()).isEqualTo("vpn");
    assertThat(routes.at("/0/installed").asBoolean()).as("before BGP is up").isFalse();
    site.pass(10);
    assertThat(site.peers("vpn")).containsExactly("Connected 1");
  }

  @Test
  void aStatusThatWasSetLiesAboutThePath() {
    HybridSite site = HybridSite.build(bench);
    bench.admin("PUT", "connections/line/status", "{'status': 'NotConnected'}");
    assertThat(site.status("line")).isEqualTo("NotConnected");
    assertThat(site.path()).isEqualTo("expressRoute");
  }

  @Test
  void everyConvergenceCanLastAnotherTime() {
    Bench slow =
        Bench.lasting(Map.of("convergence.expressRoute.peering.down", Duration.ofSeconds(60)));
    HybridSite site = HybridSite.build(slow);
    site.peering("Disabled");
    site.pass(59);
    assertThat(site.path()).isEqualTo("expressRoute, lost");
    site.pass(1);
    assertThat(site.path()).isEqualTo("vpn");
  }

  @Test
  void onlyTheConnectionThatCarriesCountsAndItShowsSoLater() {
    HybridSite site = HybridSite.build(bench);
    bench.admin(
        "PUT", "networks/v/traffic", "{'ingressBytesPerSecond':100,'egressBytesPerSecond':300}");
    site.pass(600);
    long before = site.bytes("line", "ingress");
    long tunnelBefore = site.bytes("tunnel", "ingress");
    site.pass(299);
    site.pass(301);
    long after = site.bytes("line", "ingress");
    assertThat(after - before).isGreaterThanOrEqualTo(100 * 300);
    assertThat(site.bytes("tunnel", "ingress")).isEqualTo(tunnelBefore);
    assertThat((after / 100) * 100).isEqualTo(after);
    JsonNode circuit = bench.get("expressRouteCircuits/c/stats").body();
    assertThat(circuit.path("primaryBytesIn").asLong())
        .isEqualTo(circuit.path("secondaryBytesIn").asLong())
        .isEqualTo(after / 2);
    assertThat(bench.get(HybridSite.PEERING + "/stats").body()).isEqualTo(circuit);

    site.peering("Disabled");
    site.pass(600);
    long end = site.bytes("line", "egress");
    long tunnel = site.bytes("tunnel", "egress");
    site.pass(600);
    assertThat(site.bytes("line", "egress")).isEqualTo(end);
    assertThat(site.bytes("tunnel", "egress")).isEqualTo(tunnel + 600 * 300);
  }

  @Test
  void countersStandStillBetweenTheirReadings() {
    HybridSite site = HybridSite.build(bench);
    site.pass(600);
    long shown = site.bytes("line", "ingress");
    List<Long> seen = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      site.pass(30);
      seen.add(site.bytes("line", "ingress"));
    }
    assertThat(shown).isPositive();
    assertThat(seen.stream().distinct()).hasSizeBetween(2, 3);
    assertThat(seen).isSorted();
  }

  @Test
  void securityAssociationsExistWhileTheTunnelDoes() {
    HybridSite site = HybridSite.build(bench);
    String ask = "connections/tunnel/getikesas";
    Bench.Reply question = bench.post(ask, "");
    assertThat(question.status()).isEqualTo(202);
    String up = bench.outcome(question).body().asText();
    assertThat(up).contains("\"Status\":\"Successful\"", "\"remoteEndpoint\":\"40.50.60.70\"");
    assertThat(up).doesNotContain("abc123");
    bench.admin("PUT", "connections/tunnel/tunnel", "{'state': 'Down'}");
    site.pass(45);
    assertThat(bench.outcome(bench.post(ask, "")).body().asText())
        .isEqualTo("{\"Status\":\"Successful\",\"Data\":null}");
  }

  @Test
  void whatCannotBeUnderstoodIsRefused() {
    HybridSite.build(bench);
    assertThat(bench.admin("PUT", "circuits/c/links", "{}").status()).isEqualTo(400);
    assertThat(bench.admin("PUT", "circuits/c/links", "{'primary':'x'}").status()).isEqualTo(400);
    assertThat(bench.admin("PUT", "connections/line/tunnel", "{'state':'Down'}").status())
        .isEqualTo(400);
    assertThat(bench.admin("PUT", "networks/v/traffic", "{'client':'x'}").status()).isEqualTo(400);
    assertThat(bench.admin("PUT", "networks/v/traffic", "{'ingressBytesPerSecond':-1}").status())
        .isEqualTo(400);
  }
}
