package io.github.hybridnet.simulator.network;

import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.Envelope;
import io.github.hybridnet.simulator.arm.Registry;
import io.github.hybridnet.simulator.arm.ResourceModule;
import io.github.hybridnet.simulator.arm.ResourceType;
import io.github.hybridnet.simulator.arm.TagsPatch;
import io.github.hybridnet.simulator.arm.TypeName;
import java.util.List;

/**
 * The resource provider {@code Microsoft.Network}, as far as a hybrid network needs it: its types,
 * their calls, the connectivity provider, and the admin calls on circuits and connections.
 */
public final class NetworkModule implements ResourceModule {
  private static final int QUICK_RETRY = 3;

  @Override
  public void register(Registry registry) {
    registerNetworks(registry);
    registerSecurityGroups(registry);
    registry.type(publicIp());
    registry.type(gateway());
    registry.type(
        named(NetworkTypes.NAT_RULE, "VirtualNetworkGatewayNatRule")
            .inlineIn(NatRulePut.COLLECTION)
            .put(new NatRulePut())
            .delete(new Deletion("natRules", Busy::refuse))
            .build());
    registry.type(localGateway());
    registerConnections(registry);
    registerCircuits(registry);
    new PlaneModule().register(registry);
    registry.type(networkWatcher());
  }

  private static ResourceType networkWatcher() {
    return named(NetworkTypes.NETWORK_WATCHER, "NetworkWatcher")
        .put(request -> Answer.made(Envelope.topLevel(request)))
        .patch(new TagsPatch())
        .delete(new Deletion("networkWatchers", Busy::refuse))
        .call("POST", "connectivityCheck", new WatcherCalls.ConnectivityCheck())
        .call("POST", "nextHop", new WatcherCalls.NextHop())
        .build();
  }

  private static void registerNetworks(Registry registry) {
    ResourceType.Builder network = named(NetworkTypes.VIRTUAL_NETWORK, "VirtualNetwork");
    registry.type(
        NetworkQuestions.ofNetwork()
            .addTo(network)
            .put(new VirtualNetworkPut())
            .patch(new TagsPatch())
            .delete(new Deletion("virtualNetworks", SubnetUse::refuseIfAnyUsed))
            .retryAfter(QUICK_RETRY)
            .etagHeader()
            .build());
    registry.type(
        named(NetworkTypes.NETWORK_PEERING, "VirtualNetworkPeering")
            .inlineIn(NetworkPeerings.ALL)
            .put(new NetworkPeeringPut())
            .delete(new Deletion("virtualNetworkPeerings", Busy::defer))
            .etagHeader()
            .build());
    registry.type(
        NetworkQuestions.ofSubnet()
            .addTo(named(NetworkTypes.SUBNET, "Subnet"))
            .inlineIn("subnets")
            .put(new SubnetPut())
            .delete(new Deletion("subnets", SubnetUse::refuseDelete))
            .retryAfter(QUICK_RETRY)
            .etagHeader()
            .build());
  }

  private static void registerSecurityGroups(Registry registry) {
    registry.type(
        named(NetworkTypes.SECURITY_GROUP, "NetworkSecurityGroup")
            .put(new SecurityGroupPut())
            .patch(new TagsPatch())
            .delete(new Deletion("networkSecurityGroups", SecurityGroupUse::refuseDelete))
            .retryAfter(QUICK_RETRY)
            .etagHeader()
            .build());
    registry.type(
        named(NetworkTypes.SECURITY_RULE, "SecurityRule")
            .inlineIn("securityRules")
            .put(new SecurityRulePut())
            .delete(new Deletion("securityRules", Busy::defer))
            .etagHeader()
            .build());
    registry.type(readOnly(NetworkTypes.DEFAULT_RULE, "defaultSecurityRules"));
  }

  /** What a type's resources say of themselves and no client writes. */
  private static ResourceType readOnly(TypeName name, String collection) {
    return named(name, name.last()).inlineIn(collection).build();
  }

  private static ResourceType publicIp() {
    return NetworkQuestions.ofAddress()
        .addTo(named(NetworkTypes.PUBLIC_IP, "PublicIpAddress"))
        .put(new PublicIpPut())
        .patch(new TagsPatch())
        .delete(new Deletion("publicIPAddresses", PublicIpChecks::refuseDelete))
        .retryAfter(1)
        .etagHeader()
        .build();
  }

