package io.github.hybridnet.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The public addresses that a gateway refers to. */
public final class GatewayAddresses {
  private GatewayAddresses() {}

  /** Those of the gateway's own subscription; Microsoft's are nobody else's to read. */
  public static List<ResourceKey> of(ActualResource gateway) {
    Map<String, Object> properties = Bodies.map(gateway.body().get("properties"));
    return Bodies.maps(properties.get("ipConfigurations")).stream()
        .map(c -> Bodies.map(Bodies.map(c.get("properties")).get("publicIPAddress")).get("id"))
        .filter(Objects::nonNull)
        .map(Object::toString)
        .flatMap(id -> ResourceKeys.find(id).stream())
        .filter(a -> a.subscriptionId().equalsIgnoreCase(gateway.key().subscriptionId()))
        .toList();
  }
}
