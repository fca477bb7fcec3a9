package io.github.hybridnet.validation.rules.gateway;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.GatewaySku;
import io.github.hybridnet.model.GatewayType;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** ErGwScale scales between bounds, and nothing else does. */
public final class AutoscaleBoundsRule extends ValidationRule {
  /** Between which units a gateway scales (articles/expressroute/scalable-gateway.md). */
  private static final int LEAST = 2;

  public AutoscaleBoundsRule() {
    super(
        "HN2037",
        "Only a gateway of SKU ErGwScale has autoscale bounds.",
        RuleSources.EXPRESS_ROUTE_SKUS);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    GatewayDeclaration declaration = context.network().expressRoute();
    if (declaration == null || declaration.gateway().type() != GatewayType.EXPRESS_ROUTE) {
      return List.of();
    }
    Gateway gateway = declaration.gateway();
    if (GatewaySku.find(gateway.type(), gateway.sku()).isEmpty()) {
      return List.of();
    }
    boolean scales = gateway.sku().equals("ErGwScale");
    Gateway.Autoscale bounds = gateway.autoscale();
    if (bounds == null) {
      return scales ? missing(gateway) : List.of();
    }
    if (!scales) {
      return superfluous(gateway);
    }
    if (bounds.min() > bounds.max()) {
      return reversed(gateway, bounds);
    }
    return bounds.min() < LEAST && bounds.max() > bounds.min()
        ? tooSmall(gateway, bounds)
        : List.of();
  }

  /** Azure says so while the gateway is being made (terraform-provider-azurerm issue 31628). */
  private List<Finding> tooSmall(Gateway gateway, Gateway.Autoscale bounds) {
    return List.of(
        warning(
            "The autoscale bounds of gateway '%s' begin at %s and end at %s. Azure may refuse a min below 2 when it creates the gateway."
                .formatted(gateway.name(), bounds.min(), bounds.max()),
            gateway.origin().at("autoscale"),
            "Write a min of 2 or more; or 1 for both, for a gateway that does not scale."));
  }

  private List<Finding> missing(Gateway gateway) {
    return List.of(
        finding(
            Severity.INFO,
            "Gateway '%s' is of SKU ErGwScale and has no autoscale bounds. Azure chooses them."
                .formatted(gateway.name()),
            gateway.origin().at("sku"),
            "To choose them, add \"autoscale\": {\"min\": 2, \"max\": 10}, in units of 1 Gbit/s."));
  }

  private List<Finding> superfluous(Gateway gateway) {
    return List.of(
        error(
            "Gateway '%s' has autoscale bounds, but its SKU '%s' does not scale."
                .formatted(gateway.name(), gateway.sku()),
            gateway.origin().at("autoscale"),
            "Write the SKU 'ErGwScale', or remove autoscale."));
  }

  private List<Finding> reversed(Gateway gateway, Gateway.Autoscale bounds) {
    return List.of(
        error(
            "The autoscale bounds of gateway '%s' are in the wrong order: %s is above %s."
                .formatted(gateway.name(), bounds.min(), bounds.max()),
            gateway.origin().at("autoscale"),
            "Write a min that is at most max."));
  }
}
