package io.github.hybridnet.simulator.network;

import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.Registry;
import io.github.hybridnet.simulator.arm.ResourceModule;
import io.github.hybridnet.simulator.arm.TypeName;

/** What the network provider registers for the data plane: its events and its admin calls. */
final class PlaneModule implements ResourceModule {
  private static final String ANNOUNCEMENTS = "announcements";
  private static final String MACHINES = "machines";
  private static final String SERVICE = "service";

  private final SiteServices services = new SiteServices();

  @Override
  public void register(Registry registry) {
    Convergence.register(registry);
    registry.onChange(services::follow);
    registry.sights(PathSights::of);
    registry.onClose(services::close);
    registry.subscriptionCall(
        "GET", "providers/Microsoft.Network/networkInterfaces", Machines::interfaces);
    registry.adminCall(
        new Registry.WorldCall("GET", "paths", (world, body) -> PathsView.show(world)));
    Admin circuits = new Admin(registry, "circuits", NetworkTypes.CIRCUIT);
    circuits.add("PUT", "links", CircuitLinks::choose);
    circuits.add("PUT", ANNOUNCEMENTS, Announcements::choose);
    circuits.add("DELETE", ANNOUNCEMENTS, Announcements::forget);
    Admin sites = new Admin(registry, "localGateways", NetworkTypes.LOCAL_GATEWAY);
    sites.add("PUT", "device", Tunnels::device);
    sites.add("PUT", ANNOUNCEMENTS, Announcements::choose);
    sites.add("DELETE", ANNOUNCEMENTS, Announcements::forget);
    new Admin(registry, "connections", NetworkTypes.CONNECTION).add("PUT", "tunnel", Tunnels::cut);
    Admin networks = new Admin(registry, "networks", NetworkTypes.VIRTUAL_NETWORK);
    networks.add("PUT", "traffic", Traffic::choose);
    networks.add("PUT", SERVICE, services::put);
    networks.add("PUT", MACHINES, Machines::choose);
    networks.add("GET", MACHINES, Machines::show);
    networks.add("GET", SERVICE, services::get);
    networks.add("DELETE", SERVICE, services::delete);
  }

  /** The admin calls on a collection. */
  private record Admin(Registry registry, String collection, TypeName type) {

    void add(String method, String verb, ArmOperation operation) {
      registry.adminCall(new Registry.AdminCall(method, collection, type, verb, operation));
    }
  }
}
