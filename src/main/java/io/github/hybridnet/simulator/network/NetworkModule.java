package io.github.hybridnet.simulator.network;

import io.github.hybridnet.simulator.arm.ModuleRegistry;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ResourceEnvelope;
import io.github.hybridnet.simulator.arm.ResourceModule;
import io.github.hybridnet.simulator.arm.ResourceTypeDefinition;
import io.github.hybridnet.simulator.arm.TagsPatch;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.network.circuit.CircuitAuthorizations;
import io.github.hybridnet.simulator.network.circuit.CircuitConnectionPut;
import io.github.hybridnet.simulator.network.circuit.CircuitDelete;
import io.github.hybridnet.simulator.network.circuit.CircuitPeeringDelete;
import io.github.hybridnet.simulator.network.circuit.CircuitPeeringPut;
import io.github.hybridnet.simulator.network.circuit.CircuitPeeringView;
import io.github.hybridnet.simulator.network.circuit.CircuitPut;
import io.github.hybridnet.simulator.network.circuit.CircuitRouterTables;
import io.github.hybridnet.simulator.network.circuit.ConnectivityProvider;
import io.github.hybridnet.simulator.network.circuit.ServiceProviders;
import io.github.hybridnet.simulator.network.connection.ConnectionDelete;
import io.github.hybridnet.simulator.network.connection.ConnectionPut;
import io.github.hybridnet.simulator.network.connection.ConnectionView;
import io.github.hybridnet.simulator.network.connection.GatewayConnections;
import io.github.hybridnet.simulator.network.connection.SharedKeyCalls;
import io.github.hybridnet.simulator.network.connection.TunnelDiagnostics;
import io.github.hybridnet.simulator.network.gateway.ExpressRouteGatewayInquiry;
import io.github.hybridnet.simulator.network.gateway.GatewayDelete;
import io.github.hybridnet.simulator.network.gateway.GatewayPatch;
import io.github.hybridnet.simulator.network.gateway.GatewayPut;
import io.github.hybridnet.simulator.network.gateway.GatewayReset;
import io.github.hybridnet.simulator.network.gateway.GatewayResiliency;
import io.github.hybridnet.simulator.network.gateway.GatewayView;
import io.github.hybridnet.simulator.network.gateway.LocalGatewayPut;
import io.github.hybridnet.simulator.network.gateway.NatRulePut;
import io.github.hybridnet.simulator.network.gateway.RadiusSecretsCall;
import io.github.hybridnet.simulator.network.gateway.SiteFailoverCalls;
import io.github.hybridnet.simulator.network.gateway.SiteFailoverViews;
import io.github.hybridnet.simulator.network.gateway.VpnDevices;
import io.github.hybridnet.simulator.network.gateway.VpnProfiles;
import io.github.hybridnet.simulator.network.publicip.PublicIpChecks;
import io.github.hybridnet.simulator.network.publicip.PublicIpPut;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.relation.GlobalReach;
import io.github.hybridnet.simulator.network.relation.NetworkPeeringStates;
import io.github.hybridnet.simulator.network.resource.HidingView;
import io.github.hybridnet.simulator.network.resource.ListInquiry;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import io.github.hybridnet.simulator.network.resource.VersionedView;
import io.github.hybridnet.simulator.network.routing.BgpPeers;
import io.github.hybridnet.simulator.network.routing.BgpRoutes;
import io.github.hybridnet.simulator.network.routing.ConnectionStatuses;
import io.github.hybridnet.simulator.network.routing.NetworkResourceDeletion;
import io.github.hybridnet.simulator.network.routing.NetworkWatcherCalls;
import io.github.hybridnet.simulator.network.securitygroup.SecurityGroupPut;
import io.github.hybridnet.simulator.network.securitygroup.SecurityGroupUseCheck;
import io.github.hybridnet.simulator.network.securitygroup.SecurityRulePut;
import io.github.hybridnet.simulator.network.vnet.NetworkInquiries;
import io.github.hybridnet.simulator.network.vnet.NetworkPeeringPut;
import io.github.hybridnet.simulator.network.vnet.SubnetDelegations;
import io.github.hybridnet.simulator.network.vnet.SubnetPut;
import io.github.hybridnet.simulator.network.vnet.SubnetUseChecks;
import io.github.hybridnet.simulator.network.vnet.VirtualNetworkPut;
import java.util.List;

