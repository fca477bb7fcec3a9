package io.github.hybridnet.validation.rules.gateway;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.PublicIp;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** A VPN gateway needs a public address. */
public final class GatewayPublicIpRule extends ValidationRule {
  public GatewayPublicIpRule() {
    super(
        "HN2038",
        "A VPN gateway has a public IP address.",
        "Azure Resource Manager, error PublicIpForGatewayIsRequired");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    GatewayDeclaration vpn = context.network().vpn();
    if (vpn == null || vpn.gateway().publicIp().policy() != PublicIp.Policy.NEVER) {
      return List.of();
    }
    return List.of(
        error(
            "VPN gateway '%s' has no public IP address in this file, which Azure refuses."
                .formatted(vpn.gateway().name()),
            vpn.gateway().publicIp().origin().at("policy"),
            "Write 'auto', or leave the policy out."));
  }
}
