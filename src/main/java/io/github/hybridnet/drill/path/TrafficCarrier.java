package io.github.hybridnet.drill.path;

/** Who carries the traffic, by the routes that the gateways learned. */
public enum TrafficCarrier {
  /** Its gateway learned routes. */
  EXPRESS_ROUTE("ExpressRoute"),
  /** ExpressRoute's has none, and the VPN is connected and has some. */
  VPN("VPN"),
  /** Neither path carried traffic. */
  NONE("no path"),
  /** The gateways could not be asked. */
  UNKNOWN("not known");

  private final String label;

  TrafficCarrier(String label) {
    this.label = label;
  }

  /** As shown to users. */
  public String label() {
    return label;
  }

  /** Who carried the traffic when the gateways were read. */
  public static TrafficCarrier of(PathReading reading) {
    if (reading.expressRoute().hasPrefixes()) {
      return EXPRESS_ROUTE;
    }
    if (!reading.expressRoute().routing().known()) {
      return UNKNOWN;
    }
    PathReading.Path vpn = reading.vpn();
    if (vpn.isUp() && vpn.hasPrefixes()) {
      return VPN;
    }
    boolean unknown = !vpn.routing().known() || (vpn.isSilent() && !vpn.isUp());
    return unknown ? UNKNOWN : NONE;
  }
}