/**
 * The resource provider {@code Microsoft.Network}, as far as a hybrid network needs it: its types,
 * their calls, the connectivity provider, and the admin calls on circuits and connections.
 */
public final class NetworkModule implements ResourceModule {
  private static final int QUICK_RETRY = 3;

  @Override
  public void register(ModuleRegistry moduleRegistry) {
    registerNetworks(moduleRegistry);
    registerSecurityGroups(moduleRegistry);
    moduleRegistry.type(publicIp());
    moduleRegistry.type(gateway());
    moduleRegistry.type(
        named(NetworkTypes.NAT_RULE, "VirtualNetworkGatewayNatRule")
            .inlineIn(NatRulePut.COLLECTION)
            .put(new NatRulePut())
            .delete(new NetworkResourceDeletion("natRules", ConcurrencyGuard::refuse))
            .build());
    moduleRegistry.type(localGateway());
    registerConnections(moduleRegistry);
    registerCircuits(moduleRegistry);
    new DataPlaneModule().register(moduleRegistry);
    moduleRegistry.type(networkWatcher());
  }

  private static ResourceTypeDefinition networkWatcher() {
    return named(NetworkTypes.NETWORK_WATCHER, "NetworkWatcher")
        .put(request -> OperationAnswer.made(ResourceEnvelope.topLevel(request)))
        .patch(new TagsPatch())
        .delete(new NetworkResourceDeletion("networkWatchers", ConcurrencyGuard::refuse))
        .call("POST", "connectivityCheck", new NetworkWatcherCalls.ConnectivityCheck())
        .call("POST", "nextHop", new NetworkWatcherCalls.NextHop())
        .build();
  }

  private static void registerNetworks(ModuleRegistry moduleRegistry) {
    ResourceTypeDefinition.Builder network = named(NetworkTypes.VIRTUAL_NETWORK, "VirtualNetwork");
    moduleRegistry.type(
        NetworkInquiries.ofNetwork()
            .addTo(network)
            .put(new VirtualNetworkPut())
            .patch(new TagsPatch())
            .delete(
                new NetworkResourceDeletion("virtualNetworks", SubnetUseChecks::refuseIfAnyUsed))
            .retryAfter(QUICK_RETRY)
            .etagHeader()
            .build());
    moduleRegistry.type(
        named(NetworkTypes.NETWORK_PEERING, "VirtualNetworkPeering")
            .inlineIn(NetworkPeeringStates.ALL)
            .put(new NetworkPeeringPut())
            .delete(new NetworkResourceDeletion("virtualNetworkPeerings", ConcurrencyGuard::defer))
            .etagHeader()
            .build());
    moduleRegistry.type(
        NetworkInquiries.ofSubnet()
            .addTo(named(NetworkTypes.SUBNET, "Subnet"))
            .inlineIn("subnets")
            .put(new SubnetPut())
            .delete(new NetworkResourceDeletion("subnets", SubnetUseChecks::refuseDelete))
            .retryAfter(QUICK_RETRY)
            .etagHeader()
            .build());
  }

  private static void registerSecurityGroups(ModuleRegistry moduleRegistry) {
    moduleRegistry.type(
        named(NetworkTypes.SECURITY_GROUP, "NetworkSecurityGroup")
            .put(new SecurityGroupPut())
            .patch(new TagsPatch())
            .delete(
                new NetworkResourceDeletion(
                    "networkSecurityGroups", SecurityGroupUseCheck::refuseDelete))
            .retryAfter(QUICK_RETRY)
            .etagHeader()
            .build());
    moduleRegistry.type(
        named(NetworkTypes.SECURITY_RULE, "SecurityRule")
            .inlineIn("securityRules")
            .put(new SecurityRulePut())
            .delete(new NetworkResourceDeletion("securityRules", ConcurrencyGuard::defer))
            .etagHeader()
            .build());
    moduleRegistry.type(readOnly(NetworkTypes.DEFAULT_RULE, "defaultSecurityRules"));
  }

