package io.github.hybridnet.validation.rules.gateway;

import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;
import java.util.Map;

/** A circuit that is faster than its gateway is partly wasted. */
public final class GatewayBandwidthRule extends ValidationRule {
  private static final Map<String, Integer> MBPS =
      Map.of(
          "Standard", 1000,
          "ErGw1AZ", 1000,
          "HighPerformance", 2000,
          "ErGw2AZ", 2000,
          "UltraPerformance", 10_000,
          "ErGw3AZ", 10_000);

  public GatewayBandwidthRule() {
    super(
        "HN2039",
        "The ExpressRoute gateway is as fast as its circuit.",
        RuleSources.EXPRESS_ROUTE_SKUS);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    GatewayDeclaration declaration = context.network().expressRoute();
    return declaration == null
        ? List.of()
        : context.network().circuits().stream()
            .flatMap(circuit -> check(declaration.gateway(), circuit).stream())
            .toList();
  }

  private List<Finding> check(Gateway gateway, Circuit circuit) {
    Gateway.Autoscale bounds = gateway.autoscale();
    Integer mbps = bounds == null ? MBPS.get(gateway.sku()) : Integer.valueOf(bounds.max() * 1000);
    int bandwidth = circuit.provider().bandwidthInMbps();
    if (mbps == null || bandwidth <= mbps) {
      return List.of();
    }
    return List.of(
        warning(
            "The circuit has %s Mbit/s, but gateway '%s' carries no more than %s Mbit/s."
                .formatted(bandwidth, gateway.name(), mbps),
            gateway.origin().at(bounds == null ? "sku" : "autoscale"),
            "Choose a larger gateway, or a smaller circuit."));
  }
}
