package io.github.hybridnet.validation.rules.gateway;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.GatewayType;
import io.github.hybridnet.model.SourceLocation;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;

/** Properties that a gateway's type does not have. */
public final class GatewayPropertyRule extends ValidationRule {
  private static final List<String> VPN_ONLY =
      List.of("enableBgp", "asn", "bgpPeeringAddress", "activeActive", "generation");

  public GatewayPropertyRule() {
    super(
        "HN2036",
        "A gateway has only the properties of its type.",
        "Microsoft.Network/virtualNetworkGateways, API version 2025-03-01");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    for (GatewayDeclaration declaration : context.gatewaysInTheirFiles()) {
      Gateway gateway = declaration.gateway();
      List<String> foreign = gateway.type() == GatewayType.VPN ? List.of("autoscale") : VPN_ONLY;
      for (String property : foreign) {
        SourceLocation sourceLocation = gateway.origin().properties().get(property);
        if (sourceLocation != null) {
          findings.add(
              error(
                  "Gateway '%s' of type %s cannot have %s."
                      .formatted(gateway.name(), gateway.type().armName(), property),
                  sourceLocation,
                  "Remove " + property + "."));
        }
      }
    }
    return findings;
  }
}
