package io.github.hybridnet.maven.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.Confirmation;
import io.github.hybridnet.app.deploy.PlanGoal;
import io.github.hybridnet.app.destroy.DestroyGoal;
import io.github.hybridnet.app.status.StatusGoal;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network with two circuits in two locations and two devices on the customer's side. */
class SeveralConnectionsTest {
  private static final EngineOptions OPTIONS = EngineOptions.standard();

  @TempDir private Path directory;

  private final RecordedLines out = new RecordedLines();
  private CloudSession cloud;
  private DeploymentGoals goals;

  @BeforeEach
  void open() {
    cloud =
        SimulatedClouds.open(SimulatorOptions.in(directory.resolve("simulator")).withSpeed(3000));
    goals = new DeploymentGoals(cloud, OPTIONS, out, DeploymentGoals.results(directory, out));
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private HybridNetwork network() throws IOException {
    return SeveralConnections.files(directory).network();
  }

  private String plan(HybridNetwork network) throws InterruptedException {
    RecordedLines said = new RecordedLines();
    new PlanGoal(cloud, OPTIONS, said, directory.resolve("out"))
        .run(network, new PlanGoal.Request(DeploymentGoals.NETWORK, false, false));
    return String.join("\n", said.lines());
  }

  private JsonNode json(String file) throws IOException {
    return new ObjectMapper().readTree(directory.resolve("out").resolve(file).toFile());
  }

  @Test
  void isDeployedShownAndRemovedWhole() throws Exception {
    HybridNetwork network = network();
    goals.createCircuit(network);
    assertThat(json("outputs.json").path("circuits")).hasSize(2);
    assertThat(json("outputs.json").at("/circuit/name").asText()).isEqualTo("ra-hybrid-vpn-er-erc");
    goals.deploy(network);
    assertThat(plan(network)).contains("No changes are needed.");
    assertThat(json("plan.json").path("circuits")).hasSize(2);
    new StatusGoal(cloud, out, directory.resolve("out")).run(network, null);
    assertThat(out.lines())
        .anyMatch(line -> line.contains("second-er-cn"))
        .anyMatch(line -> line.contains("second-vpn-cn"))
        .anyMatch(line -> line.contains("second-erc"));
    new DestroyGoal(cloud, OPTIONS, out, goals.results())
        .run(
            network,
            new DestroyGoal.Request(
                new Confirmation(network.resourceGroup(), false, false),
                false,
                Duration.ofHours(1)));
    assertThat(plan(network)).contains("second-erc").doesNotContain("No changes are needed.");
  }

  @Test
  void aSecondTunnelAndCircuitAreAddedToWhatExists() throws Exception {
    HybridNetwork one = ParameterFilesCopy.below(directory).network();
    goals.createCircuit(one);
    goals.deploy(one);
    HybridNetwork two = network();
    assertThat(plan(two))
        .contains("Plan: 4 to create, 0 to update, 0 to replace, 0 to delete, 9 unchanged")
        .contains("+ ExpressRoute circuit second-erc")
        .contains("+ connection second-er-cn", "+ connection second-vpn-cn")
        .contains("+ local network gateway second-lgw");
    goals.createCircuit(two);
    goals.deploy(two);
    assertThat(plan(two)).contains("No changes are needed.");
  }
}
