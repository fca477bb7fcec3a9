package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a network watcher finds out from a machine in the reference network. */
class NetworkWatcherTest {
  private static final String VM = Bench.GROUP + "/providers/Microsoft.Compute/virtualMachines/vm";

  private final Bench bench = Bench.today();
  private final HybridSite site = HybridSite.build(bench);

  @BeforeEach
  void watch() {
    assertThat(bench.put("networkWatchers/w", "{'location': 'westus2'}").status()).isEqualTo(201);
    machines("10.0.1.4", VM);
  }

  private Bench.Reply machines(String address, String id) {
    return bench.admin(
        "PUT",
        "networks/v/machines",
        "{'machines': [{'resourceId': '" + id + "', 'address': '" + address + "'}]}");
  }

  private Bench.Reply check(String id, String address) {
    return bench.post(
        "networkWatchers/w/connectivityCheck",
        "{'source': {'resourceId': '"
            + id
            + "'}, 'destination': {'address': '"
            + address
            + "', 'port': 443}}");
  }

  private String status(String address) {
    JsonNode body = bench.outcome(check(VM, address)).body();
    return body.path("connectionStatus").asText() + " " + body.path("probesFailed").asInt();
  }

  private String hop(String address) {
    JsonNode body =
        bench
            .outcome(
                bench.post(
                    "networkWatchers/w/nextHop",
                    "{'targetResourceId': '"
                        + VM
                        + "', 'sourceIPAddress': '10.0.1.4', 'destinationIPAddress': '"
                        + address
                        + "'}"))
            .body();
    return body.path("nextHopType").asText() + " " + body.path("nextHopIpAddress").asText("");
  }

  @Test
  void connectivityFollowsThePath() {
    assertThat(status("192.168.0.10")).isEqualTo("Reachable 0");
    String overExpressRoute = hop("192.168.0.10");
    site.peering("Disabled");
    site.pass(8);
    assertThat(status("192.168.0.10")).isEqualTo("Reachable 0");
    assertThat(hop("192.168.0.10"))
        .startsWith("VirtualNetworkGateway 10.0.255.")
        .isNotEqualTo(overExpressRoute);
    bench.admin("PUT", "connections/tunnel/tunnel", "{'state': 'Down'}");
    assertThat(status("192.168.0.10")).isEqualTo("Unreachable 100");
    site.pass(60);
    assertThat(hop("192.168.0.10")).isEqualTo("None ");
  }

  @Test
  void otherAddressesAreNearOrElsewhere() {
    assertThat(hop("10.0.1.9")).isEqualTo("VnetLocal ");
    assertThat(status("10.0.1.9")).isEqualTo("Reachable 0");
    assertThat(hop("8.8.8.8")).isEqualTo("Internet ");
    assertThat(hop("172.16.0.1")).isEqualTo("None ");
  }

  @Test
  void hopsLeadFromTheMachineToTheAddress() {
    JsonNode hops = bench.outcome(check(VM, "192.168.0.10")).body().path("hops");
    assertThat(hops.size()).isEqualTo(2);
    assertThat(hops.at("/0/address").asText()).isEqualTo("10.0.1.4");
    assertThat(hops.at("/0/nextHopIds/0")).isEqualTo(hops.at("/1/id"));
    assertThat(hops.at("/1/address").asText()).isEqualTo("192.168.0.10");
  }

  @Test
  void machinesAndAddressesMustBeKnown() {
    assertThat(check(VM + "2", "192.168.0.10").code()).isEqualTo("InvalidResourceReference");
    assertThat(check(VM, "").status()).isEqualTo(400);
    assertThat(check(VM, "nowhere").status()).isEqualTo(400);
    assertThat(machines("10.9.0.1", VM).code()).isEqualTo("InvalidRequestContent");
    assertThat(machines("10.0.1.4", "vm").code()).isEqualTo("InvalidRequestContent");
    assertThat(bench.admin("GET", "networks/v/machines", "").body().at("/machines/0/address"))
        .hasToString("\"10.0.1.4\"");
  }

  @Test
  void watchersAreListedAndRemoved() {
    assertThat(bench.subscription("networkWatchers").body().at("/value/0/name").asText())
        .isEqualTo("w");
    bench.remove("networkWatchers/w");
    assertThat(bench.get("networkWatchers/w").status()).isEqualTo(404);
  }
}
