package io.github.hybridnet.validation.rules.gateway;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.GatewayType;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;
import java.util.Objects;

/**
 * Generations and SKUs that go together in a new gateway. A warning: Azure moves gateways that
 * exist to the second generation, whatever their SKU (vpn-gateway/gateway-sku-upgrade).
 */
public final class GatewayGenerationRule extends ValidationRule {
  private static final List<String> FIRST_ONLY =
      List.of("Basic", "Standard", "HighPerformance", "VpnGw1", "VpnGw1AZ");
  private static final List<String> SECOND_ONLY =
      List.of("VpnGw4", "VpnGw4AZ", "VpnGw5", "VpnGw5AZ");

  public GatewayGenerationRule() {
    super(
        "HN2033",
        "A new VPN gateway has a generation that its SKU supports.",
        "Azure Resource Manager, error"
            + " VirtualNetworkGatewaySkuCannotBeCreatedForSpecifiedVmGeneration");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    GatewayDeclaration vpn = context.network().vpn();
    String generation = vpn == null ? null : vpn.gateway().generation();
    if (vpn == null || generation == null || vpn.gateway().type() != GatewayType.VPN) {
      return List.of();
    }
    // The SKU that will be created: the generation of a retired one does not matter.
    HybridNetwork effective = context.network().withModernSkus();
    String sku = Objects.requireNonNull(effective.vpn()).gateway().sku();
    String only =
        FIRST_ONLY.contains(sku) ? "Generation1" : SECOND_ONLY.contains(sku) ? "Generation2" : null;
    if (only == null || only.equals(generation)) {
      return List.of();
    }
    return List.of(
        warning(
            "Azure refuses to create VPN gateway '%s' with the SKU '%s' in %s. A gateway that exists keeps its generation."
                .formatted(vpn.gateway().name(), sku, generation),
            vpn.gateway().origin().at("generation"),
            "For a new gateway write '" + only + "', or leave generation out."));
  }
}
