package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.GatewayType;
import io.github.hybridnet.model.Place;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.ArrayList;
import java.util.List;

/** Properties that a gateway's type does not have. */
final class GatewayHasOnly extends NumberedRule {
  private static final List<String> VPN_ONLY =
      List.of("enableBgp", "asn", "bgpPeeringAddress", "activeActive", "generation");

  GatewayHasOnly() {
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
        Place place = gateway.origin().properties().get(property);
        if (place != null) {
          findings.add(
              error(
                  "Gateway '%s' of type %s cannot have %s."
                      .formatted(gateway.name(), gateway.type().armName(), property),
                  place,
                  "Remove " + property + "."));
        }
      }
    }
    return findings;
  }
}
