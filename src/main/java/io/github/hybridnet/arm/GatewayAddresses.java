package io.github.hybridnet.arm;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The public addresses that a gateway refers to. */
public final class GatewayAddresses {
  private GatewayAddresses() {}

  /** The id of the public address of an IP configuration; empty where it has none. */
  public static String idOf(Map<String, Object> configuration) {
    return new ResourceBody(configuration).text("properties", "publicIPAddress", "id");
  }

  /** The addresses in the groups of their gateways: those that a gateway may keep undeclared. */
  public static List<ResourceKey> beside(Collection<ActualResource> resources) {
    return resources.stream()
        .filter(actual -> actual.key().type() == ResourceType.VIRTUAL_NETWORK_GATEWAY)
        .flatMap(
            gateway ->
                new ActualGateway(gateway)
                    .publicAddresses().stream()
                        .filter(
                            a -> a.resourceGroup().equalsIgnoreCase(gateway.key().resourceGroup())))
        .distinct()
        .toList();
  }
}
