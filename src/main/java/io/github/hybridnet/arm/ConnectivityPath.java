package io.github.hybridnet.arm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two ways between a virtual network and the on-premises network. */
public enum ConnectivityPath {
  EXPRESS_ROUTE("ExpressRoute"),
  VPN("VPN");

  private final String label;

  ConnectivityPath(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public ConnectivityPath other() {
    return this == VPN ? EXPRESS_ROUTE : VPN;
  }

  /** Which way a gateway or a connection belongs to; null for anything else. */
  static @Nullable public ConnectivityPath of(Map<String, Object> body) {
    ResourceBody properties = new ResourceBody(body).properties();
    String type = properties.text("gatewayType");
    if (type.isEmpty()) {
      type = properties.text("connectionType");
    }
    if (type.isEmpty()) {
      return null;
    }
    return type.equalsIgnoreCase("ExpressRoute") ? EXPRESS_ROUTE : VPN;
  }
}
