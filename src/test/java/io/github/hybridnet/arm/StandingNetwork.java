package io.github.hybridnet.arm;

import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.NetworkReference;
import io.github.hybridnet.model.NetworkSecurityGroup;
import io.github.hybridnet.model.NetworkSecurityGroups;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.model.SecurityRule;
import io.github.hybridnet.model.Subnet;
import io.github.hybridnet.model.VirtualNetwork;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.plan.destroy.DestroyOptions;
import io.github.hybridnet.plan.destroy.DestroyPlan;
import io.github.hybridnet.plan.destroy.DestroyPlanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The reference network with security group and circuit, as it stands, and what others add. */
public final class StandingNetwork {
  public static final DeploymentScope SCOPE = new DeploymentScope("sub", "ra-rg", new Region(""));
  public static final HybridNetwork DECLARED = declaration();

  private final Map<ResourceKey, ActualResource> resources = new LinkedHashMap<>();
  private final Map<String, List<ActualResource>> connections = new HashMap<>();
  private final List<String> members = new ArrayList<>();
  private boolean billed = true;
  private boolean waitForProvider;

  public StandingNetwork() {
    declared().forEach(d -> put(d.key(), d.body(), observed(d.key())));
    changeObserved(
        vnet(), ResourceUsers.SUBNETS, List.of(subnetUse("GatewaySubnet", vpn(), expressRoute())));
    changeObserved(nsg(), ResourceUsers.SECURITY_GROUP, List.of(vnet().id() + "/subnets/web"));
    changeObserved(
        key(ResourceType.PUBLIC_IP, "ra-vpn-vgw-pip"),
        "ipConfiguration",
        vpn().id() + "/ipConfigurations/default");
    providerSays("NotProvisioned");
  }

  private static HybridNetwork declaration() {
    HybridNetwork reference = SampleNetwork.reference();
    VirtualNetwork plain = SampleNetwork.virtualNetwork();
    VirtualNetwork network =
        new VirtualNetwork(
            plain.name(),
            plain.addressPrefixes(),
            List.of(
                plain.subnets().get(0),
                new Subnet("web", new Cidr("10.0.1.0/24"), "ra-nsg", SampleNetwork.NOWHERE)),
            List.of(),
            Map.of(),
            SampleNetwork.NOWHERE);
    NetworkSecurityGroup group =
        new NetworkSecurityGroup(
            "ra-nsg", List.of(), List.of(rule("https")), SampleNetwork.NOWHERE);
    return new HybridNetwork(
        "ra-rg",
        network,
        new NetworkSecurityGroups(
            new NetworkReference("ra-vnet", "ra-rg", SampleNetwork.NOWHERE), List.of(group)),
        reference.vpn(),
        reference.expressRoute(),
        List.of(SampleNetwork.circuit().withPeerings(List.of(peering()))));
  }

  public static ResourceKey key(ResourceType type, String name) {
    return SCOPE.key(type, name);
  }

  public static ResourceKey vnet() {
    return key(ResourceType.VIRTUAL_NETWORK, "ra-vnet");
  }

  public static ResourceKey nsg() {
    return key(ResourceType.NETWORK_SECURITY_GROUP, "ra-nsg");
  }

  public static ResourceKey vpn() {
    return key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-vpn-vgw");
  }

  public static ResourceKey expressRoute() {
    return key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-er-vgw");
  }

  public static ResourceKey circuit() {
    return key(ResourceType.CIRCUIT, "ra-erc");
  }

  public static ResourceKey group() {
    return SCOPE.group();
  }

  private static SecurityRule rule(String name) {
    SecurityRule.Endpoint anywhere = new SecurityRule.Endpoint("*", "443");
    return new SecurityRule(
        name, "Inbound", 100, "Allow", "Tcp", anywhere, anywhere, null, SampleNetwork.NOWHERE);
  }

  private static Peering peering() {
    return new Peering(
        Peering.PRIVATE,
        100,
        65020,
        new Cidr("192.168.15.16/30"),
        new Cidr("192.168.15.20/30"),
        null,
        SampleNetwork.NOWHERE);
  }

