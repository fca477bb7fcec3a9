package io.github.hybridnet.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A SKU of virtual network gateways, as of November 2026.
 *
 * @param name as Azure spells it
 * @param type the gateways that it is for; {@code Standard} is one thing for VPN and another for
 *     ExpressRoute
 * @param status whether new gateways can have it
 * @param successor the SKU to use in its place, or null
 */
public record GatewaySku(String name, GatewayType type, Status status, @Nullable String successor) {

  /** Every SKU that Azure has or had. */
  static final List<GatewaySku> ALL =
      List.of(
          vpn("Basic"),
          new GatewaySku("Standard", GatewayType.VPN, Status.RETIRED, "VpnGw1AZ"),
          new GatewaySku("HighPerformance", GatewayType.VPN, Status.RETIRED, "VpnGw2AZ"),
          closed("VpnGw1"),
          closed("VpnGw2"),
          closed("VpnGw3"),
          closed("VpnGw4"),
          closed("VpnGw5"),
          vpn("VpnGw1AZ"),
          vpn("VpnGw2AZ"),
          vpn("VpnGw3AZ"),
          vpn("VpnGw4AZ"),
          vpn("VpnGw5AZ"),
          expressRoute("Standard"),
          expressRoute("HighPerformance"),
          expressRoute("UltraPerformance"),
          expressRoute("ErGw1AZ"),
          expressRoute("ErGw2AZ"),
          expressRoute("ErGw3AZ"),
          expressRoute("ErGwScale"));

  /** Whether new gateways can have a SKU. */
  public enum Status {
    /** Azure creates gateways of this SKU. */
    CURRENT,
    /** They cannot any more; gateways that have it still run. */
    CLOSED,
    /** Nothing runs on it any more. */
    RETIRED
  }

  /** The SKU of that name for that type, without regard to case. */
  public static Optional<GatewaySku> find(GatewayType type, String name) {
    return ALL.stream()
        .filter(sku -> sku.type == type && sku.name.equalsIgnoreCase(name))
        .findFirst();
  }

  /** The names that new gateways of that type can have. */
  public static List<String> current(GatewayType type) {
    return ALL.stream()
        .filter(sku -> sku.type == type && sku.status == Status.CURRENT)
        .map(GatewaySku::name)
        .toList();
  }

  private static GatewaySku vpn(String name) {
    return new GatewaySku(name, GatewayType.VPN, Status.CURRENT, null);
  }

  private static GatewaySku closed(String name) {
    return new GatewaySku(name, GatewayType.VPN, Status.CLOSED, name + "AZ");
  }

  private static GatewaySku expressRoute(String name) {
    return new GatewaySku(name, GatewayType.EXPRESS_ROUTE, Status.CURRENT, null);
  }
}
