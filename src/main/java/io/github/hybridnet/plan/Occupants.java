package io.github.hybridnet.plan;

import java.util.List;

/** Which gateways stand in a virtual network, as its GatewaySubnet says. */
public final class Occupants {
  /** The name of the fact that a virtual network's read carries. */
  public static final String FACT = "gatewayIds";

  private Occupants() {}

  /**
   * The gateways in a virtual network, whoever made them.
   *
   * @param network the network as it stands; for any other resource there are none
   */
  public static List<ResourceKey> of(ActualResource network) {
    return network.observed().get(FACT) instanceof List<?> ids
        ? ids.stream().map(id -> ResourceKeys.parse(id.toString())).toList()
        : List.of();
  }
}
