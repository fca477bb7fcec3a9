package io.github.hybridnet.validation.rules.connection;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayConnection;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;
import java.util.Set;

/** FastPath needs a large gateway. */
public final class FastPathSkuRule extends ValidationRule {
  private static final Set<String> LARGE = Set.of("UltraPerformance", "ErGw3AZ");
  private static final String SCALING = "ErGwScale";
  private static final int UNITS = 10;

  public FastPathSkuRule() {
    super(
        "HN2093",
        "FastPath needs a gateway of SKU UltraPerformance, ErGw3AZ, or ErGwScale with 10 units.",
        "articles/expressroute/about-fastpath.md");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    GatewayDeclaration declaration = context.network().expressRoute();
    if (declaration == null || isLarge(declaration.gateway())) {
      return List.of();
    }
    return declaration.connections().stream()
        .filter(each -> Boolean.TRUE.equals(each.options().expressRouteGatewayBypass()))
        .map(connection -> unsupported(connection, declaration.gateway()))
        .toList();
  }

  private Finding unsupported(GatewayConnection connection, Gateway gateway) {
    return warning(
        "Connection '%s' asks for FastPath, which gateway '%s' with the SKU '%s' does not support."
            .formatted(connection.name(), gateway.name(), gateway.sku()),
        connection.origin().at("expressRouteGatewayBypass"),
        "Choose SKU 'ErGw3AZ', or 'ErGwScale' with a min of 10; or remove"
            + " expressRouteGatewayBypass.");
  }

  private static boolean isLarge(Gateway gateway) {
    Gateway.Autoscale bounds = gateway.autoscale();
    return LARGE.contains(gateway.sku())
        || (gateway.sku().equals(SCALING) && (bounds == null || bounds.min() >= UNITS));
  }
}
