package io.github.hybridnet.plan;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The two ways between a virtual network and the on-premises network. */
enum Way {
  EXPRESS_ROUTE("ExpressRoute"),
  VPN("VPN");

  private final String label;

  Way(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  Way other() {
    return this == VPN ? EXPRESS_ROUTE : VPN;
  }

  /** Which way a gateway or a connection belongs to; null for anything else. */
  static @Nullable Way of(Map<String, Object> body) {
    Map<String, Object> properties = Bodies.map(body.get("properties"));
    String type = Objects.toString(properties.get("gatewayType"), "");
    if (type.isEmpty()) {
      type = Objects.toString(properties.get("connectionType"), "");
    }
    if (type.isEmpty()) {
      return null;
    }
    return type.equalsIgnoreCase("ExpressRoute") ? EXPRESS_ROUTE : VPN;
  }
}
