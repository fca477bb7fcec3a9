package io.github.hybridnet.drill.action;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillPorts;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.DrillTarget.ConnectedGateway;
import io.github.hybridnet.drill.api.DrillTarget.TargetCircuit;
import io.github.hybridnet.drill.api.DrillTime;
import io.github.hybridnet.engine.EngineEvent;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.FakeViews;
import io.github.hybridnet.engine.guard.SignInLifetime;
import io.github.hybridnet.engine.retry.Sleeper;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeclaredResource.WriteRules;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A network that stands in a fake cloud, and a time that passes only when somebody waits. */
public final class DisconnectRig {
  public static final DeploymentScope SCOPE =
      new DeploymentScope("sub", "ra-rg", new Region("westus2"));
  public static final ResourceKey GROUP = SCOPE.group();
  public static final ResourceKey CIRCUIT = SCOPE.key(ResourceType.CIRCUIT, "ra-erc");
  public static final ResourceKey PEERING =
      SCOPE.key(ResourceType.PEERING, "ra-erc/AzurePrivatePeering");
  public static final ResourceKey GATEWAY =
      SCOPE.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-er-vgw");
  public static final ResourceKey CONNECTION = SCOPE.key(ResourceType.CONNECTION, "ra-er-cn");
  public static final String MD5 = "md5-key-of-the-peering";
  public static final String AUTHORIZATION = "authorization-key-1";

  public final FakeCloud cloud = new FakeCloud();
  public final MapDrillCloud drills = new MapDrillCloud(cloud);
  public final DrillPorts ports =
      new DrillPorts(
          cloud, new FakeViews(), drills, () -> SignInLifetime.renewable("it is a test"));
  public final List<EngineEvent> events = new ArrayList<>();
  public final List<Duration> slept = new ArrayList<>();

  /** What happens while somebody waits. */
  public Sleeper whileSleeping = duration -> {};

  private Instant now = Instant.parse("2026-11-25T22:15:00Z");

  /** Everything stands as declared. */
  public DisconnectRig() {
    drills.show(GROUP);
    stand(PEERING, peering("Enabled"));
    stand(CONNECTION, declaredConnection(null).body());
    stand(GATEWAY, Map.of("properties", Map.of("gatewayType", "ExpressRoute")));
    stand(
        CIRCUIT,
        Map.of(
            "properties",
            Map.of("serviceProviderProperties", Map.of("peeringLocation", "Silicon Valley"))));
  }

  /** The peering as Azure shows it: without its key, with what nobody declared. */
  public static Map<String, Object> peering(String state) {
    return Map.of(
        "properties",
        Map.of(
            "peeringType",
            "AzurePrivatePeering",
            "state",
            state,
            "vlanId",
            100,
            "peerASN",
            65001,
            "futureSetting",
            "kept"));
  }

  public void stand(ResourceKey key, Map<String, Object> body) {
    stand(key, body, "Succeeded");
  }

  public void stand(ResourceKey key, Map<String, Object> body, String state) {
    cloud.standing.put(key, new ActualResource(key, null, state, body, Map.of()));
  }

  public Map<String, Object> body(ResourceKey key) {
    return cloud.standing.get(key).body();
  }

  public Object property(ResourceKey key, String name) {
    return ((Map<?, ?>) body(key).get("properties")).get(name);
  }

  /** A property of a resource that stands becomes another one. */
  public void change(ResourceKey key, String name, Object value) {
    stand(key, BodyMerge.merge(body(key), Map.of("properties", Map.of(name, value))));
  }

  /** The peering as declared, with a key. */
  public static Optional<DeclaredResource> declaredPeering() {
    return declaredPeering(Map.of("sharedKey", Secret.of(MD5, Secret.Source.FILE)));
  }

  public static Optional<DeclaredResource> declaredPeering(Map<String, Object> more) {
    Map<String, Object> properties = new LinkedHashMap<>(Map.of("vlanId", 100));
    properties.putAll(more);
    return Optional.of(
        new DeclaredResource(
            PEERING, Map.of("properties", properties), List.of(), WriteRules.locking(PEERING)));
  }

  public static DeclaredResource declaredConnection(String authorizationKey) {
    DeclaredResource declared =
        new NetworkResources(SampleNetwork.reference(), SCOPE)
            .network(NetworkResources.Options.ALL).stream()
                .filter(d -> d.key().equals(CONNECTION))
                .findFirst()
                .orElseThrow();
    if (authorizationKey == null) {
      return declared;
    }
    Map<String, Object> key =
        Map.of("authorizationKey", Secret.of(authorizationKey, Secret.Source.FILE));
    return new DeclaredResource(
        CONNECTION,
        BodyMerge.merge(declared.body(), Map.of("properties", key)),
        declared.dependsOn(),
        declared.rules());
  }

  public static DrillTarget target(
      Optional<DeclaredResource> peering, DeclaredResource connection) {
    return target(new TargetCircuit(CIRCUIT, true, peering), connection);
  }

  public static DrillTarget target(TargetCircuit circuit, DeclaredResource connection) {
    ResourceKey vpn = SCOPE.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-vpn-vgw");
    return new DrillTarget(
        GROUP,
        new ConnectedGateway(GATEWAY, connection),
        new ConnectedGateway(vpn, connection),
        SCOPE.key(ResourceType.LOCAL_NETWORK_GATEWAY, "ra-lgw"),
        circuit);
  }

  /** The declared network, with the key of its peering. */
  public static DrillTarget target() {
    return target(declaredPeering(), declaredConnection(null));
  }

  public DisconnectAction lever(DisconnectMethod kind) {
    return lever(kind, target());
  }

  public DisconnectAction lever(DisconnectMethod kind, DrillTarget target) {
    return DisconnectActions.of(kind, ports, target, options(false));
  }

  public DisconnectOptions options(boolean noPeeringKey) {
    return new DisconnectOptions(engine(), events::add, noPeeringKey);
  }

  /** The time of this network, and no journal. */
  public EngineOptions engine() {
    return EngineOptions.timed(() -> now, sleeper(), Duration.ofHours(1));
  }

  public Sleeper sleeper() {
    return duration -> {
      slept.add(duration);
      now = now.plus(duration);
      whileSleeping.sleep(duration);
    };
  }

  public DrillTime time() {
    return new DrillTime(
        () -> now, () -> Duration.between(Instant.EPOCH, now).toNanos(), sleeper());
  }

  /** All texts that a test has got hold of, none of which may hold a secret. */
  public static Set<String> secrets() {
    return Set.of(MD5, AUTHORIZATION);
  }
}
