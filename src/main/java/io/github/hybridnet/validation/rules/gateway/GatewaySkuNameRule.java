package io.github.hybridnet.validation.rules.gateway;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.GatewaySku;
import io.github.hybridnet.text.SpellingSuggestion;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** Azure must offer the SKU for the type of the gateway. */
public final class GatewaySkuNameRule extends ValidationRule {
  public GatewaySkuNameRule() {
    super(
        "HN2030", "A gateway's SKU is one that Azure has for its type.", RuleSources.VPN_SKU_TABLE);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.gatewaysInTheirFiles().stream()
        .map(GatewayDeclaration::gateway)
        .filter(gateway -> GatewaySku.find(gateway.type(), gateway.sku()).isEmpty())
        .map(this::unknown)
        .toList();
  }

  private Finding unknown(Gateway gateway) {
    List<String> current = GatewaySku.current(gateway.type());
    String nearest = SpellingSuggestion.to(gateway.sku(), current);
    String list = String.join(", ", current);
    return error(
        ("Gateway '%s' has the SKU '%s', which Azure does not have for gateways of type " + "%s.")
            .formatted(gateway.name(), gateway.sku(), gateway.type().armName()),
        gateway.origin().at("sku"),
        nearest == null
            ? "Write one of " + list + "."
            : "Write '" + nearest + "'; the SKUs are " + list + ".");
  }
}