  /** What a type's resources say of themselves and no client writes. */
  private static ResourceTypeDefinition readOnly(TypeName name, String collection) {
    return named(name, name.last()).inlineIn(collection).build();
  }

  private static ResourceTypeDefinition publicIp() {
    return NetworkInquiries.ofAddress()
        .addTo(named(NetworkTypes.PUBLIC_IP, "PublicIpAddress"))
        .put(new PublicIpPut())
        .patch(new TagsPatch())
        .delete(new NetworkResourceDeletion("publicIPAddresses", PublicIpChecks::refuseDelete))
        .retryAfter(1)
        .etagHeader()
        .build();
  }

  private static ResourceTypeDefinition gateway() {
    ResourceTypeDefinition.Builder gateway = named(NetworkTypes.GATEWAY, "VirtualNetworkGateway");
    VpnProfiles.calls().addTo(gateway);
    TunnelDiagnostics.packetCapture().addTo(gateway);
    TunnelDiagnostics.ofClients().addTo(gateway);
    return gateway
        .put(new GatewayPut())
        .patch(new GatewayPatch())
        .delete(new GatewayDelete())
        .view(new VersionedView(new GatewayView()))
        .withoutSubscriptionList()
        .call("GET", "connections", GatewayConnections::list)
        .call("POST", "reset", new GatewayReset())
        .call("POST", "listRadiusSecrets", RadiusSecretsCall::list)
        .call("POST", "supportedvpndevices", VpnDevices::list)
        .call("POST", "getBgpPeerStatus", gatewayQuestion(BgpPeers::status))
        .call("POST", "getLearnedRoutes", gatewayQuestion(BgpRoutes::learned))
        .call("POST", "getAdvertisedRoutes", gatewayQuestion(BgpRoutes::advertised))
        .call("POST", "startSiteFailoverTest", new SiteFailoverCalls.Start())
        .call("POST", "stopSiteFailoverTest", new SiteFailoverCalls.Stop())
        .call("POST", "getFailoverAllTestsDetails", onExpressRoute(SiteFailoverViews::all))
        .call("POST", "getFailoverSingleTestDetails", onExpressRoute(SiteFailoverViews::single))
        .call("POST", "getResiliencyInformation", onExpressRoute(GatewayResiliency::information))
        .call("POST", "getRoutesInformation", onExpressRoute(GatewayResiliency::routes))
        // No point-to-site client ever dials into this simulator.
        .call(
            "POST",
            "getVpnClientConnectionHealth",
            gatewayQuestion((world, asked, peer) -> List.of()))
        .build();
  }

  private static ExpressRouteGatewayInquiry onExpressRoute(
      ExpressRouteGatewayInquiry.Lookup lookup) {
    return new ExpressRouteGatewayInquiry(lookup);
  }

  private static ListInquiry gatewayQuestion(ListInquiry.Lookup lookup) {
    return new ListInquiry("virtualNetworkGateways.action", lookup);
  }

  private static ResourceTypeDefinition localGateway() {
    return named(NetworkTypes.LOCAL_GATEWAY, "LocalNetworkGateway")
        .put(new LocalGatewayPut())
        .patch(new TagsPatch())
        .delete(new NetworkResourceDeletion("localNetworkGateways", LocalGatewayPut::refuseDelete))
        .withoutSubscriptionList()
        .etagHeader()
        .build();
  }

