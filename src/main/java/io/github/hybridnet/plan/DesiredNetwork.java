package io.github.hybridnet.plan;

import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.VirtualNetwork;
import io.github.hybridnet.plan.DesiredResource.WriteRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The resources that a declared network consists of, with what each depends on. */
public final class DesiredNetwork {
  /** The tag of a resource group that this plugin made. */
  public static final String GROUP_TAG = "hybridnet-created";

  private final HybridNetwork network;
  private final Scope scope;

  /** A network at a place. */
  public DesiredNetwork(HybridNetwork network, Scope scope) {
    this.network = network;
    this.scope = scope;
  }

  /**
   * The group, the virtual network, security groups, gateways and connections; not the circuit.
   *
   * @param options what of it, and in which order
   */
  public List<DesiredResource> network(Options options) {
    List<DesiredResource> all = new ArrayList<>();
    all.add(group(scope));
    all.addAll(new DesiredVirtualNetwork(network, scope).resources());
    GatewayDeclaration vpn = network.vpn();
    if (vpn != null) {
      all.addAll(new DesiredVpn(vpn, scope, virtualNetwork().name()).resources());
    }
    GatewayDeclaration expressRoute = network.expressRoute();
    if (expressRoute != null) {
      DesiredExpressRoute desired =
          new DesiredExpressRoute(expressRoute, scope, virtualNetwork().name());
      all.addAll(desired.gateway());
      if (options.expressRouteConnection()) {
        all.add(desired.connection());
      }
    }
    return options.gatewaysInSeries() ? inSeries(all) : all;
  }

  /**
   * What of a network is built, and how.
   *
   * @param expressRouteConnection false to build everything else first, while the circuit is not
   *     provisioned
   * @param gatewaysInSeries the ExpressRoute gateway before the VPN gateway, the order of the
   *     architecture's own scripts, instead of both at once
   */
  public record Options(boolean expressRouteConnection, boolean gatewaysInSeries) {
    /** Everything, both gateways at once. */
    public static final Options ALL = new Options(true, false);
  }

  private List<DesiredResource> inSeries(List<DesiredResource> all) {
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
    return scope.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, declaration.gateway().name());
  }

  /** The circuit's group, the circuit, its declared authorizations and peerings. */
  public List<DesiredResource> circuit() {
    Scope place = circuitScope();
    List<DesiredResource> all = new ArrayList<>();
    all.add(group(place));
    all.addAll(new DesiredCircuit(declaredCircuit(), place).resources());
    return all;
  }

  /** The key of the circuit that is declared here, in its own group or the network's. */
  public ResourceKey circuitKey() {
    return circuitScope().key(ResourceType.CIRCUIT, declaredCircuit().name());
  }

  private Scope circuitScope() {
    String own = declaredCircuit().resourceGroup();
    return own == null ? scope : new Scope(scope.subscriptionId(), own, scope.region());
  }

  private Circuit declaredCircuit() {
    return Objects.requireNonNull(network.circuit());
  }

  /** The key of the circuit that the ExpressRoute connection leads to, wherever it is. */
  public ResourceKey connectedCircuit() {
    return new DesiredExpressRoute(
            Objects.requireNonNull(network.expressRoute()), scope, virtualNetwork().name())
        .circuit();
  }

  private static DesiredResource group(Scope place) {
    ResourceKey key = place.group();
    Map<String, Object> body =
        Body.of("location", place.region().name()).with("tags", Map.of(GROUP_TAG, "true")).map();
    return new DesiredResource(
        key, body, List.of(), WriteRules.locking(key).onlyWhenCreated("tags", "location"));
  }

  private VirtualNetwork virtualNetwork() {
    return Objects.requireNonNull(network.virtualNetwork());
  }
}
