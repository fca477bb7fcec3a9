package io.github.hybridnet.validation.rules.connection;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** A connection takes one custom policy. */
public final class SingleIpsecPolicyRule extends ValidationRule {
  public SingleIpsecPolicyRule() {
    super("HN2055", "A connection has at most one custom IPsec policy.", RuleSources.IPSEC);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.connections().stream()
        .filter(gatewayConnection -> gatewayConnection.options().ipsecPolicies().size() > 1)
        .map(
            gatewayConnection ->
                error(
                    "Connection '%s' has %s custom IPsec policies; Azure accepts one."
                        .formatted(
                            gatewayConnection.name(),
                            gatewayConnection.options().ipsecPolicies().size()),
                    gatewayConnection.origin().at("ipsecPolicies/1"),
                    "Keep one of them."))
        .toList();
  }
}
