package io.github.hybridnet.validation.rules;

/** Where rules are written. Paths are of the repository MicrosoftDocs/azure-docs. */
final class Docs {
  static final String COEXISTENCE =
      "articles/expressroute/how-to-configure-coexisting-gateway-portal.md";
  static final String VNET_FAQ = "articles/virtual-network/virtual-networks-faq.md";
  static final String NAMES = "articles/azure-resource-manager/management/resource-name-rules.md";
  static final String VPN_SKUS = "articles/vpn-gateway/whats-new.md";
  static final String VPN_SKU_TABLE = "includes/vpn-gateway-table-gwtype-aggtput-include.md";
  static final String VPN_FAQ = "articles/vpn-gateway/vpn-gateway-vpn-faq.md";
  static final String IPSEC = "articles/vpn-gateway/ipsec-ike-policy-howto.md";
  static final String BGP = "includes/vpn-gateway-faq-bgp-include.md";
  static final String EXPRESS_ROUTE_SKUS =
      "articles/expressroute/expressroute-about-virtual-network-gateways.md";
  static final String CIRCUIT = "articles/expressroute/expressroute-circuit-peerings.md";
  static final String LIMITS = "includes/expressroute-limits.md";
  static final String ARCHITECTURE =
      "mspnp/reference-architectures, hybrid-networking/expressroute-vpn-failover";
  static final String CONNECTION_API = "Microsoft.Network/connections, API version 2025-03-01";
  static final String NSG = "articles/virtual-network/network-security-groups-overview.md";

  private Docs() {}
}
