package io.github.hybridnet.simulator.network.circuit;

import io.github.hybridnet.simulator.arm.ModuleRegistry;
import io.github.hybridnet.simulator.arm.ResourceModule;
import io.github.hybridnet.simulator.arm.ResourceTypeDefinition;
import io.github.hybridnet.simulator.arm.TagsPatch;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.relation.GlobalReach;
import io.github.hybridnet.simulator.network.resource.ListInquiry;
import io.github.hybridnet.simulator.network.resource.NetworkTypeDefinition;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import io.github.hybridnet.simulator.network.resource.VersionedView;
import io.github.hybridnet.simulator.network.routing.NetworkResourceDeletion;

/** Registers ExpressRoute circuits with what lies inside them, and the connectivity provider. */
public final class CircuitModule implements ResourceModule {

  @Override
  public void register(ModuleRegistry moduleRegistry) {
    registerTypes(moduleRegistry);
    moduleRegistry.subscriptionCall(
        "GET", "providers/Microsoft.Network/expressRouteServiceProviders", ServiceProviders::list);
    moduleRegistry.event(ConnectivityProvider.BEGINS, ConnectivityProvider::begin);
    moduleRegistry.event(ConnectivityProvider.DONE, ConnectivityProvider::finish);
    moduleRegistry.event(ConnectivityProvider.GONE, ConnectivityProvider::deprovisioned);
    moduleRegistry.adminCall(
        new ModuleRegistry.AdminCall(
            "POST", "circuits", NetworkTypes.CIRCUIT, "provider", ConnectivityProvider::setState));
  }

  private static void registerTypes(ModuleRegistry moduleRegistry) {
    moduleRegistry.type(circuit());
    moduleRegistry.type(peering());
    moduleRegistry.type(
        NetworkTypeDefinition.named(
                NetworkTypes.CIRCUIT_CONNECTION, "ExpressRouteCircuitConnection")
            .inlineIn(GlobalReach.CONNECTIONS)
            .put(new CircuitConnectionPut())
            .delete(new NetworkResourceDeletion("peerings", ConcurrencyGuard::refuse))
            .withoutNotification()
            .build());
    moduleRegistry.type(
        NetworkTypeDefinition.readOnly(NetworkTypes.PEER_CONNECTION, GlobalReach.PEERED));
    moduleRegistry.type(
        NetworkTypeDefinition.named(NetworkTypes.AUTHORIZATION, "ExpressRouteCircuitAuthorization")
            .inlineIn("authorizations")
            .put(CircuitAuthorizations::put)
            .delete(new NetworkResourceDeletion("authorizations", ConcurrencyGuard::refuse))
            .withoutNotification()
            .build());
  }

  private static ResourceTypeDefinition circuit() {
    return NetworkTypeDefinition.named(NetworkTypes.CIRCUIT, "ExpressRouteCircuit")
        .put(new CircuitPut())
        .patch(new TagsPatch())
        .delete(
            new NetworkResourceDeletion(
                "expressRouteCircuits", CircuitDelete::refuseDelete, CircuitDelete::finish))
        .view(new VersionedView(new CircuitView()))
        .call("GET", "stats", CircuitRouterTables::statistics)
        .build();
  }

  private static ResourceTypeDefinition peering() {
    return NetworkTypeDefinition.named(NetworkTypes.PEERING, "ExpressRouteCircuitPeering")
        .inlineIn("peerings")
        .put(new CircuitPeeringPut())
        .view(new VersionedView(new CircuitPeeringView()))
        .delete(new CircuitPeeringDelete())
        .withoutNotification()
        .call("GET", "stats", CircuitRouterTables::statistics)
        .call("POST", "arpTables/{devicePath}", inquiry(CircuitRouterTables::arp))
        .call("POST", "routeTables/{devicePath}", inquiry(CircuitRouterTables::routes))
        .call("POST", "routeTablesSummary/{devicePath}", inquiry(CircuitRouterTables::summary))
        .build();
  }

  private static ListInquiry inquiry(ListInquiry.Lookup lookup) {
    return new ListInquiry("expressRouteCircuits.action", lookup);
  }
}