  /** Everything that is declared. */
  public static List<DeclaredResource> declared() {
    NetworkResources desired = new NetworkResources(DECLARED, SCOPE);
    List<DeclaredResource> all = new ArrayList<>(desired.network(NetworkResources.Options.ALL));
    desired.circuits().stream().filter(d -> !d.key().equals(group())).forEach(all::add);
    return all;
  }

  private static Map<String, Object> observed(ResourceKey key) {
    return key.type() == ResourceType.CIRCUIT
        ? Map.of(
            "serviceKey",
            "key-1",
            "peerings",
            List.of(Map.of("name", Peering.PRIVATE, "peeringType", Peering.PRIVATE)))
        : Map.of();
  }

  private static Map<String, Object> subnetUse(String subnet, ResourceKey... users) {
    return Map.of(
        "name",
        subnet,
        "users",
        Stream.of(users).map(u -> u.id() + "/ipConfigurations/default").toList());
  }

  /** A resource of our group or of somebody else's. */
  public StandingNetwork put(
      ResourceKey key, Map<String, Object> body, Map<String, Object> observed) {
    resources.put(key, new ActualResource(key, null, "Succeeded", body, observed));
    return this;
  }

  public StandingNetwork gone(ResourceKey key) {
    resources.remove(key);
    return this;
  }

  public StandingNetwork changeObserved(ResourceKey key, String fact, Object value) {
    ActualResource actual = resources.get(key);
    Map<String, Object> observed = new LinkedHashMap<>(actual.observed());
    observed.put(fact, value);
    return put(key, actual.body(), observed);
  }

  public StandingNetwork providerSays(String state) {
    return changeObserved(circuit(), "serviceProviderProvisioningState", state);
  }

  /** An element that somebody added to a list in a body's properties. */
  public StandingNetwork add(ResourceKey key, String list, Map<String, Object> element) {
    ActualResource actual = resources.get(key);
    List<Object> elements = new ArrayList<>(ChildResources.elements(actual.body(), list));
    elements.add(element);
    Map<String, Object> properties =
        new LinkedHashMap<>(ResourceBody.map(actual.body().get("properties")));
    properties.put(list, elements);
    Map<String, Object> body = new LinkedHashMap<>(actual.body());
    body.put("properties", properties);
    return put(key, body, actual.observed());
  }

  /** Somebody uses a subnet. */
  public StandingNetwork use(String subnet, String userId) {
    List<Object> uses =
        new ArrayList<>((List<?>) resources.get(vnet()).observed().get(ResourceUsers.SUBNETS));
    uses.add(Map.of("name", subnet, "users", List.of(userId)));
    return changeObserved(vnet(), ResourceUsers.SUBNETS, uses);
  }

  /** Somebody's connection to something of ours. */
  public StandingNetwork connect(ResourceKey connection, ResourceKey... ends) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (int i = 0; i < ends.length; i++) {
      properties.put("end" + i, Map.of("id", ends[i].id()));
    }
    ActualResource actual =
        new ActualResource(
            connection, null, "Succeeded", Map.of("properties", properties), Map.of());
    for (ResourceKey end : ends) {
      if (end.type() == ResourceType.VIRTUAL_NETWORK_GATEWAY) {
        connections.computeIfAbsent(end.comparableId(), k -> new ArrayList<>()).add(actual);
      }
    }
    if (connection.resourceGroup().equals("ra-rg")) {
      put(connection, actual.body(), Map.of());
    }
    return this;
  }

  public StandingNetwork billsNobody() {
    billed = false;
    return this;
  }

  public StandingNetwork waitsForProvider() {
    waitForProvider = true;
    return this;
  }

  public StandingNetwork member(String id) {
    members.add(id);
    return this;
  }

  public DestroyPlan destruction(boolean keepCircuit) {
    List<String> all = new ArrayList<>(members);
    resources.keySet().stream()
        .filter(k -> k.type() != ResourceType.RESOURCE_GROUP && k.resourceGroup().equals("ra-rg"))
        .forEach(k -> all.add(k.id()));
    return new DestroyPlanner(declared())
        .plan(
            new ActualState(resources.values(), connections),
            new DestroyOptions(keepCircuit, waitForProvider, billed, all));
  }

  public DestroyPlan destruction() {
    return destruction(false);
  }
}
