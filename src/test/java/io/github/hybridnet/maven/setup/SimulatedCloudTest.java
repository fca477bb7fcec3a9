package io.github.hybridnet.maven.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.config.Configuration;
import io.github.hybridnet.config.ConfigurationReader;
import io.github.hybridnet.config.ConfigurationRequest;
import io.github.hybridnet.config.Lookup;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.engine.Call;
import io.github.hybridnet.engine.Cloud;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.CloudException.Kind;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.GatewayViews.LearnedRoute;
import io.github.hybridnet.engine.Operation;
import io.github.hybridnet.maven.goal.CreateCircuit;
import io.github.hybridnet.maven.goal.DeployNetwork;
import io.github.hybridnet.maven.goal.OpenCloud;
import io.github.hybridnet.maven.goal.Results;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Bodies;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.DesiredResource.WriteRules;
import io.github.hybridnet.plan.Planner;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceKeys;
import io.github.hybridnet.plan.ResourceType;
import io.github.hybridnet.simulator.SimulatorOptions;
import io.github.hybridnet.validation.Modernise;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine needs of a cloud, of the simulator over HTTPS. */
class SimulatedCloudTest {
  private static final Path REFERENCE = Path.of("src/it/quickstart/src/main/hybridnet");
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @TempDir private Path directory;

  @Test
  void removesANetworkPieceByPiece() throws Exception {
    try (OpenCloud open = deployed()) {
      Cloud cloud = open.cloud();
      ResourceKey group = group(open);
      List<ResourceKey> members = members(cloud, group);
      assertThat(members).hasSize(8);
      ResourceKey vpn = gateway(cloud, members, "Vpn");
      ResourceKey address = only(members, ResourceType.PUBLIC_IP);

      ActualResource connection = cloud.connectionsOf(vpn).get(0);
      assertThat(connection.key().comparableId())
          .isIn(members.stream().map(ResourceKey::comparableId).toList());
      assertThat(connection.body().toString()).contains("sharedKey=***");
      assertRefused(cloud, address, Kind.REFUSED, "PublicIPAddressCannotBeDeleted");

      for (ResourceType type :
          List.of(ResourceType.CONNECTION, ResourceType.VIRTUAL_NETWORK_GATEWAY)) {
        for (ResourceKey key : all(members, type)) {
          assertGoneAfterRemoval(cloud, key);
        }
      }
      ResourceKey network = only(members, ResourceType.VIRTUAL_NETWORK);
      assertGoneAfterRemoval(
          cloud,
          new ResourceKey(
              network.subscriptionId(),
              network.resourceGroup(),
              ResourceType.SUBNET,
              network.name() + "/GatewaySubnet"));
      for (ResourceType type :
          List.of(
              ResourceType.PUBLIC_IP,
              ResourceType.LOCAL_NETWORK_GATEWAY,
              ResourceType.VIRTUAL_NETWORK)) {
        assertGoneAfterRemoval(cloud, only(members, type));
      }
      ResourceKey circuit = only(members, ResourceType.CIRCUIT);
      assertRefused(cloud, circuit, Kind.FAILED, "ConflictError");
      assertThat(cloud.membersOf(group)).containsExactly(circuit.id());
      assertThat(cloud.connectionsOf(vpn)).isEmpty();
    }
  }

  @Test
  void removesAGroupWithWhatIsInIt() throws Exception {
    try (OpenCloud open = open()) {
      Cloud cloud = open.cloud();
      ResourceKey group = group(open);
      ResourceKey network =
          new ResourceKey(
              group.subscriptionId(), group.name(), ResourceType.VIRTUAL_NETWORK, "hub");
      create(cloud, group, Map.of("location", "westus2"));
      create(
          cloud,
          network,
          Map.of(
              "location",
              "westus2",
              "properties",
              Map.of("addressSpace", Map.of("addressPrefixes", List.of("10.0.0.0/16")))));
      assertThat(cloud.membersOf(group)).containsExactly(network.id());

      List<Operation> begun = new ArrayList<>();
      cloud.delete(group, new Call(LIMIT, begun::add));
      cloud.delete(group, new Call(LIMIT, begun::add));

      assertThat(begun).hasSize(1);
      assertThat(cloud.read(group)).isEmpty();
      assertThat(cloud.membersOf(group)).isEmpty();
    }
  }

  private static void create(Cloud cloud, ResourceKey key, Map<String, Object> body)
      throws InterruptedException {
    DesiredResource desired = new DesiredResource(key, body, List.of(), WriteRules.locking(key));
    cloud.apply(new Planner().change(desired, null), body, Call.within(LIMIT));
  }

