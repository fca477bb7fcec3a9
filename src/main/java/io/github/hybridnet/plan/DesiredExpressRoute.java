package io.github.hybridnet.plan;

import io.github.hybridnet.model.CircuitReference;
import io.github.hybridnet.model.Connection;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.PublicIp;
import io.github.hybridnet.plan.DesiredResource.Alternative;
import io.github.hybridnet.plan.DesiredResource.WriteRules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The ExpressRoute gateway and its connection to the circuit. */
final class DesiredExpressRoute {
  private final Gateway gateway;
  private final Connection connection;
  private final Scope scope;
  private final GatewayParts parts;

  DesiredExpressRoute(GatewayDeclaration declaration, Scope scope, String virtualNetwork) {
    this.gateway = declaration.gateway();
    this.connection = declaration.connection();
    this.scope = scope;
    this.parts = new GatewayParts(gateway, scope, virtualNetwork);
  }

  /**
   * The gateway. Microsoft provides its address where the region allows that; elsewhere the service
   * answers {@code PublicIpForGatewayIsRequired}, and one of ours is made.
   */
  List<DesiredResource> gateway() {
    DesiredResource address = parts.publicIp(gateway.publicIp().name(), gateway.publicIp().named());
    DesiredResource with = parts.gateway(properties(), List.of(address.key()));
    DesiredResource without = parts.gateway(properties(), List.of());
    if (gateway.publicIp().policy() == PublicIp.Policy.ALWAYS) {
      return List.of(address, with);
    }
    if (gateway.publicIp().policy() == PublicIp.Policy.NEVER) {
      return List.of(without);
    }
    Alternative alternative =
        new Alternative("PublicIpForGatewayIsRequired", List.of(address, with));
    return List.of(
        new DesiredResource(
            without.key(),
            without.body(),
            without.dependsOn(),
            without.rules().orElse(alternative)));
  }

  // vpnType is left out: the service ignores it here, and stores a value of its own.
  private Body properties() {
    return Body.of("autoScaleConfiguration", autoscale(gateway.autoscale()));
  }

  private static @Nullable Map<String, Object> autoscale(Gateway.@Nullable Autoscale bounds) {
    return bounds == null
        ? null
        : Map.of("bounds", Map.of("min", bounds.min(), "max", bounds.max()));
  }

  DesiredResource connection() {
    ResourceKey key = scope.key(ResourceType.CONNECTION, connection.name());
    Connection.Options options = connection.options();
    Body properties =
        Body.of("virtualNetworkGateway1", Body.id(parts.key()))
            .with("peer", Body.id(circuit()))
            .with("connectionType", "ExpressRoute")
            .with("authorizationKey", options.authorizationKey())
            .with("routingWeight", options.routingWeight())
            .with("expressRouteGatewayBypass", options.expressRouteGatewayBypass());
    Map<String, Object> body =
        Body.of("location", scope.region().name()).with("properties", properties).map();
    WriteRules rules =
        WriteRules.locking(key, parts.key(), circuit())
            .onlyWhenCreated("properties.authorizationKey");
    return new DesiredResource(key, body, List.of(parts.key(), circuit()), rules);
  }

  ResourceKey circuit() {
    CircuitReference reference = Objects.requireNonNull(connection.circuit());
    String id = reference.id();
    if (id != null) {
      return ResourceKeys.parse(id);
    }
    return new ResourceKey(
        Objects.requireNonNullElse(reference.subscriptionId(), scope.subscriptionId()),
        Objects.requireNonNullElse(reference.resourceGroup(), scope.resourceGroup()),
        ResourceType.CIRCUIT,
        Objects.requireNonNull(reference.name()));
  }
}
