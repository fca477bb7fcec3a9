package io.github.hybridnet.azure.resource;

import com.azure.core.util.Context;
import com.azure.resourcemanager.network.fluent.NetworkManagementClient;
import com.azure.resourcemanager.network.fluent.models.ExpressRouteCircuitInner;
import com.azure.resourcemanager.network.fluent.models.ExpressRouteCircuitPeeringInner;
import com.azure.resourcemanager.network.fluent.models.LocalNetworkGatewayInner;
import com.azure.resourcemanager.network.fluent.models.NetworkSecurityGroupInner;
import com.azure.resourcemanager.network.fluent.models.PublicIpAddressInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkGatewayConnectionInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkGatewayInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkInner;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The types of Microsoft.Network, over the SDK's clients of the lower level: the fluent ones create
 * public addresses that nobody asked for, and cannot say some of what is declared here.
 */
final class NetworkResources {
  private final NetworkManagementClient client;

  private NetworkResources(NetworkManagementClient client) {
    this.client = client;
  }

  /** The clients, by type. */
  static Map<ResourceType, ResourceClient> of(NetworkManagementClient client) {
    NetworkResources resources = new NetworkResources(client);
    Map<ResourceType, ResourceClient> types = new EnumMap<>(ResourceType.class);
    types.put(ResourceType.NETWORK_SECURITY_GROUP, resources.securityGroups());
    types.put(ResourceType.VIRTUAL_NETWORK, resources.virtualNetworks());
    types.put(ResourceType.PUBLIC_IP, resources.publicIps());
    types.put(ResourceType.LOCAL_NETWORK_GATEWAY, resources.localGateways());
    types.put(ResourceType.VIRTUAL_NETWORK_GATEWAY, resources.gateways());
    types.put(ResourceType.CONNECTION, resources.connections());
    types.put(ResourceType.CIRCUIT, resources.circuits());
    types.put(ResourceType.PEERING, resources.peerings());
    return types;
  }

  private ResourceClient securityGroups() {
    var groups = client.getNetworkSecurityGroups();
    return new TypedResource<>(
        NetworkSecurityGroupInner::fromJson,
        key ->
            groups
                .getByResourceGroupWithResponse(key.resourceGroup(), key.name(), null, Context.NONE)
                .getValue(),
        (key, model, etag) ->
            Puts.send(
                groups.createOrUpdateWithResponseAsync(key.resourceGroup(), key.name(), model),
                etag),
        NetworkFacts::of,
        Set.of());
  }

  private ResourceClient virtualNetworks() {
    var networks = client.getVirtualNetworks();
    return new TypedResource<>(
        VirtualNetworkInner::fromJson,
        key ->
            networks
                .getByResourceGroupWithResponse(key.resourceGroup(), key.name(), null, Context.NONE)
                .getValue(),
        (key, model, etag) ->
            Puts.send(
                networks.createOrUpdateWithResponseAsync(key.resourceGroup(), key.name(), model),
                etag),
        NetworkFacts::of,
        Set.of());
  }

  private ResourceClient publicIps() {
    var addresses = client.getPublicIpAddresses();
    return new TypedResource<>(
        PublicIpAddressInner::fromJson,
        key ->
            addresses
                .getByResourceGroupWithResponse(key.resourceGroup(), key.name(), null, Context.NONE)
                .getValue(),
        (key, model, etag) ->
            Puts.send(
                addresses.createOrUpdateWithResponseAsync(key.resourceGroup(), key.name(), model),
                etag),
        NetworkFacts::of,
        Set.of("properties.ipAddress"));
  }

  private ResourceClient localGateways() {
    var gateways = client.getLocalNetworkGateways();
    return new TypedResource<>(
        LocalNetworkGatewayInner::fromJson,
        key ->
            gateways
                .getByResourceGroupWithResponse(key.resourceGroup(), key.name(), Context.NONE)
                .getValue(),
        (key, model, etag) ->
            Puts.send(
                gateways.createOrUpdateWithResponseAsync(key.resourceGroup(), key.name(), model),
                etag),
        NetworkFacts::of,
        Set.of());
  }

  private ResourceClient gateways() {
    var gateways = client.getVirtualNetworkGateways();
    return new TypedResource<>(
        VirtualNetworkGatewayInner::fromJson,
        key ->
            gateways
                .getByResourceGroupWithResponse(key.resourceGroup(), key.name(), Context.NONE)
                .getValue(),
        (key, model, etag) ->
            Puts.send(
                gateways.createOrUpdateWithResponseAsync(key.resourceGroup(), key.name(), model),
                etag),
        NetworkFacts::of,
        Set.of());
  }

  private ResourceClient connections() {
    var connections = client.getVirtualNetworkGatewayConnections();
    return new TypedResource<>(
        VirtualNetworkGatewayConnectionInner::fromJson,
        key ->
            connections
                .getByResourceGroupWithResponse(key.resourceGroup(), key.name(), Context.NONE)
                .getValue(),
        (key, model, etag) ->
            Puts.send(
                connections.createOrUpdateWithResponseAsync(key.resourceGroup(), key.name(), model),
                etag),
        NetworkFacts::of,
        Set.of());
  }

  private ResourceClient circuits() {
    var circuits = client.getExpressRouteCircuits();
    return new TypedResource<>(
        ExpressRouteCircuitInner::fromJson,
        key ->
            circuits
                .getByResourceGroupWithResponse(key.resourceGroup(), key.name(), Context.NONE)
                .getValue(),
        (key, model, etag) ->
            Puts.send(
                circuits.createOrUpdateWithResponseAsync(key.resourceGroup(), key.name(), model),
                etag),
        NetworkFacts::of,
        Set.of(
            "properties.serviceKey",
            "properties.circuitProvisioningState",
            "properties.serviceProviderProvisioningState",
            "properties.serviceProviderNotes",
            "properties.gatewayManagerEtag"));
  }

  private ResourceClient peerings() {
    var peerings = client.getExpressRouteCircuitPeerings();
    return new TypedResource<>(
        ExpressRouteCircuitPeeringInner::fromJson,
        key ->
            peerings
                .getWithResponse(key.resourceGroup(), circuit(key), peering(key), Context.NONE)
                .getValue(),
        (key, model, etag) ->
            Puts.send(
                peerings.createOrUpdateWithResponseAsync(
                    key.resourceGroup(), circuit(key), peering(key), model),
                etag),
        NetworkFacts::of,
        Set.of("properties.gatewayManagerEtag"));
  }

  private static String circuit(ResourceKey key) {
    return key.name().substring(0, key.name().indexOf('/'));
  }

  private static String peering(ResourceKey key) {
    return key.name().substring(key.name().indexOf('/') + 1);
  }
}
