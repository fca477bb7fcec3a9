package io.github.hybridnet.failover;

import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.FakeCloud;
import io.github.hybridnet.engine.FakeViews;
import io.github.hybridnet.engine.SignInTerm;
import io.github.hybridnet.engine.Sleeper;
import io.github.hybridnet.failover.DrillTarget.DrilledCircuit;
import io.github.hybridnet.failover.DrillTarget.Leg;
import io.github.hybridnet.failover.lever.Lever;
import io.github.hybridnet.failover.lever.LeverWorkings;
import io.github.hybridnet.failover.lever.Levers;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Bodies;
import io.github.hybridnet.plan.DesiredNetwork;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.DesiredResource.WriteRules;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import io.github.hybridnet.plan.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A network that stands in a fake cloud, and a time that passes only when somebody waits. */
public final class LeverRig {
  public static final Scope SCOPE = new Scope("sub", "ra-rg", new Region("westus2"));
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
  public final MapDrills drills = new MapDrills(cloud);
  public final Ports ports =
      new Ports(cloud, new FakeViews(), drills, () -> SignInTerm.renewable("it is a test"));
  public final List<Duration> slept = new ArrayList<>();

  /** What happens while somebody waits. */
  public Sleeper whileSleeping = duration -> {};

  private Instant now = Instant.parse("2026-11-25T22:15:00Z");

  /** Everything stands as declared. */
  public LeverRig() {
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
    stand(key, Bodies.merge(body(key), Map.of("properties", Map.of(name, value))));
  }

  /** The peering as declared, with a key. */
  public static Optional<DesiredResource> declaredPeering() {
    return declaredPeering(Map.of("sharedKey", Secret.of(MD5, Secret.Source.FILE)));
  }

  public static Optional<DesiredResource> declaredPeering(Map<String, Object> more) {
    Map<String, Object> properties = new LinkedHashMap<>(Map.of("vlanId", 100));
    properties.putAll(more);
    return Optional.of(
        new DesiredResource(
            PEERING, Map.of("properties", properties), List.of(), WriteRules.locking(PEERING)));
  }

  public static DesiredResource declaredConnection(String authorizationKey) {
    DesiredResource declared =
        new DesiredNetwork(SampleNetwork.reference(), SCOPE)
            .network(DesiredNetwork.Options.ALL).stream()
                .filter(d -> d.key().equals(CONNECTION))
                .findFirst()
                .orElseThrow();
    if (authorizationKey == null) {
      return declared;
    }
    Map<String, Object> key =
        Map.of("authorizationKey", Secret.of(authorizationKey, Secret.Source.FILE));
    return new DesiredResource(
        CONNECTION,
        Bodies.merge(declared.body(), Map.of("properties", key)),
        declared.dependsOn(),
        declared.rules());
  }

  public static DrillTarget target(Optional<DesiredResource> peering, DesiredResource connection) {
    return target(new DrilledCircuit(CIRCUIT, true, peering), connection);
  }

  public static DrillTarget target(DrilledCircuit circuit, DesiredResource connection) {
    ResourceKey vpn = SCOPE.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-vpn-vgw");
    return new DrillTarget(
        GROUP,
        new Leg(GATEWAY, connection),
        new Leg(vpn, connection),
        SCOPE.key(ResourceType.LOCAL_NETWORK_GATEWAY, "ra-lgw"),
        circuit);
  }

  /** The declared network, with the key of its peering. */
  public static DrillTarget target() {
    return target(declaredPeering(), declaredConnection(null));
  }

  public Lever lever(LeverKind kind) {
    return lever(kind, target());
  }

  public Lever lever(LeverKind kind, DrillTarget target) {
    return Levers.of(kind, ports, target, workings(false));
  }

  public LeverWorkings workings(boolean noPeeringKey) {
    return new LeverWorkings(
        EngineOptions.timed(() -> now, sleeper(), Duration.ofHours(1)), event -> {}, noPeeringKey);
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
