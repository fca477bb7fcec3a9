package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ManagementLock;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.AzureSession;
import io.github.hybridnet.azure.http.TrafficListener;
import io.github.hybridnet.azure.settings.CloudSettings;
import io.github.hybridnet.azure.settings.CloudTarget;
import io.github.hybridnet.azure.settings.SignInMethod;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.drill.api.DrillCloud;
import io.github.hybridnet.drill.api.InsideViews;
import io.github.hybridnet.drill.api.InsideViews.InsideMachine;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorAccess;
import io.github.hybridnet.simulator.SimulatorFixture;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a drill asks of a cloud, by the plugin's own session, from the simulator. */
@Timeout(120)
class DrillSessionTest {
  private static final String VERSION = "?api-version=2025-03-01";
  private static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000001";
  private static final ResourceKey GROUP = key(ResourceType.RESOURCE_GROUP, "rg");
  private static final ResourceKey GATEWAY = key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "er");
  private static final CallOptions CALL = CallOptions.within(Duration.ofMinutes(5));

  @TempDir Path directory;

  private AzureSimulator simulator;
  private ArmClient client;
  private AzureSession session;
  private DrillCloud drills;

  private static ResourceKey key(ResourceType type, String name) {
    return new ResourceKey(SUBSCRIPTION, "rg", type, name);
  }

  @BeforeEach
  void start() {
    simulator = AzureSimulator.start(SimulatorOptions.in(SimulatorFixture.prepared(directory)));
    client = ArmClient.of(simulator.access());
    client.put(Bench.GROUP + VERSION, "{\"location\":\"westus2\",\"tags\":{\"own\":\"1\"}}");
    session = open(simulator.access());
    drills = session.drills();
  }

  @AfterEach
  void stop() {
    session.close();
    simulator.close();
  }

  private static AzureSession open(SimulatorAccess access) {
    SourcedValue subscription = new SourcedValue(access.credentials().subscriptionId(), "test");
    CloudSettings where =
        new CloudSettings(
            new CloudTarget.Endpoint(access.endpoint()),
            "test",
            access.caCertificate(),
            subscription,
            new SourcedValue(access.credentials().tenantId(), "test"));
    SignInMethod who =
        new SignInMethod.ServicePrincipal(
            access.credentials().clientId(),
            Secret.of(access.credentials().clientSecret(), Secret.Source.FILE),
            access.credentials().tenantId(),
            "test");
    return AzureSession.open(
        where, who, null, AzureSession.SessionTime.real(), TrafficListener.NONE);
  }

  private void put(String resource, String body, int minutes) {
    String path = Bench.GROUP + "/providers/Microsoft.Network/" + resource + VERSION;
    assertThat(client.put(path, Bench.json(body).toString()).status()).isBetween(200, 201);
    simulator.admin().advance(Duration.ofMinutes(minutes));
  }

  private void build() {
    put("expressRouteCircuits/c", Sites.circuit(), 10);
    put("virtualNetworks/v", Sites.network("10.0.255.224/27"), 1);
    put("virtualNetworkGateways/er", Sites.expressRoute("ErGw1AZ"), 20);
    put("connections/line", Sites.toCircuit(), 5);
  }

  @Test
  void tagsOfOthersStay() {
    drills.mergeTags(GROUP, Map.of("hybridnet-drill", "it runs"));
    assertThat(drills.tags(GROUP)).isEqualTo(Map.of("own", "1", "hybridnet-drill", "it runs"));
    drills.deleteTags(GROUP, Map.of("hybridnet-drill", "another"));
    assertThat(drills.tags(GROUP)).containsKey("hybridnet-drill");
    drills.deleteTags(GROUP, Map.of("hybridnet-drill", "it runs"));
    assertThat(drills.tags(GROUP)).isEqualTo(Map.of("own", "1"));
  }

  @Test
  void tagsOfAGroupThatIsNotThere() {
    ResourceKey absent =
        new ResourceKey(SUBSCRIPTION, "absent", ResourceType.RESOURCE_GROUP, "absent");
    assertThatThrownBy(() -> drills.tags(absent))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.code()).isEqualTo("ResourceGroupNotFound"));
  }

  private static final String CIRCUIT_WRITE = "Microsoft.Network/expressRouteCircuits/write";
  private static final ResourceKey CIRCUIT = key(ResourceType.CIRCUIT, "c");

  private void lock(String scope, String name, String level) {
    String path = scope + "/providers/Microsoft.Authorization/locks/" + name + VERSION;
    String body = "{\"properties\":{\"level\":\"" + level + "\"}}";
    assertThat(client.put(path, body).status()).isEqualTo(201);
  }

  @Test
  void locksThatHoldAreFoundAndOthersAreNot() {
    put("expressRouteCircuits/c", Sites.circuit(), 10);
    put("expressRouteCircuits/c2", Sites.circuit(), 10);
    put("publicIPAddresses/p", Sites.address(), 1);
    String network = Bench.GROUP + "/providers/Microsoft.Network/";
    lock(network + "expressRouteCircuits/c2", "sibling", "CanNotDelete");
    lock(network + "publicIPAddresses/p", "other", "CanNotDelete");
    assertThat(drills.locks(CIRCUIT)).isEmpty();
    lock(CIRCUIT.id(), "own", "CanNotDelete");
    lock(Bench.GROUP, "group", "ReadOnly");
    assertThat(drills.locks(CIRCUIT))
        .containsExactlyInAnyOrder(
            new ManagementLock("own", "CanNotDelete", CIRCUIT.id()),
            new ManagementLock("group", "ReadOnly", Bench.GROUP));
    assertThatThrownBy(() -> drills.mergeTags(GROUP, Map.of("a", "b")))
        .isInstanceOfSatisfying(
            CloudException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(CloudException.Kind.REFUSED);
              assertThat(e.code()).isEqualTo("ScopeLocked");
            });
  }

  @Test
  void whatMayNotBeDoneIsKnownBefore() {
    put("expressRouteCircuits/c", Sites.circuit(), 10);
    List<String> asked = List.of(CIRCUIT_WRITE, "Microsoft.Resources/tags/write");
    assertThat(drills.lacking(CIRCUIT, asked)).isEmpty();
    simulator
        .admin()
        .send(
            "PUT",
            "permissions",
            Bench.json(
                    "{'value': [{'actions': ['*/read', 'Microsoft.Resources/tags/*']},"
                        + "{'scope': '"
                        + CIRCUIT.id()
                        + "2', 'actions': ['*']}]}")
                .toString());
    assertThat(drills.lacking(CIRCUIT, asked)).containsExactly(CIRCUIT_WRITE);
    assertThatThrownBy(() -> session.cloud().delete(CIRCUIT, CALL))
        .isInstanceOfSatisfying(
            CloudException.class,
            e -> assertThat(e.kind()).isEqualTo(CloudException.Kind.UNAUTHORIZED))
        .hasMessageContaining("with object id '")
        .hasMessageContaining("'Microsoft.Network/expressRouteCircuits/delete'");
  }

  @Test
  void siteTestIsStartedSeenAndStopped() throws InterruptedException {
    build();
    assertThat(drills.isSiteTestRunning(GATEWAY, "Silicon Valley")).isFalse();
    drills.startSiteTest(GATEWAY, "Silicon Valley", CALL);
    assertThat(drills.isSiteTestRunning(GATEWAY, "silicon valley")).isTrue();
    assertThat(drills.isSiteTestRunning(GATEWAY, "Elsewhere")).isFalse();
    drills.startSiteTest(GATEWAY, "Silicon Valley", CALL);
    drills.stopSiteTest(GATEWAY, "Silicon Valley", true, CALL);
    assertThat(drills.isSiteTestRunning(GATEWAY, "Silicon Valley")).isFalse();
    drills.stopSiteTest(GATEWAY, "Silicon Valley", true, CALL);
    assertThatThrownBy(() -> drills.startSiteTest(GATEWAY, "Elsewhere", CALL))
        .hasMessageContaining("has no connection to a circuit at the peering location 'Elsewhere'");
  }

  @Test
  void networkWatcherSeesTheWayFromInside() throws InterruptedException {
    build();
    put("networkWatchers/w", "{'location': 'westus2'}", 0);
    String vm = Bench.GROUP + "/providers/Microsoft.Compute/virtualMachines/vm";
    simulator
        .admin()
        .send(
            "PUT",
            "networks/v/machines",
            "{\"machines\":[{\"resourceId\":\"" + vm + "\",\"address\":\"10.0.1.4\"}]}");
    simulator
        .admin()
        .send("PUT", "circuits/c/announcements", "{\"prefixes\":[\"192.168.0.0/16\"]}");
    InsideViews inside = session.inside();
    InsideMachine insideMachine = inside.machine(vm);
    assertThat(insideMachine).isEqualTo(new InsideMachine(vm, "westus2", "10.0.1.4"));
    assertThatThrownBy(() -> inside.machine(vm + "2"))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.code()).isEqualTo("MachineMissing"));
    Duration limit = Duration.ofMinutes(2);
    assertThat(inside.reach(insideMachine, "192.168.0.10", 443, limit).reached()).isTrue();
    assertThat(inside.nextHop(insideMachine, "192.168.0.10", limit).type())
        .isEqualTo("VirtualNetworkGateway");
    drills.startSiteTest(GATEWAY, "Silicon Valley", CALL);
    simulator.admin().advance(Duration.ofMinutes(1));
    assertThat(inside.reach(insideMachine, "192.168.0.10", 443, limit).reached()).isFalse();
    assertThat(inside.nextHop(insideMachine, "192.168.0.10", limit).type()).isEqualTo("None");
  }

  @Test
  void siteTestIsStoppedAlthoughTokensExpireAndAnswersAreLost() throws InterruptedException {
    build();
    drills.startSiteTest(GATEWAY, "Silicon Valley", CALL);
    simulator
        .admin()
        .addFaults(
            Bench.json(
                    "{'rules': [{'id': 'old', 'effect': {'expireTokens': {}}},"
                        + "{'id': 'lost', 'match': {'operation': 'POST'}, 'phase': 'after',"
                        + " 'calls': {'times': 1}, 'effect': {'reset': {}}}]}")
                .toString());
    drills.stopSiteTest(GATEWAY, "Silicon Valley", true, CALL);
    assertThat(drills.isSiteTestRunning(GATEWAY, "Silicon Valley")).isFalse();
    assertThat(client.admin().get("/_simulator/faults").json().path("rules"))
        .allSatisfy(rule -> assertThat(rule.path("fired").asInt()).isEqualTo(1));
  }

  @Test
  void questionThatFailsLeavesItsResourceAsItIs() {
    build();
    simulator
        .admin()
        .addFaults(
            Bench.json("{'id': 'no', 'calls': {'times': 1}, 'effect': {'failOperation': {}}}")
                .toString());
    ArmClient.Answer asked = client.post(GATEWAY.id() + "/getLearnedRoutes" + VERSION, "");
    assertThat(asked.status()).isEqualTo(202);
    simulator.admin().advance(Duration.ofMinutes(1));
    assertThat(client.admin().get("/_simulator/faults").json().at("/rules/0/fired").asInt())
        .isEqualTo(1);
    assertThat(client.get(GATEWAY.id() + VERSION).json().at("/properties/provisioningState"))
        .hasToString("\"Succeeded\"");
  }

  @Test
  void rejectedTokensArePutRight() {
    simulator
        .admin()
        .addFaults(
            Bench.json(
                    "{'id': 'no', 'calls': {'every': 2}, 'phase': 'before',"
                        + " 'effect': {'rejectToken': {}}}")
                .toString());
    for (int i = 0; i < 5; i++) {
      drills.mergeTags(GROUP, Map.of("n", String.valueOf(i)));
    }
    assertThat(drills.tags(GROUP)).containsEntry("n", "4");
  }
}