  private static ResourceType gateway() {
    ResourceType.Builder gateway = named(NetworkTypes.GATEWAY, "VirtualNetworkGateway");
    VpnProfiles.calls().addTo(gateway);
    Diagnostics.packetCapture().addTo(gateway);
    Diagnostics.ofClients().addTo(gateway);
    return gateway
        .put(new GatewayPut())
        .patch(new GatewayPatch())
        .delete(new GatewayDelete())
        .view(new VersionedView(new GatewayView()))
        .withoutSubscriptionList()
        .call("GET", "connections", GatewayConnections::list)
        .call("POST", "reset", new GatewayReset())
        .call("POST", "listRadiusSecrets", RadiusSecrets::list)
        .call("POST", "supportedvpndevices", VpnDevices::list)
        .call("POST", "getBgpPeerStatus", gatewayQuestion(BgpPeers::status))
        .call("POST", "getLearnedRoutes", gatewayQuestion(BgpRoutes::learned))
        .call("POST", "getAdvertisedRoutes", gatewayQuestion(BgpRoutes::advertised))
        .call("POST", "startSiteFailoverTest", new SiteFailoverCalls.Start())
        .call("POST", "stopSiteFailoverTest", new SiteFailoverCalls.Stop())
        .call("POST", "getFailoverAllTestsDetails", new GatewayQuestion(SiteFailoverViews::all))
        .call(
            "POST", "getFailoverSingleTestDetails", new GatewayQuestion(SiteFailoverViews::single))
        .call("POST", "getResiliencyInformation", new GatewayQuestion(Resiliency::information))
        .call("POST", "getRoutesInformation", new GatewayQuestion(Resiliency::routes))
        // No point-to-site client ever dials into this simulator.
        .call(
            "POST",
            "getVpnClientConnectionHealth",
            gatewayQuestion((world, asked, peer) -> List.of()))
        .build();
  }

  private static Question gatewayQuestion(Question.Inquiry inquiry) {
    return new Question("virtualNetworkGateways.action", inquiry);
  }

  private static ResourceType localGateway() {
    return named(NetworkTypes.LOCAL_GATEWAY, "LocalNetworkGateway")
        .put(new LocalGatewayPut())
        .patch(new TagsPatch())
        .delete(new Deletion("localNetworkGateways", LocalGatewayPut::refuseDelete))
        .withoutSubscriptionList()
        .etagHeader()
        .build();
  }

  private static void registerConnections(Registry registry) {
    ResourceType.Builder connection =
        named(NetworkTypes.CONNECTION, "VirtualNetworkGatewayConnection");
    Diagnostics.packetCapture().addTo(connection);
    Diagnostics.ofConnection().addTo(connection);
    registry.type(
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
    registry.event(ConnectionStatuses.TUNNEL_UP, ConnectionStatuses::tunnelUp);
    registry.adminCall(
        new Registry.AdminCall(
            "PUT", "connections", NetworkTypes.CONNECTION, "status", ConnectionStatuses::choose));
  }

  private static void registerCircuits(Registry registry) {
    registry.type(
        named(NetworkTypes.CIRCUIT, "ExpressRouteCircuit")
            .put(new CircuitPut())
            .patch(new TagsPatch())
            .delete(new Deletion("expressRouteCircuits", Circuits::refuseDelete, Circuits::leave))
            .view(new VersionedView(new HidingView()))
            .call("GET", "stats", CircuitTables::statistics)
            .build());
    registry.type(peering());
    registry.type(
        named(NetworkTypes.CIRCUIT_CONNECTION, "ExpressRouteCircuitConnection")
            .inlineIn(GlobalReach.CONNECTIONS)
            .put(new CircuitConnectionPut())
            .delete(new Deletion("peerings", Busy::refuse))
            .withoutNotification()
            .build());
    registry.type(readOnly(NetworkTypes.PEER_CONNECTION, GlobalReach.PEERED));
    registry.type(
        named(NetworkTypes.AUTHORIZATION, "ExpressRouteCircuitAuthorization")
            .inlineIn("authorizations")
            .put(CircuitAuthorizations::put)
            .delete(new Deletion("authorizations", Busy::refuse))
            .withoutNotification()
            .build());
    registry.subscriptionCall(
        "GET", "providers/Microsoft.Network/expressRouteServiceProviders", ServiceProviders::list);
    registry.subscriptionCall(
        "GET",
        "providers/Microsoft.Network/locations/{location}/availableDelegations",
        Delegations::available);
    registry.event(Provider.BEGINS, Provider::begin);
    registry.event(Provider.DONE, Provider::finish);
    registry.event(Provider.GONE, Provider::takeAway);
    registry.adminCall(
        new Registry.AdminCall(
            "POST", "circuits", NetworkTypes.CIRCUIT, "provider", Provider::tell));
  }

  private static ResourceType peering() {
    return named(NetworkTypes.PEERING, "ExpressRouteCircuitPeering")
        .inlineIn("peerings")
        .put(new PeeringPut())
        .view(new VersionedView(new PeeringView()))
        .delete(new PeeringDelete())
        .withoutNotification()
        .call("GET", "stats", CircuitTables::statistics)
        .call("POST", "arpTables/{devicePath}", circuitQuestion(CircuitTables::arp))
        .call("POST", "routeTables/{devicePath}", circuitQuestion(CircuitTables::routes))
        .call("POST", "routeTablesSummary/{devicePath}", circuitQuestion(CircuitTables::summary))
        .build();
  }

  private static Question circuitQuestion(Question.Inquiry inquiry) {
    return new Question("expressRouteCircuits.action", inquiry);
  }

  private static ResourceType.Builder named(TypeName name, String label) {
    return ResourceType.named(name)
        .label(label)
        .view(new VersionedView((resource, look) -> resource));
  }
}
