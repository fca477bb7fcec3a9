package io.github.hybridnet.maven.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.ResourceIdParser;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import io.github.hybridnet.engine.GatewayRoutingClient.LearnedRoute;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeclaredResource.WriteRules;
import io.github.hybridnet.plan.diff.Planner;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine needs of a cloud, of the simulator over HTTPS. */
class SimulatorCloudOpenerTest {
  private static final Path REFERENCE = Path.of("src/it/quickstart/src/main/hybridnet");
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @TempDir private Path directory;

  @Test
  void removesANetworkPieceByPiece() throws Exception {
    try (CloudSession open = deployed()) {
      CloudClient cloudClient = open.cloud();
      ResourceKey group = group(open);
      List<ResourceKey> members = members(cloudClient, group);
      assertThat(members).hasSize(8);
      ResourceKey vpn = gateway(cloudClient, members, "Vpn");
      ResourceKey address = only(members, ResourceType.PUBLIC_IP);

      ActualResource connection = cloudClient.connectionsOf(vpn).get(0);
      assertThat(connection.key().comparableId())
          .isIn(members.stream().map(ResourceKey::comparableId).toList());
      assertThat(connection.body().toString()).contains("sharedKey=***");
      assertRefused(cloudClient, address, Kind.REFUSED, "PublicIPAddressCannotBeDeleted");

      for (ResourceType type :
          List.of(ResourceType.CONNECTION, ResourceType.VIRTUAL_NETWORK_GATEWAY)) {
        for (ResourceKey key : all(members, type)) {
          assertGoneAfterRemoval(cloudClient, key);
        }
      }
      ResourceKey network = only(members, ResourceType.VIRTUAL_NETWORK);
      assertGoneAfterRemoval(
          cloudClient,
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
        assertGoneAfterRemoval(cloudClient, only(members, type));
      }
      ResourceKey circuit = only(members, ResourceType.CIRCUIT);
      assertRefused(cloudClient, circuit, Kind.FAILED, "ConflictError");
      assertThat(cloudClient.membersOf(group)).containsExactly(circuit.id());
      assertThat(cloudClient.connectionsOf(vpn)).isEmpty();
    }
  }

  @Test
  void removesAGroupWithWhatIsInIt() throws Exception {
    try (CloudSession open = open()) {
      CloudClient cloudClient = open.cloud();
      ResourceKey group = group(open);
      ResourceKey network =
          new ResourceKey(
              group.subscriptionId(), group.name(), ResourceType.VIRTUAL_NETWORK, "hub");
      create(cloudClient, group, Map.of("location", "westus2"));
      create(
          cloudClient,
          network,
          Map.of(
              "location",
              "westus2",
              "properties",
              Map.of("addressSpace", Map.of("addressPrefixes", List.of("10.0.0.0/16")))));
      assertThat(cloudClient.membersOf(group)).containsExactly(network.id());

      List<AsyncOperation> begun = new ArrayList<>();
      cloudClient.delete(group, new CallOptions(LIMIT, begun::add));
      cloudClient.delete(group, new CallOptions(LIMIT, begun::add));

      assertThat(begun).hasSize(1);
      assertThat(cloudClient.read(group)).isEmpty();
      assertThat(cloudClient.membersOf(group)).isEmpty();
    }
  }

  private static void create(CloudClient cloudClient, ResourceKey key, Map<String, Object> body)
      throws InterruptedException {
    DeclaredResource desired = new DeclaredResource(key, body, List.of(), WriteRules.locking(key));
    cloudClient.apply(new Planner().change(desired, null), body, CallOptions.within(LIMIT));
  }