  @Test
  void aRemovalThatWasNotWaitedForIsTakenUpAgain() throws Exception {
    try (OpenCloud open = deployed()) {
      Cloud cloud = open.cloud();
      List<ResourceKey> members = members(cloud, group(open));
      ResourceKey vpn = gateway(cloud, members, "Vpn");
      for (ActualResource connection : cloud.connectionsOf(vpn)) {
        assertGoneAfterRemoval(cloud, connection.key());
      }
      List<Operation> begun = new ArrayList<>();

      assertThatThrownBy(() -> cloud.delete(vpn, new Call(Duration.ofMillis(1), begun::add)))
          .isInstanceOfSatisfying(
              CloudException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TIMED_OUT));
      cloud.await(vpn, begun.get(0), LIMIT);

      assertThat(cloud.read(vpn)).isEmpty();
      assertThat(begun.get(0).statusAddress()).startsWith("https://");
    }
  }

  @Test
  void changesACircuitsTagsAndAConnectionsKeyAlone() throws Exception {
    try (OpenCloud open = deployed()) {
      Cloud cloud = open.cloud();
      List<ResourceKey> members = members(cloud, group(open));
      ActualResource circuit = read(cloud, only(members, ResourceType.CIRCUIT));
      ResourceKey vpn = gateway(cloud, members, "Vpn");
      ActualResource connection = cloud.connectionsOf(vpn).get(0);
      Secret key = Secret.of("another-Key-of-20-letters", Secret.Source.FILE);

      ActualResource tagged = update(cloud, circuit, Map.of("tags", Map.of("cost", "42")));
      ActualResource keyed =
          update(cloud, connection, Map.of("properties", Map.of("sharedKey", key)));

      assertThat(tagged.body().toString()).contains("cost=42");
      assertThat(tagged.observed().get("peerings")).isEqualTo(circuit.observed().get("peerings"));
      Object standing = ((Map<?, ?>) keyed.body().get("properties")).get("sharedKey");
      assertThat(((Secret) standing).matches(key)).isTrue();
      assertThat(keyed.provisioningState()).isEqualTo("Succeeded");
    }
  }

  @Test
  void itIsSaidWhichSimulatorItIs() {
    Path there = directory.resolve("simulator");
    try (OpenCloud first = open();
        OpenCloud second = open()) {
      assertThat(first.banner())
          .contains(
              "Simulator:    none was running in " + there + "; a new, empty one was started");
      assertThat(second.banner()).contains("Simulator:    running already, in " + there);
    }
    try (OpenCloud third = open()) {
      assertThat(third.banner())
          .contains("Simulator:    started with the state that was saved in " + there);
    }
  }

  @Test
  void gatewaysTellTheirRouting() throws Exception {
    try (OpenCloud open = deployed()) {
      List<ResourceKey> members = members(open.cloud(), group(open));
      ResourceKey expressRoute = gateway(open.cloud(), members, "ExpressRoute");
      assertThat(open.views().learnedRoutes(expressRoute))
          .extracting(LearnedRoute::prefix)
          .contains("10.0.0.0/16");
      assertThat(open.views().bgpPeers(expressRoute)).isNotEmpty();
    }
  }

  private OpenCloud open() {
    return SimulatedClouds.open(
        SimulatorOptions.in(directory.resolve("simulator")).withSpeed(3000));
  }

  private OpenCloud deployed() throws InterruptedException {
    Configuration configuration =
        new ConfigurationReader()
            .read(
                new ConfigurationRequest(
                    REFERENCE, Set.of(), null, Lookup.NOTHING, Lookup.NOTHING));
    HybridNetwork network = new Modernise().apply(configuration.network());
    OpenCloud cloud = open();
    RecordedLines out = new RecordedLines();
    Results results = new Results(directory.resolve("out"), (name, value) -> {}, out);
    new CreateCircuit(cloud, EngineOptions.standard(), out, results)
        .run(network, new CreateCircuit.Request("westus2", true, Duration.ofHours(1)));
    new DeployNetwork(cloud, EngineOptions.standard(), out, results)
        .run(network, new DeployNetwork.Request("westus2", false, false));
    return cloud;
  }

  private static ActualResource update(
      Cloud cloud, ActualResource standing, Map<String, Object> declared)
      throws InterruptedException {
    ResourceKey key = standing.key();
    Change change =
        new Planner()
            .change(
                new DesiredResource(key, declared, List.of(), WriteRules.locking(key)), standing);
    assertThat(change.action()).isEqualTo(Change.Action.UPDATE);
    return cloud.apply(change, Bodies.merge(standing.body(), declared), Call.within(LIMIT));
  }

  private static void assertGoneAfterRemoval(Cloud cloud, ResourceKey key)
      throws InterruptedException {
    List<Operation> begun = new ArrayList<>();
    cloud.delete(key, new Call(LIMIT, begun::add));
    assertThat(cloud.read(key)).as("%s", key).isEmpty();
    assertThat(begun).as("%s", key).hasSize(1);
    cloud.delete(key, new Call(LIMIT, begun::add));
    assertThat(begun).as("%s", key).hasSize(1);
  }

  private static void assertRefused(Cloud cloud, ResourceKey key, Kind kind, String code) {
    assertThatThrownBy(() -> cloud.delete(key, Call.within(LIMIT)))
        .isInstanceOfSatisfying(
            CloudException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(kind);
              assertThat(e.code()).isEqualTo(code);
            });
  }

  private static ResourceKey group(OpenCloud open) {
    String name = "ra-hybrid-vpn-er-rg";
    return new ResourceKey(open.subscriptionId(), name, ResourceType.RESOURCE_GROUP, name);
  }

  private static List<ResourceKey> members(Cloud cloud, ResourceKey group) {
    return cloud.membersOf(group).stream().map(ResourceKeys::parse).toList();
  }

  private static List<ResourceKey> all(List<ResourceKey> keys, ResourceType type) {
    return keys.stream().filter(key -> key.type() == type).toList();
  }

  private static ResourceKey only(List<ResourceKey> keys, ResourceType type) {
    return all(keys, type).get(0);
  }

  private static ResourceKey gateway(Cloud cloud, List<ResourceKey> keys, String type) {
    return all(keys, ResourceType.VIRTUAL_NETWORK_GATEWAY).stream()
        .filter(key -> read(cloud, key).body().toString().contains("gatewayType=" + type))
        .findFirst()
        .orElseThrow();
  }

  private static ActualResource read(Cloud cloud, ResourceKey key) {
    return cloud.read(key).orElseThrow();
  }
}
