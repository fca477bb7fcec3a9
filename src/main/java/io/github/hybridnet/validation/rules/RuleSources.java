package io.github.hybridnet.validation.rules;

/** Where rules are written. Paths are of the repository MicrosoftDocs/azure-docs. */
public final class RuleSources {
  public static final String COEXISTENCE =
      "articles/expressroute/how-to-configure-coexisting-gateway-portal.md";
  public static final String VNET_FAQ = "articles/virtual-network/virtual-networks-faq.md";
  public static final String NAMES =
      "articles/azure-resource-manager/management/resource-name-rules.md";
  public static final String VPN_SKUS = "articles/vpn-gateway/whats-new.md";
  public static final String VPN_SKU_TABLE = "includes/vpn-gateway-table-gwtype-aggtput-include.md";
  public static final String VPN_FAQ = "articles/vpn-gateway/vpn-gateway-vpn-faq.md";
  public static final String IPSEC = "articles/vpn-gateway/ipsec-ike-policy-howto.md";
  public static final String BGP = "includes/vpn-gateway-faq-bgp-include.md";
  public static final String EXPRESS_ROUTE_SKUS =
      "articles/expressroute/expressroute-about-virtual-network-gateways.md";
  public static final String CIRCUIT = "articles/expressroute/expressroute-circuit-peerings.md";
  public static final String LIMITS = "includes/expressroute-limits.md";
  public static final String ARCHITECTURE =
      "mspnp/reference-architectures, hybrid-networking/expressroute-vpn-failover";
  public static final String CONNECTION_API =
      "Microsoft.Network/connections, API version 2025-03-01";
  public static final String NSG = "articles/virtual-network/network-security-groups-overview.md";

  private RuleSources() {}
}
