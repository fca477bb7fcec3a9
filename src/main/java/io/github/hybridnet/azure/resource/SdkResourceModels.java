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
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.http.ApiVersion;
import io.github.hybridnet.azure.http.ArmHttpClient.ModelParser;
import java.util.Set;
import java.util.function.Function;

/** The table of resource types and their models. */
final class SdkResourceModels {
  private static final String CAPTURE = "properties.packetCaptureDiagnosticState";

  /** What the service writes into a gateway's body by itself. */
  private static final String[] OF_GATEWAY = {
    CAPTURE,
    "properties.isMigrateToCSES",
    "properties.virtualNetworkGatewayMigrationStatus",
    "properties.vpnClientConfiguration.vpnClientConnectionHealth"
  };

  /** What the service and the provider write into a circuit's body. */
  private static final String[] OF_CIRCUIT = {
    "properties.serviceKey",
    "properties.circuitProvisioningState",
    "properties.serviceProviderProvisioningState",
    "properties.serviceProviderNotes",
    "properties.gatewayManagerEtag"
  };

  private SdkResourceModels() {}

  /** The model of a type. */
  static SdkResourceModel<?> of(ResourceType type) {
    return switch (type) {
      case RESOURCE_GROUP ->
          new SdkResourceModel<>(
              ApiVersion.RESOURCES,
              ResourceGroupInner::fromJson,
              ObservedFactsReader::of,
              Set.of("properties"));
      case NETWORK_SECURITY_GROUP ->
          network(NetworkSecurityGroupInner::fromJson, ObservedFactsReader::of);
      case VIRTUAL_NETWORK -> network(VirtualNetworkInner::fromJson, ObservedFactsReader::of);
      case PUBLIC_IP ->
          network(PublicIpAddressInner::fromJson, ObservedFactsReader::of, "properties.ipAddress");
      case LOCAL_NETWORK_GATEWAY ->
          network(LocalNetworkGatewayInner::fromJson, ObservedFactsReader::of);
      case VIRTUAL_NETWORK_GATEWAY ->
          network(VirtualNetworkGatewayInner::fromJson, ObservedFactsReader::of, OF_GATEWAY);
      case CONNECTION ->
          network(VirtualNetworkGatewayConnectionInner::fromJson, ObservedFactsReader::of, CAPTURE);
      case CIRCUIT ->
          network(ExpressRouteCircuitInner::fromJson, ObservedFactsReader::of, OF_CIRCUIT);
      case PEERING ->
          network(
              ExpressRouteCircuitPeeringInner::fromJson,
              ObservedFactsReader::of,
              "properties.gatewayManagerEtag");
      case AUTHORIZATION ->
          network(
              ExpressRouteCircuitAuthorizationInner::fromJson,
              ObservedFactsReader::of,
              "properties.authorizationUseStatus");
      case SUBNET -> network(SubnetInner::fromJson, ObservedFactsReader::of);
      case SECURITY_RULE -> network(SecurityRuleInner::fromJson, ObservedFactsReader::of);
    };
  }

  private static <T extends JsonSerializable<?>> SdkResourceModel<T> network(
      ModelParser<T> modelParser, Function<T, ObservedFacts> facts, String... serviceOwned) {
    return new SdkResourceModel<>(ApiVersion.NETWORK, modelParser, facts, Set.of(serviceOwned));
  }
}
