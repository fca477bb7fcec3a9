package io.github.hybridnet.failover.gate;

import io.github.hybridnet.engine.FakeCloud;
import io.github.hybridnet.engine.FakeViews;
import io.github.hybridnet.engine.GatewayViews.BgpPeer;
import io.github.hybridnet.engine.GatewayViews.LearnedRoute;
import io.github.hybridnet.engine.SignInTerm;
import io.github.hybridnet.engine.Sleeper;
import io.github.hybridnet.failover.DrillSettings;
import io.github.hybridnet.failover.DrillSettings.Mode;
import io.github.hybridnet.failover.DrillSettings.Times;
import io.github.hybridnet.failover.DrillTarget;
import io.github.hybridnet.failover.DrillTarget.DrilledCircuit;
import io.github.hybridnet.failover.DrillTarget.Leg;
import io.github.hybridnet.failover.DrillTime;
import io.github.hybridnet.failover.LeverKind;
import io.github.hybridnet.failover.Ports;
import io.github.hybridnet.failover.Thresholds;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.DesiredResource.WriteRules;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A network in which all is well, for tests to spoil. */
final class HealthyDrill {
  static final String KEY = "a-shared-key-that-is-secret";
  static final ResourceKey GROUP = key(ResourceType.RESOURCE_GROUP, "rg");
  static final ResourceKey ER = key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "er-gw");
  static final ResourceKey VPN = key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "vpn-gw");
  static final ResourceKey ER_CONNECTION = key(ResourceType.CONNECTION, "er-cn");
  static final ResourceKey VPN_CONNECTION = key(ResourceType.CONNECTION, "vpn-cn");
  static final ResourceKey DEVICE = key(ResourceType.LOCAL_NETWORK_GATEWAY, "lgw");
  static final ResourceKey CIRCUIT = key(ResourceType.CIRCUIT, "erc");
  static final ResourceKey PEERING = key(ResourceType.PEERING, "erc/AzurePrivatePeering");
  static final ResourceKey NETWORK = key(ResourceType.VIRTUAL_NETWORK, "vnet");
  static final Duration WITHIN = Duration.ofMinutes(1);

  final FakeCloud cloud = new FakeCloud();
  final FakeViews views = new FakeViews();
  final FakeDrillCloud drills = new FakeDrillCloud();

  HealthyDrill() {
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

  static LearnedRoute own(String prefix) {
    return new LearnedRoute(prefix, "", "10.0.255.254", "Network", "", 32768);
  }

  static LearnedRoute overExpressRoute(String prefix, String peer) {
    return new LearnedRoute(prefix, peer, peer, "EBgp", "12076-65010", 32769);
  }

  static LearnedRoute overVpn(String prefix, String peer) {
    return new LearnedRoute(prefix, peer, peer, "EBgp", "65020", 32768);
  }

  void stand(ResourceKey key, Map<String, Object> properties, Map<String, Object> observed) {
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
    stand(key, properties, Map.of("bgpAsn", 65515L));
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

  void device(String... prefixes) {
    stand(
        DEVICE,
        Map.of("localNetworkAddressSpace", Map.of("addressPrefixes", List.of(prefixes))),
        Map.of());
  }

  /** A tunnel in which BGP is spoken with 169.254.21.5. */
  void bgp(LearnedRoute... routes) {
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

  static DrillTarget target(boolean ours) {
    return new DrillTarget(
        GROUP,
        new Leg(ER, declared(ER_CONNECTION)),
        new Leg(VPN, declared(VPN_CONNECTION)),
        DEVICE,
        new DrilledCircuit(CIRCUIT, ours, Optional.empty()));
  }

  private static DesiredResource declared(ResourceKey key) {
    return new DesiredResource(key, Map.of(), List.of(), WriteRules.locking(key));
  }

  static DrillSettings settings(LeverKind lever, String... overridden) {
    Duration second = Duration.ofSeconds(1);
    return new DrillSettings(
        Mode.DRILL,
        lever,
        new Times(second, second, second, second, second, second, second, second),
        Thresholds.NONE,
        Set.of(overridden));
  }

  SignInTerm signIn = SignInTerm.renewable("it is a test");

  DrillTime time() {
    return new DrillTime(() -> Instant.EPOCH, () -> 0, Sleeper.REAL);
  }

  Ports ports() {
    return new Ports(cloud, views, drills, () -> signIn);
  }

  PathReading read() throws InterruptedException {
    return new PathReader(ports(), target(true), time()).read(WITHIN);
  }

  PreflightReport look(String... overridden) throws InterruptedException {
    return look(LeverKind.PEERING, true, overridden);
  }

  PreflightReport look(LeverKind lever, boolean ours, String... overridden)
      throws InterruptedException {
    return new Preflight(ports(), target(ours), settings(lever, overridden), false, time())
        .look(WITHIN);
  }
}
