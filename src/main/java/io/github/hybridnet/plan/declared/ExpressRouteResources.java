package io.github.hybridnet.plan.declared;

import io.github.hybridnet.arm.ErrorCode;
import io.github.hybridnet.arm.ResourceIdParser;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.CircuitReference;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayConnection;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.PublicIp;
import io.github.hybridnet.plan.declared.DeclaredResource.Alternative;
import io.github.hybridnet.plan.declared.DeclaredResource.WriteRules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The ExpressRoute gateway and its connections to circuits. */
final class ExpressRouteResources {
  private final Gateway gateway;
  private final List<GatewayConnection> connections;
  private final DeploymentScope deploymentScope;
  private final GatewayResources parts;

  ExpressRouteResources(
      GatewayDeclaration declaration, DeploymentScope deploymentScope, String virtualNetwork) {
    this.gateway = declaration.gateway();
    this.connections = declaration.connections();
    this.deploymentScope = deploymentScope;
    this.parts = new GatewayResources(gateway, deploymentScope, virtualNetwork);
  }

  /**
   * The ExpressRoute gateway, with an address where it needs one. Microsoft provides its address
   * where the region allows that; elsewhere the service answers {@code
   * PublicIpForGatewayIsRequired}, and one of ours is made.
   */
  List<DeclaredResource> gateway() {
    DeclaredResource address =
        parts.publicIp(gateway.publicIp().name(), gateway.publicIp().named());
    DeclaredResource with = parts.gateway(properties(), List.of(address.key()));
    DeclaredResource without = parts.gateway(properties(), List.of());
    if (gateway.publicIp().policy() == PublicIp.Policy.ALWAYS) {
      return List.of(address, with);
    }
    if (gateway.publicIp().policy() == PublicIp.Policy.NEVER) {
      return List.of(without);
    }
    Alternative alternative = new Alternative(ErrorCode.PUBLIC_IP_REQUIRED, List.of(address, with));
    return List.of(
        new DeclaredResource(
            without.key(),
            without.body(),
            without.dependsOn(),
            without.rules().orElse(alternative)));
  }

  // vpnType is left out: the service ignores it here, and stores a value of its own.
  private BodyBuilder properties() {
    return BodyBuilder.of("autoScaleConfiguration", autoscale(gateway.autoscale()));
  }

  private static @Nullable Map<String, Object> autoscale(Gateway.@Nullable Autoscale bounds) {
    return bounds == null
        ? null
        : Map.of("bounds", Map.of("min", bounds.min(), "max", bounds.max()));
  }

  List<DeclaredResource> connections() {
    return connections.stream().map(this::connection).toList();
  }

  private DeclaredResource connection(GatewayConnection gatewayConnection) {
    ResourceKey circuit = circuit(gatewayConnection);
    ResourceKey key = deploymentScope.key(ResourceType.CONNECTION, gatewayConnection.name());
    GatewayConnection.Options options = gatewayConnection.options();
    BodyBuilder properties =
        BodyBuilder.of("virtualNetworkGateway1", BodyBuilder.id(parts.key()))
            .with("peer", BodyBuilder.id(circuit))
            .with("connectionType", "ExpressRoute")
            .with("authorizationKey", options.authorizationKey())
            .with("routingWeight", options.routingWeight())
            .with("expressRouteGatewayBypass", options.expressRouteGatewayBypass());
    Map<String, Object> body =
        BodyBuilder.of("location", deploymentScope.region().name())
            .with("properties", properties)
            .map();
    WriteRules rules =
        WriteRules.locking(key, parts.key(), circuit)
            .onlyWhenCreated("properties.authorizationKey");
    return new DeclaredResource(key, body, List.of(parts.key(), circuit), rules);
  }

  /** The connections with the circuits that they lead to, wherever these are. */
  List<CircuitConnection> circuitConnections() {
    return connections.stream()
        .map(
            each ->
                new CircuitConnection(
                    deploymentScope.key(ResourceType.CONNECTION, each.name()),
                    circuit(each),
                    each.options().authorizationKey() != null))
        .toList();
  }

  private ResourceKey circuit(GatewayConnection gatewayConnection) {
    CircuitReference reference = Objects.requireNonNull(gatewayConnection.circuit());
    String id = reference.id();
    if (id != null) {
      return ResourceIdParser.parse(id);
    }
    return new ResourceKey(
        Objects.requireNonNullElse(reference.subscriptionId(), deploymentScope.subscriptionId()),
        Objects.requireNonNullElse(reference.resourceGroup(), deploymentScope.resourceGroup()),
        ResourceType.CIRCUIT,
        Objects.requireNonNull(reference.name()));
  }
}
