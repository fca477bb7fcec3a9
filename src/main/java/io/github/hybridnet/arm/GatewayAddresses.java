package io.github.hybridnet.arm;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The public addresses that a gateway refers to. */
public final class GatewayAddresses {
  private GatewayAddresses() {}

  /** Those of the gateway's own subscription; Microsoft's are nobody else's to read. */
  public static List<ResourceKey> of(ActualResource gateway) {
    Map<String, Object> properties = ResourceBody.map(gateway.body().get("properties"));
    return ResourceBody.maps(properties.get("ipConfigurations")).stream()
        .map(
            c ->
                ResourceBody.map(ResourceBody.map(c.get("properties")).get("publicIPAddress"))
                    .get("id"))
        .filter(Objects::nonNull)
        .map(Object::toString)
        .flatMap(id -> ResourceIdParser.find(id).stream())
        .filter(a -> a.subscriptionId().equalsIgnoreCase(gateway.key().subscriptionId()))
        .toList();
  }

  /** The addresses in the groups of their gateways: those that a gateway may keep undeclared. */
  public static List<ResourceKey> beside(Collection<ActualResource> resources) {
    return resources.stream()
        .filter(actual -> actual.key().type() == ResourceType.VIRTUAL_NETWORK_GATEWAY)
        .flatMap(
            gateway ->
                of(gateway).stream()
                    .filter(a -> a.resourceGroup().equalsIgnoreCase(gateway.key().resourceGroup())))
        .distinct()
        .toList();
  }
}
