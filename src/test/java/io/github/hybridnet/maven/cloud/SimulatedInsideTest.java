package io.github.hybridnet.maven.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.Confirmation;
import io.github.hybridnet.app.SimulatedDrillSetup;
import io.github.hybridnet.app.drill.DrillEnvironment;
import io.github.hybridnet.app.drill.DrillRequest;
import io.github.hybridnet.app.drill.DrillRequest.InsideRequest;
import io.github.hybridnet.app.drill.DrillRequest.Overrides;
import io.github.hybridnet.app.drill.DrillRequest.ProbeRequest;
import io.github.hybridnet.app.drill.TestFailoverGoal;
import io.github.hybridnet.app.drill.UninterruptibleSection;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillSettings.TimeLimits;
import io.github.hybridnet.drill.api.DrillThresholds;
import io.github.hybridnet.drill.api.DrillTime;
import io.github.hybridnet.drill.lease.MarkerSigner;
import io.github.hybridnet.drill.run.DeadlineTimer;
import io.github.hybridnet.drill.run.DrillComponents;
import io.github.hybridnet.drill.run.RestoreRetryPolicy;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.report.DrillReportFiles;
import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorAccess;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole drill that asks the simulator's network watcher what a machine in the network sees. */
@Timeout(300)
class SimulatedInsideTest {
  @TempDir private Path directory;

  private final RecordedLines out = new RecordedLines();
  private final HybridNetwork network = SampleNetwork.reference();
  private CloudSession open;
  private SimulatorAccess access;

  private void deploy() throws Exception {
    Path home = DeployedNetwork.SAMPLE.into(directory.resolve("simulator"));
    open = SimulatedClouds.open(SimulatorOptions.in(home).withSpeed(1000));
    access = AzureSimulator.running(home).orElseThrow();
  }

  @AfterEach
  void close() {
    open.close();
  }

  private String group() {
    return "/subscriptions/" + open.subscriptionId() + "/resourceGroups/" + network.resourceGroup();
  }

  private void watcher() {
    String id = group() + "/providers/Microsoft.Network/networkWatchers/w?api-version=2025-03-01";
    assertThat(ArmClient.of(access).put(id, "{\"location\":\"westus2\"}").status()).isEqualTo(201);
  }

  private void machine(String address) {
    String vnet = Objects.requireNonNull(network.virtualNetwork()).name();
    String id = group() + "/providers/Microsoft.Compute/virtualMachines/vm";
    String machine = "{\"resourceId\":\"" + id + "\",\"address\":\"" + address + "\"}";
    access
        .admin()
        .send("PUT", "networks/" + vnet + "/machines", "{\"machines\":[" + machine + "]}");
  }

  /** Pauses for a distant Azure are cut short. */
  private static DrillComponents.DrillClocks clocks() {
    DrillTime time =
        new DrillTime(
            InstantSource.system(),
            DrillTime.Ticker.REAL,
            pause -> Thread.sleep(Math.min(200, Math.max(0, pause.toMillis()))));
    return new DrillComponents.DrillClocks(time, DeadlineTimer.REAL);
  }

  private void drill() throws InterruptedException {
    drill(new InsideRequest(network.resourceGroup() + "/vm", "192.168.0.10:443"));
  }

  private void drill(InsideRequest inside) throws InterruptedException {
    TimeLimits timeLimits =
        new TimeLimits(
            Duration.ofSeconds(1),
            Duration.ofMinutes(2),
            Duration.ZERO,
            Duration.ofMinutes(2),
            Duration.ofSeconds(2),
            Duration.ofMinutes(4),
            Duration.ofMinutes(2),
            Duration.ofMillis(200));
    DrillRequest request =
        new DrillRequest(
            "westus2",
            new Confirmation(
                Objects.requireNonNull(network.expressRoute()).gateway().name(), false, false),
            false,
            new Overrides(Optional.of(DisconnectMethod.PEERING), Set.of(), false, true, List.of()),
            timeLimits,
            DrillThresholds.NONE,
            new ProbeRequest(List.of(), Optional.empty(), Optional.empty(), directory, inside));
    DrillEnvironment place =
        new DrillEnvironment(
            directory.resolve("journals"),
            "agent",
            SimulatedInsideTest::clocks,
            RestoreRetryPolicy.STANDARD,
            Duration.ofSeconds(15),
            new UninterruptibleSection(),
            MarkerSigner.NONE);
    DrillReportFiles reports =
        new DrillReportFiles(directory.resolve("reports"), directory.resolve("past"));
    new TestFailoverGoal(open, EngineOptions.standard(), out, reports, place).run(network, request);
  }

  private String said() {
    return String.join(" ", out.lines()).replaceAll("\\b(INFO|WARN) ", "").replaceAll(" +", " ");
  }

  @Test
  void machineReachesTheSiteOverBothPaths() throws Exception {
    deploy();
    watcher();
    machine("10.0.1.4");

    drill();

    String json = Files.readString(directory.resolve("reports/drill.json"));
    for (String when : List.of("over the VPN", "after the restore")) {
      String seen = "From inside the network, " + when + ": 'vm' ";
      assertThat(json)
          .contains(seen + "sends packets for 192.168.0.10 to VirtualNetworkGateway 10.")
          .contains(
              seen
                  + "reaches 192.168.0.10:443 (Reachable, 0 of 100 probes failed, 1 ms on"
                  + " average)");
    }
    assertThat(json).contains("From inside the network, over ExpressRoute: 'vm' ");
    assertThat(said())
        .contains("From inside the network, after the restore: 'vm' reaches 192.168.0.10:443");
  }

  @Test
  void regionWithoutAWatcherIsOneWarningOfADrillThatPasses() throws Exception {
    deploy();
    machine("10.0.1.4");

    drill();

    assertThat(said().split("From inside", -1)).hasSize(2);
    assertThat(said())
        .contains("(NetworkWatcherMissing) There is no network watcher in westus2")
        .contains("Azure is not asked again from inside the network.");
  }

  /** Azure need not say whether an ExpressRoute connection is Connected. */
  @Test
  void connectionWithoutAStatusIsDrilled() throws Exception {
    deploy();
    String connection = Objects.requireNonNull(network.expressRoute()).connections().get(0).name();
    for (String status : List.of("absent", "null")) {
      access.admin().connectionStatus(connection, status);

      drill(new InsideRequest(null, null));

      assertThat(Files.readString(directory.resolve("reports/result.json")))
          .contains("\"outcome\" : \"passed\"");
    }
  }

  /** At the usual speed an outage is over before any probe could see it. */
  @Test
  void drillOnTheSimulatorHasTimeAndATarget() throws Exception {
    deploy();
    String vnet = Objects.requireNonNull(network.virtualNetwork()).name();
    assertThat(open.simulatedDrillSetup("missing-vnet")).isEmpty();
    try (SimulatedDrillSetup pace = open.simulatedDrillSetup(vnet).orElseThrow()) {
      assertThat(pace.text()).startsWith("Simulated time runs 10 times as fast as real time");
      assertThat(access.admin().send("GET", "clock", null)).containsPattern("\"speed\" ?: ?10\\b");
      int port = Integer.parseInt(pace.probe().replaceAll(".*:", ""));
      try (java.net.Socket socket = new java.net.Socket("127.0.0.1", port)) {
        assertThat(socket.isConnected()).isTrue();
      }
    }
    assertThat(access.admin().send("GET", "clock", null)).containsPattern("\"speed\" ?: ?1000\\b");
  }
}
