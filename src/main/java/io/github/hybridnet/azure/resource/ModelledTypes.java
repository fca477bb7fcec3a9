package io.github.hybridnet.azure.resource;

import com.azure.json.JsonSerializable;
import com.azure.resourcemanager.network.fluent.models.ExpressRouteCircuitAuthorizationInner;
import com.azure.resourcemanager.network.fluent.models.ExpressRouteCircuitInner;
import com.azure.resourcemanager.network.fluent.models.ExpressRouteCircuitPeeringInner;
import com.azure.resourcemanager.network.fluent.models.LocalNetworkGatewayInner;
import com.azure.resourcemanager.network.fluent.models.NetworkSecurityGroupInner;
import com.azure.resourcemanager.network.fluent.models.PublicIpAddressInner;
import com.azure.resourcemanager.network.fluent.models.SecurityRuleInner;
import com.azure.resourcemanager.network.fluent.models.SubnetInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkGatewayConnectionInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkGatewayInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkInner;
import com.azure.resourcemanager.resources.fluent.models.ResourceGroupInner;
import io.github.hybridnet.azure.http.ApiVersion;
import io.github.hybridnet.azure.http.ArmRequests.Parser;
import io.github.hybridnet.plan.ResourceType;
import java.util.Set;
import java.util.function.Function;

/** The table of resource types and their models. */
final class ModelledTypes {
  private ModelledTypes() {}

  /** The model of a type. */
  static ModelledType<?> of(ResourceType type) {
    return switch (type) {
      case RESOURCE_GROUP ->
          new ModelledType<>(
              ApiVersion.RESOURCES,
              ResourceGroupInner::fromJson,
              ResourceFacts::of,
              Set.of("properties"));
      case NETWORK_SECURITY_GROUP ->
          network(NetworkSecurityGroupInner::fromJson, ResourceFacts::of);
      case VIRTUAL_NETWORK -> network(VirtualNetworkInner::fromJson, ResourceFacts::of);
      case PUBLIC_IP ->
          network(PublicIpAddressInner::fromJson, ResourceFacts::of, "properties.ipAddress");
      case LOCAL_NETWORK_GATEWAY -> network(LocalNetworkGatewayInner::fromJson, ResourceFacts::of);
      case VIRTUAL_NETWORK_GATEWAY ->
          network(
              VirtualNetworkGatewayInner::fromJson,
              ResourceFacts::of,
              "properties.packetCaptureDiagnosticState",
              "properties.isMigrateToCSES",
              "properties.virtualNetworkGatewayMigrationStatus",
              "properties.vpnClientConfiguration.vpnClientConnectionHealth");
      case CONNECTION ->
          network(
              VirtualNetworkGatewayConnectionInner::fromJson,
              ResourceFacts::of,
              "properties.packetCaptureDiagnosticState");
      case CIRCUIT ->
          network(
              ExpressRouteCircuitInner::fromJson,
              ResourceFacts::of,
              "properties.serviceKey",
              "properties.circuitProvisioningState",
              "properties.serviceProviderProvisioningState",
              "properties.serviceProviderNotes",
              "properties.gatewayManagerEtag");
      case PEERING ->
          network(
              ExpressRouteCircuitPeeringInner::fromJson,
              ResourceFacts::of,
              "properties.gatewayManagerEtag");
      case AUTHORIZATION ->
          network(
              ExpressRouteCircuitAuthorizationInner::fromJson,
              ResourceFacts::of,
              "properties.authorizationUseStatus");
      case SUBNET -> network(SubnetInner::fromJson, ResourceFacts::of);
      case SECURITY_RULE -> network(SecurityRuleInner::fromJson, ResourceFacts::of);
    };
  }

  private static <T extends JsonSerializable<?>> ModelledType<T> network(
      Parser<T> parser, Function<T, Facts> facts, String... serviceOwned) {
    return new ModelledType<>(ApiVersion.NETWORK, parser, facts, Set.of(serviceOwned));
  }
}
