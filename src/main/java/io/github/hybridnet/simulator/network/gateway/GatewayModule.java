package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ModuleRegistry;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceModule;
import io.github.hybridnet.simulator.arm.ResourceTypeDefinition;
import io.github.hybridnet.simulator.arm.TagsPatch;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.resource.ListInquiry;
import io.github.hybridnet.simulator.network.resource.LongRunningAction;
import io.github.hybridnet.simulator.network.resource.NetworkTypeDefinition;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import io.github.hybridnet.simulator.network.resource.ResourceCalls;
import io.github.hybridnet.simulator.network.resource.VersionedView;
import io.github.hybridnet.simulator.network.routing.BgpPeers;
import io.github.hybridnet.simulator.network.routing.BgpRoutes;
import io.github.hybridnet.simulator.network.routing.NetworkResourceDeletion;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Registers virtual network gateways, their NAT rules and local network gateways.
 *
 * @param connectionCalls the calls of a gateway that are about its connections
 */
public record GatewayModule(ResourceCalls connectionCalls) implements ResourceModule {
  private static final String DURATION = "virtualNetworkGateways.action";

  @Override
  public void register(ModuleRegistry moduleRegistry) {
    moduleRegistry.type(gateway());
    moduleRegistry.type(
        NetworkTypeDefinition.named(NetworkTypes.NAT_RULE, "VirtualNetworkGatewayNatRule")
            .inlineIn(NatRulePut.COLLECTION)
            .put(new NatRulePut())
            .delete(new NetworkResourceDeletion("natRules", ConcurrencyGuard::refuse))
            .build());
    moduleRegistry.type(
        NetworkTypeDefinition.named(NetworkTypes.LOCAL_GATEWAY, "LocalNetworkGateway")
            .put(new LocalGatewayPut())
            .patch(new TagsPatch())
            .delete(
                new NetworkResourceDeletion(
                    "localNetworkGateways", LocalGatewayDelete::refuseDelete))
            .withoutSubscriptionList()
            .etagHeader()
            .build());
  }

  private ResourceTypeDefinition gateway() {
    ResourceTypeDefinition.Builder gateway =
        NetworkTypeDefinition.named(NetworkTypes.GATEWAY, "VirtualNetworkGateway");
    VpnProfiles.calls().addTo(gateway);
    connectionCalls.addTo(gateway);
    addInquiries(gateway);
    return gateway
        .put(new GatewayPut())
        .patch(new GatewayPatch())
        .delete(new GatewayDelete())
        .view(new VersionedView(new GatewayView()))
        .withoutSubscriptionList()
        .call("POST", "reset", new GatewayReset())
        .call("POST", "listRadiusSecrets", RadiusSecretsCall::list)
        .call("POST", "supportedvpndevices", VpnDevices::list)
        .call("POST", "startSiteFailoverTest", new SiteFailoverCalls.Start())
        .call("POST", "stopSiteFailoverTest", new SiteFailoverCalls.Stop())
        .build();
  }

  private static void addInquiries(ResourceTypeDefinition.Builder gateway) {
    gateway
        .call("POST", "getBgpPeerStatus", new ListInquiry(DURATION, BgpPeers::status))
        .call("POST", "getLearnedRoutes", new ListInquiry(DURATION, BgpRoutes::learned))
        .call("POST", "getAdvertisedRoutes", new ListInquiry(DURATION, BgpRoutes::advertised))
        // No point-to-site client ever dials into this simulator.
        .call(
            "POST",
            "getVpnClientConnectionHealth",
            new ListInquiry(DURATION, (world, asked, peer) -> List.of()))
        .call("POST", "getFailoverAllTestsDetails", ofExpressRoute(SiteFailoverViews::all))
        .call("POST", "getFailoverSingleTestDetails", ofExpressRoute(SiteFailoverViews::single))
        .call("POST", "getResiliencyInformation", ofExpressRoute(GatewayResiliency::information))
        .call("POST", "getRoutesInformation", ofExpressRoute(GatewayResiliency::routes));
  }

  private static LongRunningAction ofExpressRoute(
      BiFunction<OperationCompletion, ObjectNode, JsonNode> result) {
    return LongRunningAction.inquiry(DURATION, SiteFailoverCalls::beginInquiry, result);
  }
}
