package io.github.hybridnet.simulator.network;

import io.github.hybridnet.simulator.arm.ModuleRegistry;
import io.github.hybridnet.simulator.arm.ResourceModule;
import io.github.hybridnet.simulator.network.circuit.CircuitModule;
import io.github.hybridnet.simulator.network.connection.ConnectionModule;
import io.github.hybridnet.simulator.network.gateway.GatewayModule;
import io.github.hybridnet.simulator.network.publicip.PublicIpModule;
import io.github.hybridnet.simulator.network.routing.DataPlaneModule;
import io.github.hybridnet.simulator.network.securitygroup.SecurityGroupModule;
import io.github.hybridnet.simulator.network.vnet.VirtualNetworkModule;
import java.util.List;

/**
 * The resource provider {@code Microsoft.Network}, as far as a hybrid network needs it. The order
 * of the modules is the order of the types in the provider's description.
 */
public final class NetworkModule implements ResourceModule {

  @Override
  public void register(ModuleRegistry moduleRegistry) {
    List.of(
            new VirtualNetworkModule(),
            new SecurityGroupModule(),
            new PublicIpModule(),
            new GatewayModule(ConnectionModule.ofGateways()),
            new ConnectionModule(),
            new CircuitModule(),
            new DataPlaneModule())
        .forEach(module -> module.register(moduleRegistry));
  }
}