  @Test
  void aRemovalThatWasNotWaitedForIsTakenUpAgain() throws Exception {
    try (CloudSession open = deployed()) {
      CloudClient cloudClient = open.cloud();
      List<ResourceKey> members = members(cloudClient, group(open));
      ResourceKey vpn = gateway(cloudClient, members, "Vpn");
      for (ActualResource connection : cloudClient.connectionsOf(vpn)) {
        assertGoneAfterRemoval(cloudClient, connection.key());
      }
      List<AsyncOperation> begun = new ArrayList<>();

      assertThatThrownBy(
              () -> cloudClient.delete(vpn, new CallOptions(Duration.ofMillis(1), begun::add)))
          .isInstanceOfSatisfying(
              CloudException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TIMED_OUT));
      cloudClient.await(vpn, begun.get(0), LIMIT);

      assertThat(cloudClient.read(vpn)).isEmpty();
      assertThat(begun.get(0).statusAddress()).startsWith("https://");
    }
  }

  @Test
  void changesACircuitsTagsAndAConnectionsKeyAlone() throws Exception {
    try (CloudSession open = deployed()) {
      CloudClient cloudClient = open.cloud();
      List<ResourceKey> members = members(cloudClient, group(open));
      ActualResource circuit = read(cloudClient, only(members, ResourceType.CIRCUIT));
      ResourceKey vpn = gateway(cloudClient, members, "Vpn");
      ActualResource connection = cloudClient.connectionsOf(vpn).get(0);
      Secret key = Secret.of("another-Key-of-20-letters", Secret.Source.FILE);

      ActualResource tagged = update(cloudClient, circuit, Map.of("tags", Map.of("cost", "42")));
      ActualResource keyed =
          update(cloudClient, connection, Map.of("properties", Map.of("sharedKey", key)));

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
    try (CloudSession first = open();
        CloudSession second = open()) {
      assertThat(first.banner())
          .contains(
              "Simulator:    none was running in " + there + "; a new, empty one was started");
      assertThat(second.banner()).contains("Simulator:    running already, in " + there);
    }
    try (CloudSession third = open()) {
      assertThat(third.banner())
          .contains("Simulator:    started with the state that was saved in " + there);
    }
  }

  @Test
  void gatewaysTellTheirRouting() throws Exception {
    try (CloudSession open = deployed()) {
      List<ResourceKey> members = members(open.cloud(), group(open));
      ResourceKey expressRoute = gateway(open.cloud(), members, "ExpressRoute");
      assertThat(open.views().learnedRoutes(expressRoute))
          .extracting(LearnedRoute::prefix)
          .contains("10.0.0.0/16");
      assertThat(open.views().bgpPeers(expressRoute)).isNotEmpty();
    }
  }

  private CloudSession open() {
    return SimulatedClouds.open(
        SimulatorOptions.in(directory.resolve("simulator")).withSpeed(3000));
  }

  private CloudSession deployed() throws Exception {
    DeployedNetwork.REFERENCE.into(directory.resolve("simulator"));
    return open();
  }

  private static ActualResource update(
      CloudClient cloudClient, ActualResource standing, Map<String, Object> declared)
      throws InterruptedException {
    ResourceKey key = standing.key();
    ResourceChange resourceChange =
        new Planner()
            .change(
                new DeclaredResource(key, declared, List.of(), WriteRules.locking(key)), standing);
    assertThat(resourceChange.action()).isEqualTo(ResourceChange.Action.UPDATE);
    return cloudClient.apply(
        resourceChange, BodyMerge.merge(standing.body(), declared), CallOptions.within(LIMIT));
  }

  private static void assertGoneAfterRemoval(CloudClient cloudClient, ResourceKey key)
      throws InterruptedException {
    List<AsyncOperation> begun = new ArrayList<>();
    cloudClient.delete(key, new CallOptions(LIMIT, begun::add));
    assertThat(cloudClient.read(key)).as("%s", key).isEmpty();
    assertThat(begun).as("%s", key).hasSize(1);
    cloudClient.delete(key, new CallOptions(LIMIT, begun::add));
    assertThat(begun).as("%s", key).hasSize(1);
  }

  private static void assertRefused(
      CloudClient cloudClient, ResourceKey key, Kind kind, String code) {
    assertThatThrownBy(() -> cloudClient.delete(key, CallOptions.within(LIMIT)))
        .isInstanceOfSatisfying(
            CloudException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(kind);
              assertThat(e.code()).isEqualTo(code);
            });
  }

  private static ResourceKey group(CloudSession open) {
    String name = "ra-hybrid-vpn-er-rg";
    return new ResourceKey(open.subscriptionId(), name, ResourceType.RESOURCE_GROUP, name);
  }

  private static List<ResourceKey> members(CloudClient cloudClient, ResourceKey group) {
    return cloudClient.membersOf(group).stream().map(ResourceIdParser::parse).toList();
  }

  private static List<ResourceKey> all(List<ResourceKey> keys, ResourceType type) {
    return keys.stream().filter(key -> key.type() == type).toList();
  }

  private static ResourceKey only(List<ResourceKey> keys, ResourceType type) {
    return all(keys, type).get(0);
  }

  private static ResourceKey gateway(CloudClient cloudClient, List<ResourceKey> keys, String type) {
    return all(keys, ResourceType.VIRTUAL_NETWORK_GATEWAY).stream()
        .filter(key -> read(cloudClient, key).body().toString().contains("gatewayType=" + type))
        .findFirst()
        .orElseThrow();
  }

  private static ActualResource read(CloudClient cloudClient, ResourceKey key) {
    return cloudClient.read(key).orElseThrow();
  }
}
