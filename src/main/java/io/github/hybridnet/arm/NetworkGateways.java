package io.github.hybridnet.arm;

import java.util.List;

/** Which gateways are in a virtual network, as its GatewaySubnet says. */
public final class NetworkGateways {
  /** The name of the fact that a virtual network's read carries. */
  public static final String FACT = "gatewayIds";

  private NetworkGateways() {}

  /**
   * The gateways in a virtual network, whoever made them.
   *
   * @param network the actual network; for any other resource there are none
   */
  public static List<ResourceKey> of(ActualResource network) {
    return network.observed().get(FACT) instanceof List<?> ids
        ? ids.stream().map(id -> ResourceIdParser.parse(id.toString())).toList()
        : List.of();
  }
}
