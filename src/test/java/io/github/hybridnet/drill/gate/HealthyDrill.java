package io.github.hybridnet.drill.gate;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillPorts;
import io.github.hybridnet.drill.api.DrillSettings;
import io.github.hybridnet.drill.api.DrillSettings.Mode;
import io.github.hybridnet.drill.api.DrillSettings.TimeLimits;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.DrillTarget.ConnectedGateway;
import io.github.hybridnet.drill.api.DrillTarget.TargetCircuit;
import io.github.hybridnet.drill.api.DrillThresholds;
import io.github.hybridnet.drill.api.DrillTime;
import io.github.hybridnet.drill.path.PathReader;
import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.engine.FakeViews;
import io.github.hybridnet.engine.GatewayRoutingClient.BgpPeer;
import io.github.hybridnet.engine.GatewayRoutingClient.LearnedRoute;
import io.github.hybridnet.engine.guard.SignInLifetime;
import io.github.hybridnet.engine.retry.Sleeper;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeclaredResource.WriteRules;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A network in which all is well, for tests to spoil. */
public final class HealthyDrill {
  public static final String KEY = "a-shared-key-that-is-secret";
  static final ResourceKey GROUP = key(ResourceType.RESOURCE_GROUP, "rg");
  public static final ResourceKey ER = key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "er-gw");
  public static final ResourceKey VPN = key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "vpn-gw");
  public static final ResourceKey ER_CONNECTION = key(ResourceType.CONNECTION, "er-cn");
  public static final ResourceKey VPN_CONNECTION = key(ResourceType.CONNECTION, "vpn-cn");
  static final ResourceKey DEVICE = key(ResourceType.LOCAL_NETWORK_GATEWAY, "lgw");
  static final ResourceKey CIRCUIT = key(ResourceType.CIRCUIT, "erc");
  public static final ResourceKey PEERING = key(ResourceType.PEERING, "erc/AzurePrivatePeering");
  static final ResourceKey NETWORK = key(ResourceType.VIRTUAL_NETWORK, "vnet");
  public static final Duration WITHIN = Duration.ofMinutes(1);

  public final FakeCloud cloud = new FakeCloud();
  public final FakeViews views = new FakeViews();
  public final FakeDrillCloud drills = new FakeDrillCloud();

  public HealthyDrill() {
    gateway(ER, Map.of());
    gateway(VPN, Map.of("enableBgp", false));
    connection(ER_CONNECTION, "ExpressRoute", Map.of("peer", Map.of("id", CIRCUIT.id())));
    connection(VPN_CONNECTION, "IPsec", Map.of("sharedKey", secret()));
    device("192.168.0.0/16");
    stand(
        CIRCUIT,
        Map.of(),
        Map.of(
            "circuitProvisioningState", "Enabled",
            "serviceProviderProvisioningState", "Provisioned",
            "peerings", List.of(peering("AzurePrivatePeering", "Enabled"))));
    stand(PEERING, Map.of(), Map.of("state", "Enabled"));
    stand(NETWORK, Map.of(), Map.of());
    views.peers.put(
        ER,
        List.of(
            new BgpPeer("10.0.255.228", 12076, "Connected", 1),
            new BgpPeer("10.0.255.229", 12076, "Connected", 1)));
    views.routes.put(
        ER,
        List.of(
            own("10.0.0.0/16"),
            overExpressRoute("192.168.0.0/16", "10.0.255.228"),
            overExpressRoute("192.168.0.0/16", "10.0.255.229")));
  }

  private static Secret secret() {
    return Secret.of(KEY, Secret.Source.FILE);
  }

  static ResourceKey key(ResourceType type, String name) {
    return new ResourceKey("sub", "rg", type, name);
  }

  static Map<String, Object> peering(String type, String state) {
    return Map.of("name", type, "peeringType", type, "state", state);
  }

  public static LearnedRoute own(String prefix) {
    return new LearnedRoute(prefix, "", "10.0.255.254", "Network", "", 32768);
  }

  public static LearnedRoute overExpressRoute(String prefix, String peer) {
    return new LearnedRoute(prefix, peer, peer, "EBgp", "12076-65010", 32769);
  }

  public static LearnedRoute overVpn(String prefix, String peer) {
    return new LearnedRoute(prefix, peer, peer, "EBgp", "65020", 32768);
  }

  public void stand(ResourceKey key, Map<String, Object> properties, Map<String, Object> observed) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("properties", properties);
    cloud.standing.put(key, new ActualResource(key, null, "Succeeded", body, observed));
  }

  /** Changes what the service says of a resource. */
  void observe(ResourceKey key, String fact, Object value) {
    ActualResource was = cloud.standing.get(key);
    Map<String, Object> observed = new HashMap<>(was.observed());
    observed.put(fact, value);
    cloud.standing.put(
        key, new ActualResource(key, null, was.provisioningState(), was.body(), observed));
  }

  void state(ResourceKey key, String state) {
    ActualResource was = cloud.standing.get(key);
    cloud.standing.put(key, new ActualResource(key, null, state, was.body(), was.observed()));
  }

  void gateway(ResourceKey key, Map<String, Object> more) {
    Map<String, Object> properties = new LinkedHashMap<>(more);
    properties.put(
        "ipConfigurations",
        List.of(
            Map.of(
                "properties",
                Map.of("subnet", Map.of("id", NETWORK.id() + "/subnets/GatewaySubnet")))));
    properties.putIfAbsent("bgpSettings", Map.of("asn", 65515L));
    stand(key, properties, Map.of());
  }

  void connection(ResourceKey key, String type, Map<String, Object> more) {
    Map<String, Object> properties = new LinkedHashMap<>(more);
    properties.put("connectionType", type);
    properties.put("virtualNetworkGateway1", Map.of("id", ER.id()));
    Map<String, Object> observed = new HashMap<>();
    observed.put("connectionStatus", "Connected");
    observed.put("ingressBytesTransferred", 1000L);
    observed.put("egressBytesTransferred", 2000L);
    stand(key, properties, observed);
  }

  public void device(String... prefixes) {
    stand(
        DEVICE,
        Map.of("localNetworkAddressSpace", Map.of("addressPrefixes", List.of(prefixes))),
        Map.of());
  }

  /** A tunnel in which BGP is spoken with 169.254.21.5. */
  public void bgp(LearnedRoute... routes) {
    gateway(VPN, Map.of("enableBgp", true));
    connection(VPN_CONNECTION, "IPsec", Map.of("enableBgp", true, "sharedKey", secret()));
    stand(
        DEVICE,
        Map.of(
            "localNetworkAddressSpace",
            Map.of("addressPrefixes", List.of("169.254.21.5/32")),
            "bgpSettings",
            Map.of("asn", 65020, "bgpPeeringAddress", "169.254.21.5")),
        Map.of());
    views.peers.put(VPN, List.of(new BgpPeer("169.254.21.5", 65020, "Connected", 1)));
    views.routes.put(VPN, List.of(routes));
  }

  public static DrillTarget target(boolean ours) {
    return new DrillTarget(
        GROUP,
        new ConnectedGateway(ER, declared(ER_CONNECTION)),
        new ConnectedGateway(VPN, declared(VPN_CONNECTION)),
        DEVICE,
        new TargetCircuit(CIRCUIT, ours, Optional.empty()));
  }

  private static DeclaredResource declared(ResourceKey key) {
    return new DeclaredResource(key, Map.of(), List.of(), WriteRules.locking(key));
  }

  static DrillSettings settings(DisconnectMethod lever, String... overridden) {
    Duration second = Duration.ofSeconds(1);
    return new DrillSettings(
        Mode.DRILL,
        lever,
        new TimeLimits(second, second, second, second, second, second, second, second),
        DrillThresholds.NONE,
        Set.of(overridden));
  }

  public SignInLifetime signIn = SignInLifetime.renewable("it is a test");

  public DrillTime time() {
    return new DrillTime(() -> Instant.EPOCH, () -> 0, Sleeper.REAL);
  }

  public DrillPorts ports() {
    return new DrillPorts(cloud, views, drills, () -> signIn);
  }

  public PathReading read() throws InterruptedException {
    return new PathReader(ports(), target(true), time()).read(WITHIN);
  }

  PreflightReport look(String... overridden) throws InterruptedException {
    return look(DisconnectMethod.PEERING, true, overridden);
  }

  PreflightReport look(DisconnectMethod lever, boolean ours, String... overridden)
      throws InterruptedException {
    return new DrillPreflight(ports(), target(ours), settings(lever, overridden), false, time())
        .look(WITHIN);
  }
}
