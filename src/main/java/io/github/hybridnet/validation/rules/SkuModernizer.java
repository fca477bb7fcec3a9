package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.GatewaySku;
import io.github.hybridnet.model.HybridNetwork;

/** Replaces SKUs of VPN gateways that Azure no longer creates by their successors, in memory. */
public final class SkuModernizer {

  /** Creates the step. */
  public SkuModernizer() {}

  /** The same network; ExpressRoute gateways stay as they are, their {@code Standard} is alive. */
  public HybridNetwork apply(HybridNetwork network) {
    GatewayDeclaration vpn = network.vpn();
    if (vpn == null) {
      return network;
    }
    return GatewaySku.find(vpn.gateway().type(), vpn.gateway().sku())
        .map(GatewaySku::successor)
        .map(sku -> vpn.withGateway(vpn.gateway().withSku(sku)))
        .map(modern -> network.withGateways(modern, network.expressRoute()))
        .orElse(network);
  }
}
