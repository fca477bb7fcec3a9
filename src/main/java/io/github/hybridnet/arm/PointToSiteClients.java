package io.github.hybridnet.arm;

import java.util.Map;

/** Point-to-site clients of a VPN gateway, which others configured. */
public final class PointToSiteClients {
  private PointToSiteClients() {}

  /** Whether clients get addresses from the gateway. */
  public static boolean areThere(Map<String, Object> gateway) {
    ResourceBody clients = new ResourceBody(gateway).body("properties", "vpnClientConfiguration");
    return hasPool(clients)
        || clients.bodies("vngClientConnectionConfigurations").stream()
            .anyMatch(group -> hasPool(group.properties()));
  }

  private static boolean hasPool(ResourceBody clients) {
    return !clients.list("vpnClientAddressPool", "addressPrefixes").isEmpty();
  }

  /**
   * Whether a declared gateway is active-active beside clients: it has a third IP configuration.
   */
  public static boolean need(Map<String, Object> declared, Map<String, Object> actual) {
    return areThere(actual)
        && Boolean.TRUE.equals(new ResourceBody(declared).value("properties", "activeActive"));
  }
}
