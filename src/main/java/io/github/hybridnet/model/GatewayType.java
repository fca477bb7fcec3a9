package io.github.hybridnet.model;

import java.util.Arrays;
import java.util.Optional;

/** The two types of virtual network gateway. */
public enum GatewayType {
  /** Site-to-site VPN over the Internet. */
  VPN("Vpn"),
  /** Private connection through an ExpressRoute circuit. */
  EXPRESS_ROUTE("ExpressRoute");

  private final String armName;

  GatewayType(String armName) {
    this.armName = armName;
  }

  /** The value of {@code gatewayType} in Azure Resource Manager. */
  public String armName() {
    return armName;
  }

  /** The type of that name, without regard to case. */
  public static Optional<GatewayType> of(String armName) {
    return Arrays.stream(values()).filter(t -> t.armName.equalsIgnoreCase(armName)).findFirst();
  }
}