  private static void registerConnections(ModuleRegistry moduleRegistry) {
    ResourceTypeDefinition.Builder connection =
        named(NetworkTypes.CONNECTION, "VirtualNetworkGatewayConnection");
    TunnelDiagnostics.packetCapture().addTo(connection);
    TunnelDiagnostics.ofConnection().addTo(connection);
    moduleRegistry.type(
        connection
            .put(new ConnectionPut())
            .patch(new TagsPatch())
            .delete(new ConnectionDelete())
            .view(new VersionedView(new ConnectionView()))
            .withoutSubscriptionList()
            .call("GET", "sharedkey", SharedKeyCalls::get)
            .call("PUT", "sharedkey", new SharedKeyCalls.Put())
            .call("POST", "sharedkey/reset", new SharedKeyCalls.Reset())
            .build());
    moduleRegistry.event(ConnectionStatuses.TUNNEL_UP, ConnectionStatuses::tunnelUp);
    moduleRegistry.adminCall(
        new ModuleRegistry.AdminCall(
            "PUT", "connections", NetworkTypes.CONNECTION, "status", ConnectionStatuses::choose));
  }

  private static void registerCircuits(ModuleRegistry moduleRegistry) {
    moduleRegistry.type(
        named(NetworkTypes.CIRCUIT, "ExpressRouteCircuit")
            .put(new CircuitPut())
            .patch(new TagsPatch())
            .delete(
                new NetworkResourceDeletion(
                    "expressRouteCircuits", CircuitDelete::refuseDelete, CircuitDelete::finish))
            .view(new VersionedView(new HidingView()))
            .call("GET", "stats", CircuitRouterTables::statistics)
            .build());
    moduleRegistry.type(peering());
    moduleRegistry.type(
        named(NetworkTypes.CIRCUIT_CONNECTION, "ExpressRouteCircuitConnection")
            .inlineIn(GlobalReach.CONNECTIONS)
            .put(new CircuitConnectionPut())
            .delete(new NetworkResourceDeletion("peerings", ConcurrencyGuard::refuse))
            .withoutNotification()
            .build());
    moduleRegistry.type(readOnly(NetworkTypes.PEER_CONNECTION, GlobalReach.PEERED));
    moduleRegistry.type(
        named(NetworkTypes.AUTHORIZATION, "ExpressRouteCircuitAuthorization")
            .inlineIn("authorizations")
            .put(CircuitAuthorizations::put)
            .delete(new NetworkResourceDeletion("authorizations", ConcurrencyGuard::refuse))
            .withoutNotification()
            .build());
    moduleRegistry.subscriptionCall(
        "GET", "providers/Microsoft.Network/expressRouteServiceProviders", ServiceProviders::list);
    moduleRegistry.subscriptionCall(
        "GET",
        "providers/Microsoft.Network/locations/{location}/availableDelegations",
        SubnetDelegations::available);
    moduleRegistry.event(ConnectivityProvider.BEGINS, ConnectivityProvider::begin);
    moduleRegistry.event(ConnectivityProvider.DONE, ConnectivityProvider::finish);
    moduleRegistry.event(ConnectivityProvider.GONE, ConnectivityProvider::takeAway);
    moduleRegistry.adminCall(
        new ModuleRegistry.AdminCall(
            "POST", "circuits", NetworkTypes.CIRCUIT, "provider", ConnectivityProvider::tell));
  }

  private static ResourceTypeDefinition peering() {
    return named(NetworkTypes.PEERING, "ExpressRouteCircuitPeering")
        .inlineIn("peerings")
        .put(new CircuitPeeringPut())
        .view(new VersionedView(new CircuitPeeringView()))
        .delete(new CircuitPeeringDelete())
        .withoutNotification()
        .call("GET", "stats", CircuitRouterTables::statistics)
        .call("POST", "arpTables/{devicePath}", circuitQuestion(CircuitRouterTables::arp))
        .call("POST", "routeTables/{devicePath}", circuitQuestion(CircuitRouterTables::routes))
        .call(
            "POST",
            "routeTablesSummary/{devicePath}",
            circuitQuestion(CircuitRouterTables::summary))
        .build();
  }

  private static ListInquiry circuitQuestion(ListInquiry.Lookup lookup) {
    return new ListInquiry("expressRouteCircuits.action", lookup);
  }

  private static ResourceTypeDefinition.Builder named(TypeName name, String label) {
    return ResourceTypeDefinition.named(name)
        .label(label)
        .view(new VersionedView((resource, viewContext) -> resource));
  }
}
