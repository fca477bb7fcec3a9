package io.github.hybridnet.simulator.network.connection;

import io.github.hybridnet.simulator.arm.ModuleRegistry;
import io.github.hybridnet.simulator.arm.ResourceModule;
import io.github.hybridnet.simulator.arm.ResourceTypeDefinition;
import io.github.hybridnet.simulator.arm.TagsPatch;
import io.github.hybridnet.simulator.network.resource.NetworkTypeDefinition;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import io.github.hybridnet.simulator.network.resource.ResourceCalls;
import io.github.hybridnet.simulator.network.resource.VersionedView;
import io.github.hybridnet.simulator.network.routing.ConnectionStatuses;

/** Registers connections of virtual network gateways. */
public final class ConnectionModule implements ResourceModule {

  /** The calls of a gateway that are about its connections and tunnels. */
  public static ResourceCalls ofGateways() {
    return gateway -> {
      TunnelDiagnostics.packetCapture().addTo(gateway);
      TunnelDiagnostics.ofClients().addTo(gateway);
      return gateway.call("GET", "connections", GatewayConnections::list);
    };
  }

  @Override
  public void register(ModuleRegistry moduleRegistry) {
    ResourceTypeDefinition.Builder connection =
        NetworkTypeDefinition.named(NetworkTypes.CONNECTION, "VirtualNetworkGatewayConnection");
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
}
