package io.github.hybridnet.maven.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.OutputsPublisher;
import io.github.hybridnet.app.circuit.CreateCircuitGoal;
import io.github.hybridnet.app.deploy.DeployNetworkGoal;
import io.github.hybridnet.app.deploy.PlanGoal;
import io.github.hybridnet.app.status.StatusGoal;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.FullNetwork;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans and status of a network in the simulator, read over HTTPS and through the real SDK. */
class SimulatedPlanTest {
  private static final EngineOptions OPTIONS = EngineOptions.standard();
  private static final String PREFIX = "10.0.255.224/27";

  @TempDir private Path directory;

  private final RecordedLines out = new RecordedLines();
  private @Nullable CloudSession cloud;

  private CloudSession cloud() {
    if (cloud == null) {
      cloud =
          SimulatedClouds.open(SimulatorOptions.in(directory.resolve("simulator")).withSpeed(3000));
    }
    return cloud;
  }

  @AfterEach
  void close() {
    cloud().close();
  }

  private HybridNetwork network(String from, String to) throws IOException {
    return ParameterFilesCopy.below(directory).replace(from, to).network();
  }

  private void deployed(HybridNetwork network) throws InterruptedException {
    DeploymentGoals.unheard(cloud(), OPTIONS, directory).createCircuit(network);
    deploy(network, "", false);
  }

  private void deploy(HybridNetwork network, String allowed, boolean outage)
      throws InterruptedException {
    new DeploymentGoals(cloud(), OPTIONS, out, DeploymentGoals.results(directory, out))
        .deploy(network, new DeployNetworkGoal.Request("westus2", false, false, allowed, outage));
  }

  private void plan(HybridNetwork network, boolean failOnChanges) throws InterruptedException {
    new PlanGoal(cloud(), OPTIONS, out, directory.resolve("out"))
        .run(network, new PlanGoal.Request(DeploymentGoals.NETWORK, false, failOnChanges));
  }

  private void status(HybridNetwork network) throws InterruptedException {
    new StatusGoal(cloud(), out, directory.resolve("out")).run(network, null);
  }

  private JsonNode json(String name) throws IOException {
    return JsonMapper.builder().build().readTree(directory.resolve("out").resolve(name).toFile());
  }

  private HybridNetwork standing() throws Exception {
    DeployedNetwork.REFERENCE.into(directory.resolve("simulator"));
    return network(PREFIX, PREFIX);
  }

  @Test
  void aPlanReadsOnlyAndFindsNothingToDo() throws Exception {
    HybridNetwork network = standing();
    cloud();
    RequestJournal journal = RequestJournal.of(directory.resolve("simulator"));
    long before = journal.last();
    plan(network, true);
    assertThat(journal.since(before))
        .isNotEmpty()
        .allSatisfy(
            r ->
                assertThat(r.path("method").asText() + " " + r.path("path").asText())
                    .matches("GET .*|POST .*/oauth2/.*"));
    assertThat(out.lines()).endsWith("INFO No changes are needed.");
    assertThat(json("plan.json").path("changesAnything").asBoolean()).isFalse();
    String first = Files.readString(directory.resolve("out/plan.json"));
    plan(network, true);
    assertThat(directory.resolve("out/plan.json")).hasContent(first);
  }

  /**
   * Everything that can be declared, in the case of letters and the order that nobody answers in.
   */
  @Test
  void everyPropertyIsAsDeclaredOnceItIsWritten() throws Exception {
    HybridNetwork network = FullNetwork.network();
    deployed(network);
    plan(network, true);
    assertThat(out.lines()).endsWith("INFO No changes are needed.");
    status(network);
    assertThat(json("status.json").path("resources").findValuesAsText("drift"))
        .hasSize(13)
        .allMatch("asDeclared"::equals);
    assertThat(Files.readString(directory.resolve("out/status.json")) + out.lines())
        .doesNotContain(SampleNetwork.KEY)
        .doesNotContain("md5-key-1");
  }

  @Test
  void aReplacementIsPlannedRefusedAndWithTheWordCarriedOut() throws Exception {
    standing();
    HybridNetwork wider = network(PREFIX, "10.0.255.192/26");
    assertThatThrownBy(() -> plan(wider, true)).hasMessageStartingWith("HN4021");
    assertThat(json("plan.json").path("allowReplace").toString()).isEqualTo("[\"GatewaySubnet\"]");
    assertThat(out.lines())
        .contains(
            "INFO       properties.subnets[GatewaySubnet].properties.addressPrefix: 10.0.255.224/27"
                + " -> 10.0.255.192/26",
            "INFO The removals must be allowed with -Dhybridnet.allowReplace=GatewaySubnet");
    assertThatThrownBy(() -> deploy(wider, "", true)).hasMessageStartingWith("HN4004");
    assertThatThrownBy(() -> deploy(wider, "gatewaysubnet", false))
        .hasMessageStartingWith("HN4081: This change interrupts all traffic");
    assertThat(json("plan.json").path("allowOutage").asBoolean()).isTrue();
    deploy(wider, "gatewaysubnet", true);
    plan(wider, true);
    assertThat(out.lines()).endsWith("INFO No changes are needed.");
  }

  /** Azure refuses zones there (LocationNotSupportAvailabilityZones). */
  @Test
  void aRegionWithoutZonesGetsAddressesWithoutZones() throws Exception {
    HybridNetwork network = network(PREFIX, PREFIX);
    OutputsPublisher results = DeploymentGoals.results(directory, out);
    new CreateCircuitGoal(cloud(), OPTIONS, out, results)
        .run(
            network,
            new CreateCircuitGoal.Request(
                "ukwest",
                true,
                Duration.ofHours(1),
                new CreateCircuitGoal.PeeringKeys(false, false),
                false));
    DeployNetworkGoal.Request request =
        new DeployNetworkGoal.Request("ukwest", false, false, "", false);
    new DeployNetworkGoal(cloud(), OPTIONS, out, results).run(network, request);
    assertThat(out.lines()).contains("INFO       availability zones: none");
    new PlanGoal(cloud(), OPTIONS, out, directory.resolve("out"))
        .run(network, new PlanGoal.Request(request, false, true));
    assertThat(out.lines()).endsWith("INFO No changes are needed.");
  }

  @Test
  void statusShowsRoutingByItsSource() throws Exception {
    HybridNetwork network = standing();
    status(network);
    assertThat(out.lines())
        .anyMatch(l -> l.matches("INFO ra-hybrid-er-vgw +\\S+ +12076 +Connected +1"))
        .anyMatch(l -> l.matches("INFO ra-hybrid-er-vgw +ExpressRoute +1 +192.168.0.0/16"));
    assertThat(json("status.json").path("gateways").findValuesAsText("name"))
        .containsExactly("ra-hybrid-vpn-vgw", "ra-hybrid-er-vgw");
    assertThat(json("status.json").path("resources").findValuesAsText("drift"))
        .isNotEmpty()
        .allMatch("asDeclared"::equals);
  }

  @Test
  void statusOfNothing() throws Exception {
    status(network(PREFIX, PREFIX));
    assertThat(out.lines())
        .contains(
            "INFO Resource group 'ra-hybrid-vpn-er-rg' contains no resource of this network.",
            "INFO Status as JSON: " + directory.resolve("out/status.json"));
    assertThat(json("status.json").path("resources").findValuesAsText("state"))
        .hasSize(9)
        .allMatch("absent"::equals);
  }
}
