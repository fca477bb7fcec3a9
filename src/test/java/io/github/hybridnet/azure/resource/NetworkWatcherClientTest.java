package io.github.hybridnet.azure.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.FakeService.Answer;
import io.github.hybridnet.drill.api.InsideViews;
import io.github.hybridnet.drill.api.InsideViews.InsideMachine;
import io.github.hybridnet.drill.api.InsideViews.ReachResult;
import io.github.hybridnet.drill.api.InsideViews.RouteHop;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkWatcherClientTest {
  private static final String LIST = "/subscriptions/s/providers/Microsoft.Network/networkWatchers";
  private static final String WATCHER =
      "/subscriptions/s/resourceGroups/NetworkWatcherRG/providers/Microsoft.Network/networkWatchers"
          + "/NetworkWatcher_westus";
  private static final String CHECK = "POST " + WATCHER + "/connectivityCheck";
  private static final String HOP = "POST " + WATCHER + "/nextHop";
  private static final InsideMachine MACHINE =
      new InsideMachine(
          "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm",
          "West US",
          "10.0.1.4");
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final FakeArm arm = new FakeArm();
  private final InsideViews inside = arm.cloud().inside();

  @BeforeEach
  void watchers() {
    arm.service.on(
        "GET " + LIST,
        200,
        "{\"value\":[{\"id\":\"/other\",\"location\":\"eastus\"},{\"id\":\""
            + WATCHER
            + "\",\"location\":\"westus\"}]}");
  }

  private void answer(String line, String body) {
    arm.service
        .on(line, Answer.of(202, "null").with("Location", FakeArm.ENDPOINT + "/result"))
        .on("GET /result", 200, body);
  }

  @Test
  void machineConnectsToTheSiteByTheWatcherOfItsRegion() throws InterruptedException {
    answer(
        CHECK,
        "{\"connectionStatus\":\"Reachable\",\"avgLatencyInMs\":7,\"probesSent\":100,"
            + "\"probesFailed\":2}");
    assertThat(inside.reach(MACHINE, "192.168.0.10", 443, LIMIT))
        .isEqualTo(new ReachResult(true, "Reachable", 100, 2, OptionalLong.of(7)));
    assertThat(arm.service.lines()).containsExactly("GET " + LIST, CHECK, "GET /result");
    assertThat(arm.service.sent().get(1).body())
        .contains("\"source\":{\"resourceId\":\"" + MACHINE.id() + "\"}")
        .contains("\"address\":\"192.168.0.10\"", "\"port\":443", "\"protocol\":\"Tcp\"");
  }

  @ParameterizedTest
  @CsvSource({"Connected,true", "Unreachable,false", "Disconnected,false", "Degraded,false"})
  void azureHasSeveralWordsForIt(String status, boolean reached) throws InterruptedException {
    answer(CHECK, "{\"connectionStatus\":\"" + status + "\",\"avgLatencyInMs\":null}");
    assertThat(inside.reach(MACHINE, "192.168.0.10", 443, LIMIT))
        .isEqualTo(new ReachResult(reached, status, 0, 0, OptionalLong.empty()));
  }

  @Test
  void nextHopIsAskedFromTheMachinesOwnAddress() throws InterruptedException {
    answer(
        HOP, "{\"nextHopType\":\"VirtualNetworkGateway\",\"nextHopIpAddress\":\"10.0.255.230\"}");
    assertThat(inside.nextHop(MACHINE, "192.168.0.10", LIMIT))
        .isEqualTo(new RouteHop("VirtualNetworkGateway", "10.0.255.230"));
    assertThat(arm.service.sent().get(1).body())
        .contains("\"targetResourceId\":\"" + MACHINE.id() + "\"")
        .contains("\"sourceIPAddress\":\"10.0.1.4\"")
        .contains("\"destinationIPAddress\":\"192.168.0.10\"");
  }

  @Test
  void hopMayHaveNoAddress() throws InterruptedException {
    answer(HOP, "{\"nextHopType\":\"None\"}");
    assertThat(inside.nextHop(MACHINE, "192.168.0.10", LIMIT)).isEqualTo(new RouteHop("None", ""));
  }

  private static String networkInterface(String vm, boolean primary, String addresses) {
    return "{\"id\":\"/nic\",\"location\":\"westus\",\"properties\":{\"primary\":"
        + primary
        + ",\"virtualMachine\":{\"id\":\""
        + vm
        + "\"},\"ipConfigurations\":["
        + addresses
        + "]}}";
  }

  private static String address(String address, boolean primary) {
    return "{\"properties\":{\"primary\":"
        + primary
        + ",\"privateIPAddress\":\""
        + address
        + "\"}}";
  }

  private void interfaces(String... interfaces) {
    arm.service.on(
        "GET /subscriptions/s/providers/Microsoft.Network/networkInterfaces",
        200,
        "{\"value\":[" + String.join(",", interfaces) + "]}");
  }

  @Test
  void machineIsWhereItsPrimaryInterfaceIs() throws InterruptedException {
    String vm = MACHINE.id().toUpperCase(Locale.ROOT);
    interfaces(
        "{\"id\":\"/nic\",\"location\":\"westus\",\"properties\":{}}",
        networkInterface(vm + "2", true, address("10.0.1.9", true)),
        networkInterface(vm, false, address("10.0.2.4", true)),
        networkInterface(vm, true, address("10.0.1.5", false) + "," + address("10.0.1.4", true)));
    assertThat(inside.machine(MACHINE.id()))
        .isEqualTo(new InsideMachine(MACHINE.id(), "westus", "10.0.1.4"));
  }

  @Test
  void machineThatCannotBeSeen() {
    interfaces();
    assertThatThrownBy(() -> inside.machine(MACHINE.id()))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
        .hasMessage(
            "There is no network interface of the machine "
                + MACHINE.id()
                + " that this identity can see.");
  }

  @Test
  void regionWithoutAWatcher() {
    InsideMachine elsewhere = new InsideMachine(MACHINE.id(), "northeurope", "10.0.1.4");
    assertThatThrownBy(() -> inside.nextHop(elsewhere, "192.168.0.10", LIMIT))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
        .hasMessage(
            "There is no network watcher in northeurope that this identity can see. Azure creates"
                + " one when Network Watcher is enabled for the region.");
  }

  @Test
  void answerThatIsNoneIsToldAsSuch() {
    arm.service.on(HOP, 200, "<html>");
    assertThatThrownBy(() -> inside.nextHop(MACHINE, "192.168.0.10", LIMIT))
        .hasMessage(
            "The answer about nextHop of the machine "
                + MACHINE.id()
                + " could not be understood: it is not the JSON that was expected");
  }
}
