package io.github.hybridnet.validation.rules.connection;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A gateway takes as many connections as its SKU allows. */
public final class ConnectionCountRule extends ValidationRule {
  private static final String SCALING = "ErGwScale";

  /** IPsec connections of VPN gateways, and circuits of ExpressRoute gateways. */
  private static final Map<String, Integer> MOST =
      Map.ofEntries(
          Map.entry("Basic", 10),
          Map.entry("VpnGw1", 30),
          Map.entry("VpnGw2", 30),
          Map.entry("VpnGw3", 30),
          Map.entry("VpnGw4", 100),
          Map.entry("VpnGw5", 100),
          Map.entry("VpnGw1AZ", 30),
          Map.entry("VpnGw2AZ", 30),
          Map.entry("VpnGw3AZ", 30),
          Map.entry("VpnGw4AZ", 100),
          Map.entry("VpnGw5AZ", 100),
          Map.entry("ErGw1AZ", 4),
          Map.entry("ErGw2AZ", 8),
          Map.entry("UltraPerformance", 16),
          Map.entry("ErGw3AZ", 16));

  /** Names that are one SKU of VPN gateways and another one of ExpressRoute gateways. */
  private static final Map<String, Integer> MOST_OF_EXPRESS_ROUTE =
      Map.of("Standard", 4, "HighPerformance", 8);

  private static final Map<String, Integer> MOST_OF_VPN =
      Map.of("Standard", 10, "HighPerformance", 30);

  public ConnectionCountRule() {
    super(
        "HN2096",
        "A gateway has no more connections than its SKU allows.",
        "includes/vpn-gateway-table-gwtype-aggtput-include.md,"
            + " articles/expressroute/expressroute-about-virtual-network-gateways.md");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.gatewaysInTheirFiles().stream()
        .flatMap(declaration -> check(declaration).stream())
        .toList();
  }

  private Optional<Finding> check(GatewayDeclaration declaration) {
    Gateway gateway = declaration.gateway();
    int count = declaration.connections().size();
    return most(gateway)
        .filter(most -> count > most)
        .map(
            most ->
                error(
                    "Gateway '%s' has %s connections, but a gateway of SKU '%s' has at most %s."
                        .formatted(gateway.name(), count, gateway.sku(), most),
                    declaration.connections().get(most).origin().self(),
                    "Remove connections, or choose a larger SKU."));
  }

  private static Optional<Integer> most(Gateway gateway) {
    if (gateway.sku().equals(SCALING)) {
      Gateway.Autoscale bounds = gateway.autoscale();
      return Optional.of(bounds == null ? 16 : ofUnits(bounds.max()));
    }
    Map<String, Integer> shared =
        switch (gateway.type()) {
          case VPN -> MOST_OF_VPN;
          case EXPRESS_ROUTE -> MOST_OF_EXPRESS_ROUTE;
        };
    return Optional.ofNullable(shared.getOrDefault(gateway.sku(), MOST.get(gateway.sku())));
  }

  /** articles/expressroute/scalable-gateway.md: circuits by scale units. */
  private static int ofUnits(int units) {
    if (units >= 10) {
      return 16;
    }
    return units >= 2 ? 8 : 4;
  }
}
