package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.GatewaySku;
import io.github.hybridnet.model.GatewayType;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.List;

/** ErGwScale scales between bounds, and nothing else does. */
final class AutoscaleBounds extends NumberedRule {
  AutoscaleBounds() {
    super(
        "HN2037",
        "A gateway of SKU ErGwScale, and no other, has autoscale bounds.",
        Docs.EXPRESS_ROUTE_SKUS);
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
      return !scales
          ? List.of()
          : List.of(
              error(
                  "Gateway '"
                      + gateway.name()
                      + "' is of SKU ErGwScale and has no autoscale bounds.",
                  gateway.origin().at("sku"),
                  "Add \"autoscale\": {\"min\": 1, \"max\": 2}, in units of 1 Gbit/s."));
    }
    if (!scales) {
      return List.of(
          error(
              "Gateway '"
                  + gateway.name()
                  + "' has autoscale bounds, but its SKU '"
                  + gateway.sku()
                  + "' does not scale.",
              gateway.origin().at("autoscale"),
              "Write the SKU 'ErGwScale', or remove autoscale."));
    }
    return bounds.min() <= bounds.max()
        ? List.of()
        : List.of(
            error(
                "The autoscale bounds of gateway '"
                    + gateway.name()
                    + "' are the wrong way round: "
                    + bounds.min()
                    + " is above "
                    + bounds.max()
                    + ".",
                gateway.origin().at("autoscale"),
                "Write a min that is not above max."));
  }
}
