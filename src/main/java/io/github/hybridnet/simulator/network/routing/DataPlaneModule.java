package io.github.hybridnet.simulator.network.routing;

import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ModuleRegistry;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ResourceEnvelope;
import io.github.hybridnet.simulator.arm.ResourceModule;
import io.github.hybridnet.simulator.arm.ResourceTypeDefinition;
import io.github.hybridnet.simulator.arm.TagsPatch;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.resource.NetworkTypeDefinition;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;

/** Registers the data plane: its events, its admin calls and the network watcher. */
public final class DataPlaneModule implements ResourceModule {
  private static final String ANNOUNCEMENTS = "announcements";
  private static final String MACHINES = "machines";
  private static final String SERVICE = "service";

  private final SiteServices services = new SiteServices();

  @Override
  public void register(ModuleRegistry moduleRegistry) {
    RoutingConvergence.register(moduleRegistry);
    moduleRegistry.onChange(services::follow);
    moduleRegistry.derivedStates(DerivedPathStates::of);
    moduleRegistry.onClose(services::close);
    moduleRegistry.subscriptionCall(
        "GET", "providers/Microsoft.Network/networkInterfaces", VirtualMachines::interfaces);
    moduleRegistry.adminCall(
        new ModuleRegistry.WorldCall("GET", "paths", (world, body) -> PathsView.show(world)));
    AdminCollection circuits =
        new AdminCollection(moduleRegistry, "circuits", NetworkTypes.CIRCUIT);
    circuits.add("PUT", "links", CircuitLinks::choose);
    circuits.add("PUT", ANNOUNCEMENTS, RouteAnnouncements::choose);
    circuits.add("DELETE", ANNOUNCEMENTS, RouteAnnouncements::forget);
    AdminCollection sites =
        new AdminCollection(moduleRegistry, "localGateways", NetworkTypes.LOCAL_GATEWAY);
    sites.add("PUT", "device", TunnelConditions::device);
    sites.add("PUT", ANNOUNCEMENTS, RouteAnnouncements::choose);
    sites.add("DELETE", ANNOUNCEMENTS, RouteAnnouncements::forget);
    new AdminCollection(moduleRegistry, "connections", NetworkTypes.CONNECTION)
        .add("PUT", "tunnel", TunnelConditions::cut);
    AdminCollection networks =
        new AdminCollection(moduleRegistry, "networks", NetworkTypes.VIRTUAL_NETWORK);
    networks.add("PUT", "traffic", SiteTraffic::choose);
    networks.add("PUT", SERVICE, services::put);
    networks.add("PUT", MACHINES, VirtualMachines::choose);
    networks.add("GET", MACHINES, VirtualMachines::show);
    networks.add("GET", SERVICE, services::get);
    networks.add("DELETE", SERVICE, services::delete);
    moduleRegistry.type(networkWatcher());
  }

  private static ResourceTypeDefinition networkWatcher() {
    return NetworkTypeDefinition.named(NetworkTypes.NETWORK_WATCHER, "NetworkWatcher")
        .put(request -> OperationAnswer.made(ResourceEnvelope.topLevel(request)))
        .patch(new TagsPatch())
        .delete(new NetworkResourceDeletion("networkWatchers", ConcurrencyGuard::refuse))
        .call("POST", "connectivityCheck", new NetworkWatcherCalls.ConnectivityCheck())
        .call("POST", "nextHop", new NetworkWatcherCalls.NextHop())
        .build();
  }

  /** The admin calls on a collection. */
  private record AdminCollection(ModuleRegistry registry, String collection, TypeName type) {

    void add(String method, String verb, ArmOperation operation) {
      registry.adminCall(new ModuleRegistry.AdminCall(method, collection, type, verb, operation));
    }
  }
}
