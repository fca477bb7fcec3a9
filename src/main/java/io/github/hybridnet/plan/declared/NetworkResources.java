package io.github.hybridnet.plan.declared;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.VirtualNetwork;
import io.github.hybridnet.plan.declared.DeclaredResource.WriteRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The resources that a declared network consists of, with what each depends on. */
public final class NetworkResources {
  /** The tag of a resource group that this plugin made. */
  public static final String GROUP_TAG = "hybridnet-created";

  private final HybridNetwork network;
  private final DeploymentScope deploymentScope;

  /** A network at a place. */
  public NetworkResources(HybridNetwork network, DeploymentScope deploymentScope) {
    this.network = network;
    this.deploymentScope = deploymentScope;
  }

  /**
   * The group, the virtual network, security groups, gateways and connections; not the circuit.
   *
   * @param options what of it, and in which order
   */
  public List<DeclaredResource> network(Options options) {
    List<DeclaredResource> all = new ArrayList<>();
    all.add(group(deploymentScope));
    all.addAll(new VirtualNetworkResources(network, deploymentScope).resources());
    GatewayDeclaration vpn = network.vpn();
    if (vpn != null) {
      all.addAll(new VpnResources(vpn, deploymentScope, virtualNetwork().name()).resources());
    }
    GatewayDeclaration expressRoute = network.expressRoute();
    if (expressRoute != null) {
      ExpressRouteResources declared =
          new ExpressRouteResources(expressRoute, deploymentScope, virtualNetwork().name());
      all.addAll(declared.gateway());
      declared.connections().stream()
          .filter(connection -> !options.deferred().contains(connection.key()))
          .forEach(all::add);
    }
    return options.gatewaysInSeries() ? inSeries(all) : all;
  }

  /** The network and the circuits, as far as they are declared; each resource once. */
  public List<DeclaredResource> all() {
    Map<ResourceKey, DeclaredResource> all = new LinkedHashMap<>();
    if (network.virtualNetwork() != null) {
      network(Options.ALL).forEach(d -> all.put(d.key(), d));
    }
    circuits().forEach(d -> all.putIfAbsent(d.key(), d));
    return List.copyOf(all.values());
  }

  /**
   * What of a network is built, and how.
   *
   * @param deferred ExpressRoute connections that are left out, because their circuits are not
   *     provisioned yet
   * @param gatewaysInSeries the ExpressRoute gateway before the VPN gateway, the order of the
   *     architecture's own scripts, instead of both at once
   */
  public record Options(Set<ResourceKey> deferred, boolean gatewaysInSeries) {
    /** Everything, both gateways at once. */
    public static final Options ALL = new Options(Set.of(), false);

    /** Copies the set, which cannot be changed afterwards. */
    public Options {
      deferred = Set.copyOf(deferred);
    }
  }

  private List<DeclaredResource> inSeries(List<DeclaredResource> all) {
    GatewayDeclaration first = network.expressRoute();
    GatewayDeclaration second = network.vpn();
    if (first == null || second == null) {
      return all;
    }
    ResourceKey before = gatewayKey(first);
    ResourceKey after = gatewayKey(second);
    return all.stream().map(r -> r.key().equals(after) ? r.alsoAfter(before) : r).toList();
  }

  private ResourceKey gatewayKey(GatewayDeclaration declaration) {
    return deploymentScope.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, declaration.gateway().name());
  }

  /** The circuits with their groups, declared authorizations and peerings; each resource once. */
  public List<DeclaredResource> circuits() {
    Map<ResourceKey, DeclaredResource> all = new LinkedHashMap<>();
    for (Circuit circuit : network.circuits()) {
      circuit(circuit).forEach(d -> all.putIfAbsent(d.key(), d));
    }
    return List.copyOf(all.values());
  }

  /** A circuit's group, the circuit, its declared authorizations and peerings. */
  public List<DeclaredResource> circuit(Circuit circuit) {
    DeploymentScope place = scopeOf(circuit);
    List<DeclaredResource> all = new ArrayList<>();
    all.add(group(place));
    all.addAll(new CircuitResources(circuit, place).resources());
    return all;
  }

  /** The keys of the circuits that are declared here, in the order of their file. */
  public List<ResourceKey> circuitKeys() {
    return network.circuits().stream().map(this::keyOf).toList();
  }

  /** The key of a declared circuit, in its own group or the network's. */
  public ResourceKey keyOf(Circuit circuit) {
    return scopeOf(circuit).key(ResourceType.CIRCUIT, circuit.name());
  }

  private DeploymentScope scopeOf(Circuit circuit) {
    String own = circuit.resourceGroup();
    return own == null
        ? deploymentScope
        : new DeploymentScope(deploymentScope.subscriptionId(), own, deploymentScope.region());
  }

  /** The ExpressRoute connections with the circuits that they lead to, wherever these are. */
  public List<CircuitConnection> circuitConnections() {
    GatewayDeclaration declaration = network.expressRoute();
    return declaration == null
        ? List.of()
        : new ExpressRouteResources(declaration, deploymentScope, virtualNetwork().name())
            .circuitConnections();
  }

  private static DeclaredResource group(DeploymentScope place) {
    ResourceKey key = place.group();
    Map<String, Object> body =
        BodyBuilder.of("location", place.region().name())
            .with("tags", Map.of(GROUP_TAG, "true"))
            .map();
    return new DeclaredResource(
        key, body, List.of(), WriteRules.locking(key).onlyWhenCreated("tags", "location"));
  }

  private VirtualNetwork virtualNetwork() {
    return Objects.requireNonNull(network.virtualNetwork());
  }
}
