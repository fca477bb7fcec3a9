package io.github.hybridnet.arm;

import java.util.List;
import java.util.Map;

/** Point-to-site clients of a VPN gateway, which others configured. */
public final class PointToSiteClients {
  private PointToSiteClients() {}

  /** Whether clients get addresses from the gateway. */
  public static boolean stand(Map<String, Object> gateway) {
    Map<String, Object> clients =
        ResourceBody.map(ResourceBody.map(gateway.get("properties")).get("vpnClientConfiguration"));
    return hasPool(clients)
        || ResourceBody.maps(clients.get("vngClientConnectionConfigurations")).stream()
            .anyMatch(group -> hasPool(ResourceBody.map(group.get("properties"))));
  }

  private static boolean hasPool(Map<String, Object> clients) {
    return ResourceBody.map(clients.get("vpnClientAddressPool")).get("addressPrefixes")
            instanceof List<?> prefixes
        && !prefixes.isEmpty();
  }

  /**
   * Whether a declared gateway is active-active beside clients: it has a third IP configuration.
   */
  public static boolean need(Map<String, Object> declared, Map<String, Object> standing) {
    return stand(standing)
        && Boolean.TRUE.equals(ResourceBody.map(declared.get("properties")).get("activeActive"));
  }
}
