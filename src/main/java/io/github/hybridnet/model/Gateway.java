package io.github.hybridnet.model;

import org.jspecify.annotations.Nullable;

/**
 * A virtual network gateway.
 *
 * @param name its name
 * @param type VPN or ExpressRoute
 * @param vpnType {@code RouteBased} or {@code PolicyBased}; the service ignores it for ExpressRoute
 * @param sku such as {@code VpnGw1AZ} or {@code ErGw1AZ}
 * @param generation {@code Generation1} or {@code Generation2}, or null for the service's choice
 * @param activeActive two instances with an address each, or null for the default
 * @param bgp BGP settings, or null
 * @param autoscale bounds of an {@code ErGwScale} gateway, or null
 * @param publicIp the public address to give it
 * @param origin where it was written
 */
public record Gateway(
    String name,
    GatewayType type,
    @Nullable String vpnType,
    String sku,
    @Nullable String generation,
    @Nullable Boolean activeActive,
    @Nullable BgpSettings bgp,
    @Nullable Autoscale autoscale,
    PublicIp publicIp,
    PropertyLocations origin) {

  /** The same gateway with another SKU. */
  Gateway withSku(String newSku) {
    return new Gateway(
        name, type, vpnType, newSku, generation, activeActive, bgp, autoscale, publicIp, origin);
  }

  /**
   * Scale units of an {@code ErGwScale} gateway.
   *
   * @param min 1 to 40
   * @param max 1 to 40, not below min
   */
  public record Autoscale(int min, int max) {}
}
