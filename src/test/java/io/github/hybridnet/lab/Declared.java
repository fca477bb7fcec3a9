package io.github.hybridnet.lab;

/** Names in the parameter files of {@code src/lab/hybridnet}. */
final class Declared {
  static final String GROUP = "ra-hybrid-vpn-er-rg";
  static final String CIRCUIT = "ra-hybrid-vpn-er-erc";
  static final String ER_GATEWAY = "ra-hybrid-er-vgw";
  static final String ER_CONNECTION = "ra-hybrid-er-cn";
  static final String VPN_CONNECTION = "ra-hybrid-vpn-cn";
  static final String LOCAL_GATEWAY = "ra-hybrid-vpn-lgw";

  /** The environment variable that the shared key comes from. */
  static final String KEY = "LAB_SHARED_KEY";

  private Declared() {}
}
