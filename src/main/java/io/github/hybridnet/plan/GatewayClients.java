package io.github.hybridnet.plan;

import java.util.List;
import java.util.Map;

/** Point-to-site clients of a VPN gateway, which others configured. */
final class GatewayClients {
  private GatewayClients() {}

  /** Whether clients get addresses from the gateway. */
  static boolean stand(Map<String, Object> gateway) {
    Map<String, Object> clients =
        Bodies.map(Bodies.map(gateway.get("properties")).get("vpnClientConfiguration"));
    return hasPool(clients)
        || Bodies.maps(clients.get("vngClientConnectionConfigurations")).stream()
            .anyMatch(group -> hasPool(Bodies.map(group.get("properties"))));
  }

  private static boolean hasPool(Map<String, Object> clients) {
    return Bodies.map(clients.get("vpnClientAddressPool")).get("addressPrefixes")
            instanceof List<?> prefixes
        && !prefixes.isEmpty();
  }

  /**
   * Whether a declared gateway is active-active beside clients: it has a third IP configuration.
   */
  static boolean need(Map<String, Object> declared, Map<String, Object> standing) {
    return stand(standing)
        && Boolean.TRUE.equals(Bodies.map(declared.get("properties")).get("activeActive"));
  }
}
