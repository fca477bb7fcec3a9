package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SiteFailoverTest {
  private static final String GATEWAY = "virtualNetworkGateways/er/";
  private static final String START =
      GATEWAY + "startSiteFailoverTest?peeringLocation=Silicon%20Valley";
  private static final String STOP =
      "{'peeringLocation': 'Silicon Valley', 'wasSimulationSuccessful': true, 'details':"
          + " [{'failoverConnectionName': 'tunnel', 'failoverLocation': '', 'isVerified': true}]}";

  private final Bench bench = Bench.today();
  private HybridSite site;

  @BeforeEach
  void build() {
    site = HybridSite.build(bench);
  }

  private JsonNode ask(String question) {
    Bench.Reply asked = bench.post(GATEWAY + question, "");
    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.header("Azure-AsyncOperation")).isEmpty();
    return bench.outcome(asked).body();
  }

  private JsonNode tests() {
    return ask("getFailoverAllTestsDetails?type=SingleSiteFailover&fetchLatest=true");
  }

  private String start() {
    Bench.Reply started = bench.post(START.replace("%20", " "), "");
    assertThat(started.status()).isEqualTo(202);
    assertThat(bench.end(started).path("status").asText()).isEqualTo("Succeeded");
    return bench.outcome(started).body().asText();
  }

  @Test
  void aTestDisconnectsTheGatewayFromItsCircuitsAtTheLocation() {
    String guid = start();
    assertThat(site.path()).isEqualTo("expressRoute, lost");
    site.pass(10);
    assertThat(site.path()).isEqualTo("vpn");
    assertThat(site.status("line")).isEqualTo("NotConnected");
    JsonNode running = tests().path(0);
    assertThat(running.path("testGuid").asText()).isEqualTo(guid);
    assertThat(running.path("status").asText()).isEqualTo("Running");
    assertThat(running.path("testType").asText()).isEqualTo("SingleSiteFailover");
    assertThat(running.at("/connections/0/status").asText()).isEqualTo("Disconnected");
    assertThat(running.at("/circuits/0/connectionName").asText()).isEqualTo("line");

    Bench.Reply stopped = bench.post(GATEWAY + "stopSiteFailoverTest", STOP);
    assertThat(site.path()).isEqualTo("vpn");
    assertThat(bench.end(stopped).path("status").asText()).isEqualTo("Succeeded");
    site.pass(30);
    assertThat(site.path()).isEqualTo("expressRoute");
    JsonNode details =
        ask("getFailoverSingleTestDetails?peeringLocation=siliconvalley&failoverTestId=" + guid)
            .path(0);
    assertThat(details.path("status").asText()).isEqualTo("Completed");
    assertThat(details.path("wasSimulationSuccessful").asBoolean()).isTrue();
    assertThat(details.path("endTimeUtc").asText()).isNotEmpty();
    assertThat(details.path("redundantRoutes")).isEmpty();
    assertThat(details.path("nonRedundantRoutes").toString()).isEqualTo("[\"192.168.0.0/16\"]");
    assertThat(details.at("/failoverConnectionDetails/0/isVerified").asBoolean()).isTrue();
  }

  @Test
  void oneTestAtATimeAndOnlyWhereThereIsACircuit() {
    assertThat(bench.post(GATEWAY + "startSiteFailoverTest?peeringLocation=Mars", "").status())
        .isEqualTo(400);
    assertThat(bench.post(START.replace("/er/", "/vpn/").replace("%20", " "), "").code())
        .isEqualTo("ExpressRouteGatewayRequired");
    assertThat(bench.post(GATEWAY + "stopSiteFailoverTest", STOP).code())
        .isEqualTo("FailoverTestNotRunning");
    start();
    assertThat(bench.post(START.replace("%20", " "), "").code())
        .isEqualTo("FailoverTestAlreadyRunning");
  }

  @Test
  void onlyTheLatestTestsAreShownIfAskedSo() {
    for (int i = 0; i < 2; i++) {
      start();
      bench.end(bench.post(GATEWAY + "stopSiteFailoverTest", STOP));
    }
    assertThat(tests()).hasSize(1);
    assertThat(ask("getFailoverAllTestsDetails?type=All&fetchLatest=false")).hasSize(2);
    assertThat(ask("getFailoverAllTestsDetails?type=MultiSiteFailover&fetchLatest=false"))
        .isEmpty();
  }

  @Test
  void routesAndScoreFollowFromWhatIsConnected() {
    JsonNode routes = ask("getRoutesInformation");
    assertThat(routes.at("/routeSets/0/locations/0").asText()).isEqualTo("Silicon Valley");
    JsonNode source = routes.at("/routeSets/0/details").path("192.168.0.0/16").path(0);
    assertThat(source.path("pri").asText()).isEqualTo("True");
    assertThat(routes.path("circuitsMetadataMap")).hasSize(1);
    JsonNode score = ask("getResiliencyInformation?attemptRefresh=true");
    assertThat(score.path("overallScore").asText()).isEqualTo("20");
    assertThat(score.path("components")).hasSize(3);
    start();
    bench.end(bench.post(GATEWAY + "stopSiteFailoverTest", STOP));
    assertThat(ask("getResiliencyInformation").path("overallScore").asText()).isEqualTo("40");
  }
}
